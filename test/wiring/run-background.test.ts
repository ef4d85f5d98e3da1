/** Of several servers one does what one at a time does, and the next does it once that is gone. */

import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type BackgroundJob, startBackground } from '../../src/wiring/run-background.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function started(jobs: readonly BackgroundJob[], catchUp?: () => Promise<void>) {
  let first = false;
  const waiting: (() => void)[] = [];
  const place = { isFirst: () => first, whenFirst: (run: () => void) => void waiting.push(run) };
  const log = { error: ({ cause }: { readonly cause: unknown }) => expect.unreachable(String(cause)) };
  const background = startBackground(jobs, { log, place, ...(catchUp ? { catchUp } : {}) });
  onTestFinished(() => background.stop());
  return {
    becomeFirst() {
      first = true;
      for (const run of waiting) run();
    },
    stop: () => background.stop(),
  };
}

it('leaves to the first what one does at a time, and does its own; then is the first itself', async () => {
  const done: string[] = [];
  const job = (name: string, more: Partial<BackgroundJob> = {}): BackgroundJob => ({
    ...{ name, everyMs: 1_000, ...more },
    run: async () => void done.push(name),
  });
  const server = started([
    job('notices'),
    job('backups', { atStart: true, everyMs: 3_600_000 }),
    job('uses', { everywhere: true, last: true }),
    job('trail', { everyMs: 3_600_000, last: true }),
  ]);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(done).toEqual(['uses']);
  server.becomeFirst();
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['uses', 'backups']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toEqual(['uses', 'backups', 'notices', 'uses']);
  await server.stop();
  expect(done.slice(4)).toEqual(['uses', 'trail']);
});

it('knows what other servers wrote before it begins', async () => {
  const done: string[] = [];
  const run = async (): Promise<void> => void done.push('run');
  const server = started([{ name: 'notices', everyMs: 1_000, run }], async () => void done.push('caught up'));
  server.becomeFirst();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toEqual(['caught up', 'run']);
});
