/** What other days off change in the periods of a unit: days, shifts, points, pins, and the rosters made of them. */

import { addDays, type Day, eachDay } from '../../calendar/day.ts';
import { breaksOfYear } from '../../calendar/holiday-sources.ts';
import { dayStanding, type HolidayBreak, sharesHoliday } from '../../calendar/holidays.ts';
import type { Instant } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import type { Case } from '../../domain/case.ts';
import type { DayChange, NoticeEffect } from '../../domain/notice-effect.ts';
import type { Period } from '../../domain/period.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Fault } from '../../kernel/fault.ts';
import { findCase } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { findDraft } from '../../store/draft-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { planOf } from './get-plan.ts';
import { fitCase } from './rewrite-period.ts';

export interface PeriodAfter {
  readonly effect: NoticeEffect;
  /** The period as it must be rewritten; absent: as it is. */
  readonly source?: Case;
  /** Why no plan can be made of it any more; empty when one can. */
  readonly faults: readonly Fault[];
}

export interface NoticeChange {
  readonly unit: Unit;
  readonly entry: HolidayBreak;
  /** The unit's own entries of all years. */
  readonly before: readonly HolidayBreak[];
  readonly after: readonly HolidayBreak[];
}

interface Breaks {
  readonly before: readonly HolidayBreak[];
  readonly after: readonly HolidayBreak[];
  /** Those only one side has. */
  readonly moved: readonly HolidayBreak[];
}

/** By start; a period that could not be planned before and cannot now is none of the notice's doing. */
export async function noticeEffects(
  trx: Database,
  app: App,
  change: NoticeChange,
): Promise<{ readonly replaced: readonly HolidayBreak[]; readonly periods: readonly PeriodAfter[] }> {
  const breaks = breaksOf(app, change);
  const periods: PeriodAfter[] = [];
  const unitId = change.unit.id;
  for (const { period } of await listPeriods(trx, unitId)) {
    if (!rests(period, change.unit, breaks.moved)) continue;
    const source = await findCase(trx, { unitId, periodId: period.id });
    const after = source && (await periodAfter(trx, app, { source, change, breaks }));
    if (after) periods.push(after);
  }
  const { entry } = change;
  return { replaced: breaks.before.filter(({ kind }) => sharesHoliday(kind, entry.kind)), periods };
}

function breaksOf(app: App, { entry, before, after }: NoticeChange): Breaks {
  const of = (overrides: readonly HolidayBreak[]): HolidayBreak[] =>
    breaksOfYear(entry.year, { ...app.holidays, overrides });
  const sides = { before: of(before), after: of(after) };
  const only = (these: readonly HolidayBreak[], those: readonly HolidayBreak[]): HolidayBreak[] => {
    const known = new Set(those.map((each) => JSON.stringify(each)));
    return these.filter((each) => !known.has(JSON.stringify(each)));
  };
  return { ...sides, moved: [...only(sides.before, sides.after), ...only(sides.after, sides.before)] };
}

/** It names the holiday, or one of its days lies in a break that is another now, or is swapped with one. */
function rests(period: Period, unit: Unit, moved: readonly HolidayBreak[]): boolean {
  const { from, to } = daysOf(period, unit);
  return moved.some(
    (each) =>
      period.holidays.includes(each.key) ||
      (each.from < to && from < each.to) ||
      each.swaps.some(({ worked }) => worked !== null && from <= worked && worked < to),
  );
}

/** The days it touches, [from, to): one that ends at midnight does not touch the day that begins. */
function daysOf({ span }: Period, { zone }: Unit): { readonly from: Day; readonly to: Day } {
  const last = dayOf((span.end - 1) as Instant, zone);
  return { from: dayOf(span.start, zone), to: addDays(last, 1) };
}

interface Subject {
  readonly source: Case;
  readonly change: NoticeChange;
  readonly breaks: Breaks;
}

async function periodAfter(trx: Database, app: App, subject: Subject): Promise<PeriodAfter | undefined> {
  const { source, change, breaks } = subject;
  const planned = planOf(app, { ...source, holidayOverrides: change.before });
  const holidays = renamed(source.period.holidays, breaks);
  const wanted = { ...source, period: { ...source.period, holidays }, holidayOverrides: change.after };
  const fitted = fitCase(app, wanted);
  const broken = 'length' in fitted;
  if (broken && !planned.ok) return undefined;
  const shifts = {
    before: planned.ok ? planned.value.shifts : [],
    after: broken ? [] : fitted.plan.shifts,
  };
  const pins = broken ? 0 : fitted.fallen.pins.length;
  const effect = { ...(await effectOf(trx, subject, shifts)), pins };
  if (broken) return { effect, faults: fitted };
  const same = pins === 0 && holidays.join() === source.period.holidays.join();
  return { effect, faults: [], ...(same ? {} : { source: fitted.source }) };
}

/** A holiday that two breaks made one, or one made two: a period goes on serving what it served. */
function renamed(keys: readonly string[], { before, after }: Breaks): string[] {
  const names = keys.flatMap((key) => {
    const old = before.find((each) => each.key === key);
    if (!old || after.some((each) => each.key === key)) return [key];
    return after.filter(({ kind }) => sharesHoliday(kind, old.kind)).map((each) => each.key);
  });
  return [...new Set(names)];
}

interface Shifts {
  readonly before: readonly Shift[];
  readonly after: readonly Shift[];
}

async function effectOf(
  trx: Database,
  { source: { unit, period }, change: { entry }, breaks }: Subject,
  shifts: Shifts,
): Promise<Omit<NoticeEffect, 'pins'>> {
  const key = { unitId: unit.id, periodId: period.id };
  const removed = missingFrom(shifts.after, shifts.before);
  const seatsLost = ({ assignments }: Roster): number =>
    assignments.filter(({ shiftId }) => removed.has(shiftId)).length;
  const draft = await findDraft(trx, key);
  const version = await findNewestVersion(trx, key);
  const { from, to } = daysOf(period, unit);
  const served = renamed(period.holidays, breaks).includes(entry.key);
  return {
    periodId: period.id,
    name: period.name,
    days: dayChanges(from, to, breaks),
    outside: served ? eachDay(entry.from, entry.to).filter((day) => !isCovered(day, shifts.after)) : [],
    added: missingFrom(shifts.before, shifts.after).size,
    removed: removed.size,
    points: { before: pointsOf(shifts.before), after: pointsOf(shifts.after) },
    ...(draft ? { draft: { seats: seatsLost(draft.roster) } } : {}),
    ...(version && !version.withdrawn
      ? { published: { number: version.number, seats: seatsLost(version.roster) } }
      : {}),
  };
}

/** Ids of those of `these` that `those` has not. */
function missingFrom(those: readonly Shift[], these: readonly Shift[]): Set<string> {
  const known = new Set(those.map(({ id }) => id));
  return new Set(these.map(({ id }) => id).filter((id) => !known.has(id)));
}

/** Between its first and its last shift's day. */
function isCovered(day: Day, shifts: readonly Shift[]): boolean {
  const days = shifts.map((shift) => shift.day);
  return days.some((each) => each <= day) && days.some((each) => day <= each);
}

function pointsOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { points, cover }) => sum + points * cover.minimum, 0);
}

function dayChanges(from: Day, to: Day, { before, after }: Breaks): DayChange[] {
  return eachDay(from, to).flatMap((day) => {
    const change = { day, before: dayStanding(day, before), after: dayStanding(day, after) };
    return change.before === change.after ? [] : [change];
  });
}
