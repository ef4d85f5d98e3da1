/** `npm run test:postgres` ends, and says why, when its server is ended from without. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { codeOf, isOver, stopped } from './needed-program.ts';

async function started(code: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child;
}

const FOR_EVER = 'setInterval(() => {}, 1000)';

it('ends the tests, with 1 and how the server ended, when a signal kills it', async () => {
  const [tests, server] = [await started(FOR_EVER), await started(FOR_EVER)];
  const told: unknown[] = [];
  const code = codeOf(tests, server, (how) => told.push(how));
  server.kill('SIGKILL');
  expect([await code, told]).toEqual([1, ['SIGKILL']]);
  expect(isOver(tests)).toBe(true);
  // Nobody waits for a server that is gone.
  await stopped(server, 'SIGINT');
});

it('has the code of the tests where the server lives', async () => {
  const [tests, server] = [await started('process.exitCode = 3'), await started(FOR_EVER)];
  const told: unknown[] = [];
  expect([await codeOf(tests, server, (how) => told.push(how)), told]).toEqual([3, []]);
  await stopped(server, 'SIGINT');
  expect([isOver(server), told]).toEqual([true, []]);
});
