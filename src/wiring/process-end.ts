/**
 * How a process that serves comes to its end: by a signal, and by a last resort when something breaks that nobody caught
 * (ASVS 5.0 16.5.4): what is in memory may then be wrong, so it ends in order, and whatever watches over it starts it anew.
 */

import type { ServerLog } from './log.ts';

/** Whatever hangs then is left behind; systemd and Docker wait ten seconds and more. */
const LONGEST_STOP_MS = 9_000;

export interface End {
  readonly code: 0 | 3;
  readonly signal: string;
}

export function untilEnd(log: ServerLog): Promise<End> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve({ code: 0, signal }));
    }
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (cause: unknown) => {
        log.fatal(event, cause);
        resolve({ code: 3, signal: event });
      });
    }
  });
}

/** From the moment it was told to stop; @param delayMs for which it goes on as before. */
export function endSoon(delayMs = 0): void {
  setTimeout(() => process.exit(3), delayMs + LONGEST_STOP_MS).unref();
}
