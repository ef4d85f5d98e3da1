/**
 * Nobody is on duty on more than so many weekends of the period, or of any so many weeks in a row: free weekends come
 * round. A weekend is the Saturday and Sunday of one week; a shift counts on the day it begins. Weekends stood in other
 * periods count too, but only what the plan adds to them is blamed.
 */

import { z } from 'zod';
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { isWeekend } from '../calendar/holidays.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';
import { fixedInScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  mostWeekends: z.int().min(0).max(53).default(2),
  /** Any so many weeks in a row; absent: the whole period. */
  windowWeeks: z.int().min(1).max(53).optional(),
  scope: shiftScope,
  who: staffScope,
});

type Params = z.infer<typeof params>;

/** The Saturday of a weekend day. */
function weekendOf(day: Day): Day {
  return addDays(day, 6 - weekday(day));
}

/** Weekends of one window and the plan's shifts on each. */
type Window = ReadonlyMap<Day, readonly Shift[]>;

/** Every stretch of so many weeks that holds a weekend of the plan, and may reach beyond it; without a length, the plan's. */
function windowsOf(plan: Plan, { windowWeeks, scope }: Params): Window[] {
  const weekends = new Map<Day, Shift[]>();
  for (const shift of shiftsInScope(plan, scope).filter(({ day }) => isWeekend(day))) {
    const saturday = weekendOf(shift.day);
    weekends.set(saturday, [...(weekends.get(saturday) ?? []), shift]);
  }
  const [first] = weekends.keys();
  const last = [...weekends.keys()].at(-1);
  if (first === undefined || last === undefined) return [];
  if (windowWeeks === undefined) return [weekends];
  const windows: Window[] = [];
  for (let from = addDays(first, -7 * (windowWeeks - 1)); from <= last; from = addDays(from, 7)) {
    const saturdays = Array.from({ length: windowWeeks }, (_, i) => addDays(from, 7 * i));
    windows.push(new Map(saturdays.map((saturday) => [saturday, weekends.get(saturday) ?? []])));
  }
  return windows;
}

interface Fixed {
  readonly duties: readonly FixedDuty[];
  readonly weekends: ReadonlySet<Day>;
}

function fixedWeekends(plan: Plan, { scope }: Params, staffId: string): Fixed {
  const duties = fixedInScope(plan, scope, staffId).filter(({ day }) => isWeekend(day));
  return { duties, weekends: new Set(duties.map(({ day }) => weekendOf(day))) };
}

/** Weekends of the window that the person may add, and how many of them without going over. */
function roomOf(window: Window, { mostWeekends }: Params, fixed: Fixed) {
  const before = [...window.keys()].filter((saturday) => fixed.weekends.has(saturday)).length;
  const open = [...window].filter(([saturday, shifts]) => !fixed.weekends.has(saturday) && shifts.length > 0);
  return { before, open, room: Math.max(0, mostWeekends - before) };
}

export const mostWeekends = defineConstraint({
  code: 'most-weekends',
  personal: true,
  worsens: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 20 }, params: params.parse({}) },
  reachDays: ({ windowWeeks = 0 }) => 7 * windowWeeks,
  variant: ({ windowWeeks }) => (windowWeeks === undefined ? 'period' : 'rolling'),

  violations(plan, roster, asked) {
    const windows = windowsOf(plan, asked);
    return plan.staff.flatMap(({ id }) => {
      const fixed = fixedWeekends(plan, asked, id);
      const overrun = windows
        .map((window) => {
          const { before, open, room } = roomOf(window, asked, fixed);
          const stood = open.filter(([, shifts]) => shifts.some((shift) => roster.stands(id, shift.id)));
          return { window, stood, count: before + stood.length, over: stood.length - room };
        })
        .filter(({ over }) => over > 0);
      const [worst] = [...overrun].sort((a, b) => b.over - a.over);
      if (!worst) return [];
      const shifts = worst.stood.flatMap(([, all]) => all.filter((shift) => roster.stands(id, shift.id)));
      return [
        {
          amount: overrun.reduce((sum, { over }) => sum + over, 0),
          staffIds: [id],
          shiftIds: shifts.map((shift) => shift.id),
          fixed: fixed.duties.filter(({ day }) => worst.window.has(weekendOf(day))),
          params: { count: worst.count, most: asked.mostWeekends },
        },
      ];
    });
  },

  terms(plan, asked, sink) {
    const windows = windowsOf(plan, asked);
    for (const { id } of plan.staff) {
      const fixed = fixedWeekends(plan, asked, id);
      for (const window of windows) {
        const { open, room } = roomOf(window, asked, fixed);
        sink.group({
          people: [sink.person(id)],
          groups: open.map(([, shifts]) => shifts.map((shift) => sink.shift(shift.id))),
          price: { kind: 'range', above: room },
        });
      }
    }
  },
});
