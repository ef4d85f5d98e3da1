/** Whatever is swapped, replaced or published anew during a holiday: each check due has exactly one shift, and each change its two crews. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant, Interval } from '../../src/calendar/interval.ts';
import { plusMinutes } from '../../src/calendar/interval.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { changesWithin } from '../../src/domain/shift-change.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import { dueChecks, dueKey, versionsInForceAt, type WatchCheck } from '../../src/domain/watch-check.ts';

const START = Date.parse('2027-02-04T22:00Z') as Instant;
const HOURS = 48;
const PEOPLE = ['an', 'binh', 'chi', 'dung', 'em'];
const SPAN: Interval = { start: START, end: plusMinutes(START, HOURS * 60) };

/** Eight-hour shifts of one post; who stands each, or nobody. */
function version(number: number, publishedAt: number, crews: readonly (number | undefined)[]): RosterVersion {
  const shifts = crews.map((_, i) => ({
    ...{ id: `watch/${i}`, postId: 'watch', patternId: 'p', label: '', day: '2027-02-05' },
    span: { start: plusMinutes(START, i * 480), end: plusMinutes(START, (i + 1) * 480) },
  }));
  const assignments = crews.flatMap((person, i) =>
    person === undefined ? [] : [{ shiftId: `watch/${i}`, place: 0, staffId: PEOPLE[person] ?? 'an' }],
  );
  return {
    ...{ periodId: 'tet', number, publishedAt, note: '', roster: { periodId: 'tet', assignments } },
    plan: { shifts, posts: [], staff: [] },
  } as unknown as RosterVersion;
}

const crews = fc.array(fc.option(fc.nat(4), { nil: undefined, freq: 6 }), { minLength: 6, maxLength: 6 });
/** The first before the watch begins, each later one at some minute of it. */
const timelines = fc
  .tuple(crews, fc.array(fc.tuple(fc.nat(HOURS * 60), crews), { maxLength: 6 }))
  .map(([first, later]) => {
    const sorted = later.toSorted((a, b) => a[0] - b[0]);
    return [
      version(1, START - 1, first),
      ...sorted.map(([minute, each], i) => version(i + 2, plusMinutes(START, minute) + i, each)),
    ];
  });

const check = (id: string, times: WatchCheck['times']): WatchCheck => ({
  ...{ id, postId: 'watch', system: '', name: id, phrases: [], severity: 'warning', withinMinutes: 60 },
  ...{ times, asks: { kind: 'state' }, since: 0 as Instant },
});
const CHECKS = [
  check('hourly', { kind: 'every', hours: 1 }),
  check('start', { kind: 'start' }),
  check('clock', { kind: 'clock', times: ['08:00', '23:00'] as never }),
];

it('gives each check due exactly one shift, with somebody on it by the roster of that moment', () => {
  fc.assert(
    fc.property(timelines, (versions) => {
      const due = dueChecks({ checks: CHECKS, versions, span: SPAN, zone: VIETNAM });
      expect(new Set(due.map(dueKey)).size).toBe(due.length);
      for (const { dueAt, shift, version: of } of due) {
        expect(versionsInForceAt(versions, dueAt)).toContain(of);
        expect(shift.span.start <= dueAt && dueAt < shift.span.end).toBe(true);
        expect(of.roster.assignments.some(({ shiftId }) => shiftId === shift.id)).toBe(true);
      }
      // And every hour at which somebody stands has its own.
      const hourly = new Set(due.filter((each) => each.check.id === 'hourly').map(({ dueAt }) => dueAt));
      for (let hour = 0; hour < HOURS; hour++) {
        const at = plusMinutes(START, hour * 60);
        const [inForce] = versionsInForceAt(versions, at);
        const shift = inForce?.plan.shifts.find(({ span }) => span.start <= at && at < span.end);
        const stood = inForce?.roster.assignments.some(({ shiftId }) => shiftId === shift?.id) ?? false;
        expect(hourly.has(at)).toBe(stood);
      }
    }),
    { seed: 8, numRuns: 60 },
  );
});

it('gives each change of shift its two crews, by the roster of that moment', () => {
  fc.assert(
    fc.property(timelines, (versions) => {
      for (let i = 1; i < 6; i++) {
        const at = plusMinutes(START, i * 480);
        const inForce = versionsInForceAt(versions, at);
        const held = (index: number) =>
          inForce[0]?.roster.assignments.filter(({ shiftId }) => shiftId === `watch/${index}`) ?? [];
        const changes = changesWithin(inForce, { start: at, end: (at + 1) as Instant });
        expect(changes.length).toBe(held(i - 1).length);
        for (const { outgoing, incoming } of changes) {
          expect(outgoing.staffIds).toEqual(held(i - 1).map(({ staffId }) => staffId));
          expect(incoming.flatMap(({ staffIds }) => staffIds)).toEqual(held(i).map(({ staffId }) => staffId));
        }
      }
    }),
    { seed: 8, numRuns: 60 },
  );
});
