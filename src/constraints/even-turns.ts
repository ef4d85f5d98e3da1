/**
 * Duties come round evenly over time. A person's turn is the days of the period over the days of duty that an even sharing
 * gives them, so it follows headcount, length, leave and share by itself. Two duties that follow each other should begin
 * two thirds to seven fifths of a turn apart, each calendar month should hold its part rounded down or up, and no stretch
 * of three and a half turns more than four. What lies within costs nothing. See decision 0121.
 */

import { z } from 'zod';
import { daysBetween } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { RosterIndex } from '../domain/roster-index.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { shiftScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';
import { type Portion, type Turn, turnsOf } from './turns.ts';

const params = z.strictObject({ scope: shiftScope, who: staffScope });

/** Days beside the plan in which the duty before and the one after are looked for. */
const REACH_DAYS = 31;
/** What a day off the even distance counts, and a duty off the even count. */
const PER_DAY = 2;
const PER_DUTY = 12;

/** Distances in days between duties that follow each other, at least one of them the roster's own. */
interface Distance {
  readonly days: number;
  readonly close: number;
  readonly far: number;
  readonly shiftIds: readonly string[];
}

/** Duty days of the person, those fixed included, and what lies between them. */
function distancesOf(plan: Plan, roster: RosterIndex, turn: Turn): Distance[] {
  const first = plan.days[0];
  if (first === undefined) return [];
  const turning = new Set(turn.shifts.map((s) => plan.shifts[s]?.id));
  const stood = new Map<number, string[]>();
  for (const { id, day } of roster.shiftsOf(turn.staffId)) {
    if (!turning.has(id)) continue;
    const at = daysBetween(first, day);
    stood.set(at, [...(stood.get(at) ?? []), id]);
  }
  const fixed = new Set(turn.fixed.on);
  return [...closeOnes(turn, stood, fixed), ...farOnes(plan.days.length, turn, stood)];

  function closeOnes(
    { least, fixed: { last, next } }: Turn,
    own: typeof stood,
    set: typeof fixed,
  ): Distance[] {
    const days = [...new Set([...own.keys(), ...set])].sort((a, b) => a - b);
    const all = [...(last === undefined ? [] : [last]), ...days, ...(next === undefined ? [] : [next])];
    return all.slice(1).flatMap((day, i): Distance[] => {
      const before = all[i] ?? day;
      const isOwn = (at: number): boolean => own.has(at) && !set.has(at);
      const close = Math.max(0, least - (day - before));
      if (close === 0 || !(isOwn(day) || isOwn(before))) return [];
      return [
        {
          days: day - before,
          close,
          far: 0,
          shiftIds: [...(own.get(before) ?? []), ...(own.get(day) ?? [])],
        },
      ];
    });
  }
}

/** Stretches without duty or leave; what was without before the period counts only up to the most. */
function farOnes(length: number, turn: Turn, stood: ReadonlyMap<number, readonly string[]>): Distance[] {
  const { most, away, fixed } = turn;
  const stops = new Set([...stood.keys(), ...fixed.on, ...away]);
  const found: Distance[] = [];
  let off = fixed.last === undefined ? 0 : Math.min(most - 1, -1 - fixed.last);
  let from = -1;
  for (let day = 0; day <= length; day++) {
    const after = fixed.next === undefined ? 0 : Math.min(most - 1, fixed.next - length);
    if (day === length) off += after;
    if (day < length && !stops.has(day)) {
      off++;
      continue;
    }
    const isTouched = from + 1 < day;
    const far = Math.max(0, off - (most - 1));
    const shiftIds = [...(stood.get(from) ?? []), ...(stood.get(day) ?? [])];
    if (far > 0 && isTouched) found.push({ days: off + 1, close: 0, far, shiftIds });
    from = day;
    off = 0;
  }
  return found;
}

function portionFinding(plan: Plan, roster: RosterIndex, turn: Turn, portion: Portion): Finding[] {
  const { least, most, kind } = portion;
  const stood = portion.shifts.flatMap((s, i) => {
    const id = plan.shifts[s]?.id ?? '';
    return roster.stands(turn.staffId, id) ? [{ id, unit: (portion.units[i] ?? 0) * PER_DUTY }] : [];
  });
  const value = stood.reduce((sum, { unit }) => sum + Math.round(unit), 0);
  const amount = Math.max(0, least * PER_DUTY - value, value - most * PER_DUTY);
  if (amount === 0) return [];
  const count = Math.round((10 * value) / PER_DUTY) / 10;
  const shiftIds = stood.map(({ id }) => id);
  return [
    { amount, staffIds: [turn.staffId], shiftIds, params: { kind, count, least, most, days: portion.days } },
  ];
}

export const evenTurns = defineConstraint({
  code: 'even-turns',
  kind: 'balance',
  params,
  defaults: { strength: { kind: 'soft', weight: 10 }, params: params.parse({}) },
  reachDays: () => REACH_DAYS,

  violations(plan, roster, { scope }) {
    return turnsOf(plan, scope, REACH_DAYS).flatMap((turn) => [
      ...distancesOf(plan, roster, turn).map(({ days, close, far, shiftIds }): Finding => {
        const { least, most } = turn;
        const params = { kind: 'distance', count: days, least, most, days };
        return { amount: (close + far) * PER_DAY, staffIds: [turn.staffId], shiftIds, params };
      }),
      ...turn.portions.flatMap((portion) => portionFinding(plan, roster, turn, portion)),
    ]);
  },

  terms(plan, { scope }, sink) {
    for (const turn of turnsOf(plan, scope, REACH_DAYS)) {
      const person = sink.person(turn.staffId);
      const shifts = turn.shifts.map((s) => sink.shift(plan.shifts[s]?.id ?? ''));
      const { last, next, on } = turn.fixed;
      const length = plan.days.length;
      const run = { people: [person], shifts };
      if (turn.least > 1) {
        const beside = {
          before: last === undefined ? -1 : -1 - last,
          after: next === undefined ? -1 : next - length,
        };
        const touching = (day: number | undefined, edge: number, inner: number): number =>
          day === edge && !on.includes(inner) ? 1 : 0;
        const adjacent = { before: last === -1 ? 1 : 0, after: touching(next, length, length - 1), on };
        const cut = (days: number): number => Math.min(days, turn.least - 1);
        const off = { before: cut(beside.before), after: cut(beside.after), on };
        sink.run({
          ...run,
          state: 'on',
          most: 1,
          amount: PER_DAY * (turn.least - 1),
          fixed: new Map([[person, adjacent]]),
        });
        sink.run({
          ...run,
          state: 'off',
          least: turn.least - 1,
          amount: PER_DAY,
          fixed: new Map([[person, off]]),
        });
      }
      const cut = (days: number): number => Math.min(days, turn.most - 1);
      const open = {
        before: last === undefined ? -1 : cut(-1 - last),
        after: next === undefined ? -1 : cut(next - length),
        on: [...new Set([...on, ...turn.away])].sort((a, b) => a - b),
      };
      sink.run({
        ...run,
        state: 'off',
        most: turn.most - 1,
        amount: PER_DAY,
        fixed: new Map([[person, open]]),
      });
      for (const portion of turn.portions) {
        const block = {
          people: Int32Array.of(person),
          shifts: Int32Array.from(portion.shifts, (s) => sink.shift(plan.shifts[s]?.id ?? '')),
          coefficients: Int32Array.from(portion.units, (unit) => Math.round(unit * PER_DUTY)),
        };
        const below = portion.least > 0 ? { below: portion.least * PER_DUTY } : {};
        sink.counter({ blocks: [block], price: { kind: 'range', ...below, above: portion.most * PER_DUTY } });
      }
    }
  },
});
