/** Signs to systemd: that the server is up, that it still turns, that it is on its way out. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { serviceManager } from '../../src/wiring/service-manager.ts';
import { describeWith } from '../programs.ts';

/** Prints what comes to the socket. */
const LISTENER = `
import socket, sys
listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
print('bound', flush=True)
while True:
    print(listener.recv(4096).decode(), flush=True)
`;

describe('the service manager', () => {
  afterEach(() => void vi.useRealTimers());

  it('is told nothing where nobody asked', () => {
    const told: string[] = [];
    const manager = serviceManager({ WATCHDOG_USEC: '1000000' }, (state) => told.push(state));
    manager.ready();
    manager.stopping();
    expect(told).toEqual([]);
  });

  it('is told three times within its limit, until the end', () => {
    vi.useFakeTimers();
    const told: string[] = [];
    const environment = { NOTIFY_SOCKET: '/run/x', WATCHDOG_USEC: '60000000' };
    const manager = serviceManager(environment, (state) => told.push(state));
    manager.ready();
    vi.advanceTimersByTime(60_000);
    manager.stopping();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['READY=1', 'WATCHDOG=1', 'WATCHDOG=1', 'WATCHDOG=1', 'STOPPING=1']);
  });

  it('without a watchdog is told of the beginning and the end', () => {
    vi.useFakeTimers();
    const told: string[] = [];
    const manager = serviceManager({ NOTIFY_SOCKET: '/run/x' }, (state) => told.push(state));
    manager.ready();
    vi.advanceTimersByTime(600_000);
    manager.stopping();
    expect(told).toEqual(['READY=1', 'STOPPING=1']);
  });
});

describeWith(['systemd-notify', 'python3'], 'a service manager', () => {
  it('hears it on its socket', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rota-notify-'));
    const socket = join(folder, 'notify');
    const listener = spawn('python3', ['-c', LISTENER, socket]);
    onTestFinished(() => {
      listener.kill();
      rmSync(folder, { recursive: true });
      vi.unstubAllEnvs();
    });
    let heard = '';
    listener.stdout.on('data', (chunk: Buffer) => {
      heard += chunk;
    });
    await once(listener.stdout, 'data');
    vi.stubEnv('NOTIFY_SOCKET', socket);
    serviceManager({ NOTIFY_SOCKET: socket }).ready();
    await expect.poll(() => heard).toContain('READY=1');
  });
});
