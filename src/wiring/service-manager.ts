/**
 * Tells systemd that the server is up and that it still turns (sd_notify(3)), through the program systemd brings for it:
 * Node opens no datagram sockets of Unix. A server that hangs tells nothing more, and systemd starts it anew.
 */

import { spawn } from 'node:child_process';

/** What systemd sets for a service of `Type=notify`, and with `WatchdogSec=`. */
export interface ServiceEnvironment {
  readonly NOTIFY_SOCKET?: string | undefined;
  /** Microseconds without a sign after which it is started anew. */
  readonly WATCHDOG_USEC?: string | undefined;
}

export interface ServiceManager {
  ready(): void;
  stopping(): void;
}

/** Three signs a limit, so that a slow one is no hang. */
const SIGNS_A_LIMIT = 3;

/** Does nothing where no service manager asked to be told. @param send for tests: what is told, in sd_notify's words. */
export function serviceManager(environment: ServiceEnvironment, send = notify): ServiceManager {
  if (!environment.NOTIFY_SOCKET) return { ready() {}, stopping() {} };
  const limitMs = Number(environment.WATCHDOG_USEC ?? 0) / 1000;
  let signs: NodeJS.Timeout | undefined;
  return {
    ready() {
      send('READY=1');
      if (!(limitMs > 0)) return;
      signs = setInterval(() => send('WATCHDOG=1'), limitMs / SIGNS_A_LIMIT);
      signs.unref();
    },
    stopping() {
      clearInterval(signs);
      send('STOPPING=1');
    },
  };
}

/** A sign that cannot be given is as good as none: systemd does what it does without. */
function notify(state: string): void {
  spawn('systemd-notify', [state], { stdio: 'ignore' }).on('error', () => {});
}
