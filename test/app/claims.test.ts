/** What was sent is written down though the database is away for a while: else it would be sent once more. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writtenDown } from '../../src/app/claims.ts';
import { AppError } from '../../src/kernel/app-error.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const away = new AppError('unavailable', 'error.server.unreachable');

it('is tried again until the database is back', async () => {
  const write = vi.fn<() => Promise<void>>().mockRejectedValueOnce(away).mockRejectedValueOnce(away);
  write.mockResolvedValue(undefined);
  const writing = writtenDown(write);
  await vi.runAllTimersAsync();
  await writing;
  expect(write).toHaveBeenCalledTimes(3);
});

it('is given up in the end, and at once where the fault is no absence', async () => {
  const gone = vi.fn<() => Promise<void>>().mockRejectedValue(away);
  const waiting = expect(writtenDown(gone)).rejects.toBe(away);
  await vi.runAllTimersAsync();
  await waiting;
  const broken = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('broken'));
  await expect(writtenDown(broken)).rejects.toThrow('broken');
  expect(broken).toHaveBeenCalledTimes(1);
});
