/** Who stands when by an on-call schedule, held against a recount hour by hour that works another way. */

import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { expandOnCall } from '../../src/input/on-call/expand.ts';
import type { Layer, OnCallSchedule, Override, TurnUnit } from '../../src/input/on-call/schedule.ts';
import { depth } from '../depth.ts';

const HOUR = 3_600_000;
/** Over a change of clocks in spring and in autumn, for zones that have one. */
const BEGINNINGS = ['2027-02-01T00:00:00Z', '2027-03-20T00:00:00Z', '2027-10-25T00:00:00Z'].map((text) =>
  Date.parse(text),
);

/** Whoever a layer's own turns and hours put there at a moment: one step after another from the beginning. */
function plainAt({ turns, windows, spans, zone, until }: Layer, at: number): string[] {
  const told = spans.filter(({ start, end }) => start <= at && at < end).map(({ personId }) => personId);
  const local = DateTime.fromMillis(at, { zone });
  const minute = local.hour * 60 + local.minute;
  const isOpen =
    windows.length === 0 ||
    windows.some(({ weekdays, start, minutes }) =>
      Array.from({ length: 9 }, (_, back) => back).some((back) => {
        const day = local.minus({ days: back });
        const since = minute + back * 1440 - start;
        return weekdays.includes(day.weekday) && since >= 0 && since < minutes;
      }),
    );
  if (!isOpen) return [];
  if (!turns || at < turns.start || (until !== undefined && at >= until)) return told;
  const begun = DateTime.fromMillis(turns.start, { zone });
  let number = 0;
  const startOf = (n: number): number =>
    turns.unit === 'hour'
      ? turns.start + n * turns.every * HOUR
      : begun.plus({ [`${turns.unit}s`]: n * turns.every }).toMillis();
  while (startOf(number + 1) <= at) number++;
  const isStood =
    turns.minutes === undefined ||
    at < DateTime.fromMillis(startOf(number), { zone }).plus({ minutes: turns.minutes }).toMillis();
  const group = turns.groups[(turns.first + number) % turns.groups.length] ?? [];
  return isStood ? [...told, ...group] : told;
}

function standingAt(layer: Layer, overrides: readonly Override[], at: number): string[] {
  let now = plainAt(layer, at);
  for (const { start, end, adds, removes, layers } of overrides) {
    if (at < start || at >= end || (layers && !layers.includes(layer.name))) continue;
    const out = removes === undefined ? [] : now.filter((each) => removes === 'everyone' || each === removes);
    now = now.filter((each) => !out.includes(each));
    if (adds !== undefined && (removes === undefined || out.length > 0)) now = [...now, adds];
  }
  return now;
}

const people = fc.constantFrom('a', 'b', 'c', 'd');
const zone = fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/New_York', 'UTC');

const layerFrom = (from: number) =>
  fc
    .record({
      name: fc.constantFrom('x', 'y'),
      zone,
      level: fc.integer({ min: 0, max: 2 }),
      unit: fc.constantFrom<TurnUnit>('hour', 'day', 'week', 'month'),
      every: fc.integer({ min: 1, max: 8 }),
      back: fc.integer({ min: -20, max: 900 }),
      groups: fc.array(fc.uniqueArray(people, { maxLength: 2 }), { minLength: 1, maxLength: 4 }),
      first: fc.integer({ min: 0, max: 5 }),
      windows: fc.array(
        fc.record({
          weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
          start: fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
          minutes: fc.integer({ min: 1, max: 72 }).map((hours) => hours * 60),
        }),
        { maxLength: 2 },
      ),
      until: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    })
    .map(({ unit, every, back, groups, first, until, ...layer }): Layer => {
      // Turns that begin between three and five are moved by a change of clocks; libraries differ on where to.
      const start = DateTime.fromMillis(from - back * HOUR, { zone: layer.zone }).set({
        hour: 12 + (Math.abs(back) % 9),
      });
      const ends = until === undefined ? {} : { until: (from + until * HOUR) as Instant };
      return {
        ...layer,
        spans: [],
        turns: {
          start: start.toMillis() as Instant,
          every: unit === 'hour' ? every * 3 : every,
          unit,
          groups,
          first,
        },
        ...ends,
      };
    });

const overrideFrom = (from: number) =>
  fc
    .record({
      start: fc.integer({ min: 0, max: 250 }),
      hours: fc.integer({ min: 1, max: 60 }),
      adds: fc.option(people, { nil: undefined }),
      removes: fc.option(fc.constantFrom('a', 'b', 'everyone'), { nil: undefined }),
      layers: fc.option(fc.constant(['x']), { nil: undefined }),
    })
    .map(
      ({ start, hours, adds, removes, layers }): Override => ({
        start: (from + start * HOUR) as Instant,
        end: (from + (start + hours) * HOUR) as Instant,
        ...(adds === undefined ? {} : { adds }),
        ...(removes === undefined ? {} : { removes }),
        ...(layers === undefined ? {} : { layers }),
      }),
    );

const cases = fc.constantFrom(...BEGINNINGS).chain((from) =>
  fc.record({
    from: fc.constant(from),
    layers: fc.array(layerFrom(from), { minLength: 1, maxLength: 3 }),
    overrides: fc.array(overrideFrom(from), { maxLength: 3 }),
  }),
);

describe('an on-call schedule over a span of time', () => {
  it('is what a recount hour by hour says', () => {
    fc.assert(
      fc.property(cases, ({ from, layers, overrides }) => {
        const schedule: OnCallSchedule = {
          source: 'opsgenie',
          name: '',
          zone: 'UTC',
          people: [],
          layers,
          overrides,
          left: [],
        };
        const within = { start: from as Instant, end: (from + 10 * 24 * HOUR) as Instant };
        const spans = expandOnCall(schedule, within);
        for (let at = within.start + HOUR / 2; at < within.end; at += HOUR) {
          const plain = layers.map((layer) => standingAt(layer, overrides, at));
          layers.forEach((layer, i) => {
            const isHidden = layers.some(
              (each, j) => each.level > layer.level && (plain[j]?.length ?? 0) > 0,
            );
            const want = isHidden ? [] : [...new Set(plain[i])].sort();
            const got = (spans[i]?.spans ?? [])
              .filter(({ start, end }) => start <= at && at < end)
              .map(({ personId }) => personId);
            if (JSON.stringify([...new Set(got)].sort()) !== JSON.stringify(want))
              throw new Error(`${new Date(at).toISOString()} layer ${i}: ${got} and not ${want}`);
          });
        }
      }),
      { numRuns: depth({ short: 25, deep: 3000 }), seed: 27 },
    );
  });

  it('is bounded where turns are an hour each for ever, and empty before it begins', () => {
    const turns = { start: 0 as Instant, every: 1, unit: 'hour', groups: [['a'], ['b']], first: 0 } as const;
    const layer: Layer = { name: 'x', zone: 'UTC', level: 0, turns, windows: [], spans: [] };
    const schedule: OnCallSchedule = {
      source: 'goalert',
      name: '',
      zone: 'UTC',
      people: [],
      layers: [layer],
      overrides: [],
      left: [],
    };
    const century = { start: 0 as Instant, end: (876_000 * HOUR) as Instant };
    expect(expandOnCall(schedule, century)[0]?.spans).toHaveLength(10_000);
    expect(expandOnCall(schedule, { start: (-100 * HOUR) as Instant, end: 0 as Instant })[0]?.spans).toEqual(
      [],
    );
  });
});
