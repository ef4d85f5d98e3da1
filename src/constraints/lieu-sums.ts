/**
 * Days off in lieu added up: who stands three duties of one Tết is off for three times as many working days after it. They are
 * taken one after the other from the first working day on; on the j-th of them stands nobody who is owed j or more.
 */

import type { Day } from '../calendar/day.ts';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import { holidayWorth, type LieuTable, workingDaysFrom } from '../domain/lieu-days.ts';
import type { Plan } from '../domain/plan.ts';
import type { RosterIndex } from '../domain/roster-index.ts';
import type { Shift } from '../domain/shift.ts';
import type { Finding } from './constraint.ts';
import { fixedInScope, type ShiftScope, shiftsInScope } from './shift-scope.ts';
import type { TermSink } from './term-sink.ts';

type Table = LieuTable & { readonly scope: ShiftScope };

/** One holiday. */
export interface LieuSum {
  /** Working days after it, ascending, as many as one person can be owed. */
  readonly days: readonly Day[];
  /** The plan's shifts that earn, and how many days each. */
  readonly worth: ReadonlyMap<Shift, number>;
  fixed(staffId: string): readonly { readonly duty: FixedDuty; readonly days: number }[];
}

/** One entry a holiday of which a duty earns anything; none where duties of a holiday are not added up. */
export function lieuSums(plan: Plan, table: Table): LieuSum[] {
  if (table.holidayCount === 'once') return [];
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const shifts = shiftsInScope(plan, table.scope).flatMap((shift) => {
    const presence = posts.get(shift.postId)?.presence ?? 'on-site';
    const worth = holidayWorth({ day: shift.day, span: shift.span, presence }, table, plan.breaks);
    return worth ? [{ shift, ...worth }] : [];
  });
  const fixed = new Map(
    plan.staff.map(({ id }) => [
      id,
      fixedInScope(plan, table.scope, id).flatMap((duty) => {
        const presence = duty.seat?.post.presence ?? 'on-site';
        const worth = holidayWorth({ day: duty.day, span: duty.span, presence }, table, plan.breaks);
        return worth ? [{ duty, ...worth }] : [];
      }),
    ]),
  );
  const holidays = new Set([...shifts, ...[...fixed.values()].flat()].map(({ within }) => within));
  return [...holidays].map((holiday): LieuSum => {
    const own = shifts.filter(({ within }) => within === holiday);
    const ofFixed = (staffId: string) =>
      (fixed.get(staffId) ?? []).filter(({ within }) => within === holiday);
    const before = Math.max(0, ...plan.staff.map(({ id }) => total(ofFixed(id))));
    // One person stands one of several shifts of the same hours.
    const hours = new Map(own.map((each) => [`${each.shift.span.start} ${each.shift.span.end}`, each]));
    return {
      days: workingDaysFrom(holiday.to, before + total([...hours.values()]), plan.breaks),
      worth: new Map(own.map(({ shift, days }) => [shift, days])),
      fixed: ofFixed,
    };
  });
}

const total = (worth: readonly { readonly days: number }[]): number =>
  worth.reduce((sum, { days }) => sum + days, 0);

/** One person's duties of one holiday. */
interface Owed {
  /** By what is fixed alone. */
  readonly fixed: number;
  /** The fixed duties on the days after the holiday, and which of these each is, from 1. */
  readonly later: readonly { readonly duty: FixedDuty; readonly place: number }[];
}

function owedOf(plan: Plan, sum: LieuSum, staffId: string): Owed {
  const later = streamOf(plan.fixed)
    .of(staffId)
    .map((duty) => ({ duty, place: sum.days.indexOf(duty.day) + 1 }))
    .filter(({ place }) => place > 0);
  return { fixed: total(sum.fixed(staffId)), later };
}

/** Each duty on a day off counts the days still owed by then. */
export function sumViolations(plan: Plan, roster: RosterIndex, table: Table): Finding[] {
  return lieuSums(plan, table).flatMap((sum) =>
    plan.staff.flatMap(({ id }): Finding[] => {
      const { fixed, later } = owedOf(plan, sum, id);
      const stood = roster.shiftsOf(id);
      const earning = stood.filter((shift) => sum.worth.has(shift));
      const owed = earning.reduce((days, shift) => days + (sum.worth.get(shift) ?? 0), fixed);
      const about = { staffIds: [id], params: {} };
      const found = stood.map((shift) => ({
        ...about,
        amount: owed - sum.days.indexOf(shift.day),
        shiftIds: [...earning, shift].map((each) => each.id),
        isDayOff: sum.days.includes(shift.day),
      }));
      const beside = later.map(({ duty, place }) => ({
        ...about,
        amount: owed - Math.max(place - 1, fixed),
        shiftIds: earning.map((each) => each.id),
        fixed: [duty],
        isDayOff: true,
      }));
      return [...found, ...beside].flatMap(({ isDayOff, ...each }) =>
        isDayOff && each.amount > 0 ? [each] : [],
      );
    }),
  );
}

/** v is what is owed where the later shift is stood, and at most nought where it is not. */
export function sumTerms(plan: Plan, table: Table, sink: TermSink): void {
  for (const sum of lieuSums(plan, table)) {
    const earning = Int32Array.from(sum.worth.keys(), ({ id }) => sink.shift(id));
    const coefficients = Int32Array.from(sum.worth.values());
    const all = coefficients.reduce((days, each) => days + each, 0);
    const later = plan.shifts.filter(({ day }) => sum.days.includes(day));
    for (const { id } of plan.staff) {
      const people = Int32Array.of(sink.person(id));
      const { fixed, later: beside } = owedOf(plan, sum, id);
      const most = fixed + all;
      for (const shift of later) {
        const above = sum.days.indexOf(shift.day);
        if (most <= above) continue;
        const shifts = Int32Array.of(sink.shift(shift.id));
        sink.counter({
          blocks: [
            { people, shifts: earning, coefficients },
            { people, shifts, coefficients: Int32Array.of(most) },
          ],
          offset: fixed - most,
          price: { kind: 'range', above },
        });
      }
      for (const { place } of beside) {
        sink.counter({
          blocks: [{ people, shifts: earning, coefficients }],
          offset: fixed,
          price: { kind: 'range', above: Math.max(place - 1, fixed) },
        });
      }
    }
  }
}
