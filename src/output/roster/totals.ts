/**
 * What each person's shifts add up to, in figures that every page and every paper shows alike. Points are those of the
 * ledger: whole, of the shifts stood; how heavy they are for a part-timer stands in `teams.ts`.
 */

import { onSiteMinutes } from '../../domain/duty-hours.ts';
import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import { formatNumber, type Language } from '../../i18n/translate.ts';
import { onceFor } from '../../kernel/once-for.ts';
import type { Rostered } from './seats.ts';

export interface Totals {
  readonly shifts: number;
  readonly minutes: number;
  readonly nights: number;
  /** Between 22:00 and 06:00. */
  readonly nightMinutes: number;
  /** By the civil day they fall on, not the day the shift begins. */
  readonly holidayMinutes: number;
  /** Of this roster. */
  readonly points: number;
  /** Of earlier years, as the plan's ledger has them. */
  readonly pointsBefore: number;
}

export function totalsByPerson({ plan, roster }: Rostered): (staffId: string) => Totals {
  const index = new RosterIndex(plan, roster);
  const before = ledgerPoints(plan);
  const holidayMinutes = onceFor((shift: Shift) => holidayMinutesOf(plan, shift));
  return (staffId) => ({
    ...totalsOfShifts(index.shiftsOf(staffId), holidayMinutes),
    pointsBefore: before.get(staffId) ?? 0,
  });
}

/** As often as a shift is stood, by whoever. */
export function totalsOfRoster({ plan, roster }: Rostered): Totals {
  const index = new RosterIndex(plan, roster);
  const stood = plan.shifts.flatMap((shift) => index.staffOf(shift.id).map(() => shift));
  const pointsBefore = [...ledgerPoints(plan).values()].reduce((sum, points) => sum + points, 0);
  const holidayMinutes = onceFor((shift: Shift) => holidayMinutesOf(plan, shift));
  return { ...totalsOfShifts(stood, holidayMinutes), pointsBefore };
}

function totalsOfShifts(
  shifts: readonly Shift[],
  holidayMinutes: (shift: Shift) => number,
): Omit<Totals, 'pointsBefore'> {
  const sum = (amount: (shift: Shift) => number): number =>
    shifts.reduce((total, shift) => total + amount(shift), 0);
  return {
    shifts: shifts.length,
    minutes: sum(({ minutes }) => minutes),
    nights: shifts.filter(({ night }) => night).length,
    nightMinutes: sum(({ nightMinutes }) => nightMinutes),
    holidayMinutes: sum(holidayMinutes),
    points: sum(({ points }) => points),
  };
}

function holidayMinutesOf({ breaks, unit }: Plan, { span }: Shift): number {
  const { day, night } = onSiteMinutes(span, breaks, unit.zone);
  return day.holiday + night.holiday;
}

/** Points of earlier years by person; who has none is not in it. */
export function ledgerPoints({ ledger }: Plan): Map<string, number> {
  const points = new Map<string, number>();
  for (const { staffId, kind, amount } of ledger) {
    if (kind === 'points') points.set(staffId, (points.get(staffId) ?? 0) + amount);
  }
  return points;
}

/** `7,5`, a dash for nothing. */
export function figure(language: Language, value: number): string {
  return value === 0 ? '–' : formatNumber(language, Math.round(value * 10) / 10);
}

/** Hours of so many minutes, as `figure`. */
export function hoursFigure(language: Language, minutes: number): string {
  return figure(language, minutes / 60);
}
