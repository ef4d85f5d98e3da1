/** The list of what was taken back: whole lines, on the disk, bounded, and known to be incomplete when it is. */

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import type { Revocation } from '../../src/domain/revocation.ts';
import { openRevocationFile, readRevocations } from '../../src/store/revocation-file.ts';
import { temporaryPath } from './temporary-database.ts';

const KEY = 'key of the list';

function line(number: number, of = `mark-${number}`): Revocation {
  return { number, at: (1_800_000_000_000 + number) as Instant, action: 'feed.revoke', of };
}

function begun(from = 0) {
  const path = `${temporaryPath()}.revoked`;
  return { path, list: openRevocationFile({ path, key: KEY, from }) };
}

describe('the list of revocations', () => {
  it('begins at the database’s count, for the owner only, and says each line again', () => {
    const { path, list } = begun(7);
    list.append(line(8));
    list.append({ ...line(9), action: 'account.role', role: 'reader' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const role = { action: 'account.role', role: 'reader' };
    expect(readRevocations(path, KEY)).toEqual({ from: 7, lines: [line(8), { ...line(9), ...role }] });
  });

  it('goes on where it was when opened again, whatever the count', () => {
    const { path, list } = begun(0);
    list.append(line(1));
    openRevocationFile({ path, key: KEY, from: 5 }).append(line(2));
    expect(readRevocations(path, KEY)).toEqual({ from: 0, lines: [line(1), line(2)] });
  });

  it('at every length a crash may leave it with has every line that was acknowledged', () => {
    const { path, list } = begun();
    list.append(line(1));
    const acknowledged = statSync(path).size;
    list.append(line(2));
    for (let length = statSync(path).size - 1; length >= acknowledged; length--) {
      truncateSync(path, length);
      expect(readRevocations(path, KEY)?.lines, `${length} octets`).toEqual([line(1)]);
    }
    appendFileSync(path, '{"number":2,"at":18000');
    openRevocationFile({ path, key: KEY, from: 1 }).append(line(3));
    expect(readRevocations(path, KEY)?.lines).toEqual([line(1), line(3)]);
  });

  it('of another key, damaged or gone is none, and a new one says from when on it is whole', () => {
    const { path, list } = begun();
    list.append(line(1));
    expect(readRevocations(path, 'another')).toBeUndefined();
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.replace('feed.revoke', 'feed.revive'));
    expect(readRevocations(path, KEY)).toBeUndefined();
    openRevocationFile({ path, key: KEY, from: 4 });
    expect(readRevocations(path, KEY)).toEqual({ from: 4, lines: [] });
    rmSync(path);
    expect(existsSync(path)).toBe(false);
    list.append(line(9));
    expect(readRevocations(path, KEY)).toEqual({ from: 8, lines: [line(9)] });
  });

  it('is bounded: the last about each thing first, then the newer half, and it says so', () => {
    const { path, list } = begun();
    const big = 'x'.repeat(100_000);
    for (let number = 1; number <= 60; number++) list.append(line(number, `${big}${number % 3}`));
    const folded = readRevocations(path, KEY);
    expect(folded?.from).toBe(0);
    expect(
      folded?.lines
        .map(({ of }) => of.slice(-1))
        .slice(-3)
        .sort(),
    ).toEqual(['0', '1', '2']);
    for (let number = 61; number <= 130; number++) list.append(line(number, `${big}${number}`));
    const halved = readRevocations(path, KEY);
    expect(statSync(path).size).toBeLessThan(5_000_000);
    expect(halved?.lines.at(-1)).toEqual(line(130, `${big}130`));
    expect(halved?.from).toBe((halved?.lines[0]?.number ?? 0) - 1);
    expect(halved?.from).toBeGreaterThan(60);
  });

  it('that cannot be written says so', () => {
    const { path, list } = begun();
    rmSync(path);
    // A folder in its place: it stops the owner of the machine too.
    mkdirSync(path);
    expect(() => list.append(line(2))).toThrow(/error.database.unreachable/);
  });
});
