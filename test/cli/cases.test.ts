/** Cases met in the field, solved from the command line as their units would, with what must come out. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rota, temporaryFolder } from './rota.ts';

const CASES = resolve(import.meta.dirname, '../cases');

interface SolvedShift {
  readonly id: string;
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly post: string;
  readonly vacant: number;
  readonly seats: readonly { readonly staff: string }[];
}

async function solve(name: string, moves = 100_000): Promise<readonly SolvedShift[]> {
  const out = temporaryFolder();
  const folder = join(CASES, name);
  const solved = await rota(['solve', folder, '--out', out, '--moves', `${moves}`, '--json']);
  expect(solved.code, solved.err).toBe(0);
  const file = join(out, 'roster.json');
  const checked = await rota(['check', folder, '--roster', file, '--json']);
  expect(checked.code, checked.err).toBe(0);
  return (JSON.parse(readFileSync(file, 'utf8')) as { shifts: SolvedShift[] }).shifts;
}

/** Who sits at that post at that moment. */
function onDuty(shifts: readonly SolvedShift[], post: string, moment: string): string[] {
  const at = Date.parse(moment);
  return shifts
    .filter((each) => each.post === post && Date.parse(each.start) <= at && at < Date.parse(each.end))
    .flatMap(({ seats }) => seats.map(({ staff }) => staff));
}

describe('paris-autumn', () => {
  it('ends the long night at six by the clock, and leaves no hour without anybody', async () => {
    const shifts = await solve('paris-autumn');
    expect(shifts.find(({ id }) => id === 'giam-sat/dem/2026-10-24')).toMatchObject({
      start: '2026-10-24T22:00+02:00',
      end: '2026-10-25T06:00+01:00',
      vacant: 0,
    });
    expect(shifts.find(({ id }) => id === 'lanh-dao/ngay/2026-10-24')).toMatchObject({
      start: '2026-10-24T07:00+02:00',
      end: '2026-10-25T07:00+01:00',
    });
    for (const post of ['lanh-dao', 'giam-sat', 'ung-cuu']) {
      expect(onDuty(shifts, post, '2026-10-25T05:30+01:00'), post).toHaveLength(1);
      const own = shifts.filter((each) => each.post === post);
      own.slice(1).forEach(({ start }, i) => {
        expect(start, post).toBe(own[i]?.end);
      });
    }
  });
});

describe('parity-a and parity-b', () => {
  it('have every second Monday in one of two weeks that are planned apart', async () => {
    const out = temporaryFolder();
    const told = await Promise.all(
      ['parity-a', 'parity-b'].map((name) =>
        rota(['solve', join(CASES, name), '--out', join(out, name), '--moves', '10000', '--json']),
      ),
    );
    const asked = told.map(({ code, out: text }) =>
      code === 0 ? (JSON.parse(text) as { seats: number }).seats : 0,
    );
    expect([...asked].sort()).toEqual([0, 1]);
    // The week without a duty is told to have none; it is not an empty roster that nobody explains.
    const empty = told.find(({ code }) => code !== 0);
    expect(empty?.code).toBe(2);
    expect(empty?.out).toMatch(/theo quy tắc lặp, ca tiếp theo là .*\d\/0?3\/2027/);
  });
});

describe('night-24h', () => {
  it('gives no 24-hour duty to who stands no nights', async () => {
    const people = (await solve('night-24h')).flatMap(({ seats }) => seats.map(({ staff }) => staff));
    expect(people).toHaveLength(14);
    expect(people).not.toContain('N01');
  });
});

describe('setpos-dup', () => {
  it('asks for 27 February once, though the fourth Saturday is the last one', async () => {
    expect((await solve('setpos-dup')).map(({ day }) => day)).toEqual(['2027-02-27']);
  });
});

/** Shifts of each person, by name. */
function shiftsOfEach(shifts: readonly SolvedShift[]): Map<string, string[]> {
  const own = new Map<string, string[]>();
  for (const { id, seats } of shifts) {
    for (const { staff } of seats) own.set(staff, [...(own.get(staff) ?? []), id]);
  }
  return own;
}

describe('pairs-60', () => {
  it('seats every pair together, and everyone within one of the even count', async () => {
    const shifts = await solve('pairs-60', 400_000);
    expect(shifts.every(({ vacant }) => vacant === 0)).toBe(true);
    const own = shiftsOfEach(shifts);
    const counts = [...own.values()].map(({ length }) => length);
    expect(counts).toHaveLength(60);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([3, 4]);
    // The first ten of the list, two by two.
    for (let i = 1; i < 10; i += 2) {
      const name = (number: number): string => `N${String(number).padStart(2, '0')}`;
      expect(own.get(name(i + 1)), name(i)).toEqual(own.get(name(i)));
    }
  });
});
