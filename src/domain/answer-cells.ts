/**
 * An answer as a small unit writes it: one cell a day and a person asked for, filled in from the last answer. Where people
 * are known from before, they are named by a key, so that no phone has to travel through a form.
 */

import type { Day } from '../calendar/day.ts';
import { dayOf, spanByClock } from '../calendar/zone.ts';
import { foldForSearch } from '../kernel/names.ts';
import type { AnswerDuty } from './answer.ts';
import type { OrderDemand } from './order.ts';
import type { Tier } from './unit.ts';

export interface AnswerPerson {
  readonly name: string;
  readonly title: string;
  readonly phone: string;
  /** The force they belong to, where the unit named it. */
  readonly label: string;
}

/** The seat `place` (from 0) of a demand on a day. */
export interface AnswerCell {
  readonly day: Day;
  readonly demandId: string;
  readonly place: number;
}

export interface FilledCell extends AnswerCell {
  readonly person: AnswerPerson;
}

/** By day, then demand, then place. */
export function cellsOf(days: readonly Day[], demands: readonly OrderDemand[]): AnswerCell[] {
  return days.flatMap((day) =>
    demands.flatMap(({ id, least }) =>
      Array.from({ length: least }, (_, place) => ({ day, demandId: id, place })),
    ),
  );
}

export function cellName({ day, demandId, place }: AnswerCell): string {
  return `${day} ${demandId} ${place}`;
}

/** Empty cells make no duty. */
export function dutiesOfCells(
  cells: readonly FilledCell[],
  demands: readonly OrderDemand[],
  zone: string,
): AnswerDuty[] {
  return cells.flatMap(({ day, demandId, person }) => {
    const demand = demands.find(({ id }) => id === demandId);
    const span = demand && spanByClock(day, demand.start, demand.minutes, zone);
    if (!demand || !span || person.name === '') return [];
    const { name, title, phone, label } = person;
    return [{ tier: demand.tier, label: label || demand.name, demandId, span, name, title, phone }];
  });
}

/** Tells people known from before apart without their phone. */
export function personKey({ name, phone }: Pick<AnswerPerson, 'name' | 'phone'>): string {
  return `${foldForSearch(name)} ${lastDigits(phone)}`.trim();
}

const SHOWN_DIGITS = 3;

export function lastDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-SHOWN_DIGITS);
}

export interface KnownAnswerPerson extends AnswerPerson {
  readonly key: string;
  readonly tiers: readonly Tier[];
}

/** Whoever stood in these duties, each once, in the order they come. */
export function peopleOfDuties(duties: readonly AnswerDuty[]): KnownAnswerPerson[] {
  const known = new Map<string, KnownAnswerPerson>();
  for (const { name, title, phone, label, tier } of duties) {
    const key = personKey({ name, phone });
    const before = known.get(key);
    const tiers = [...new Set([...(before?.tiers ?? []), tier])];
    known.set(key, { ...(before ?? { key, name, title, phone, label }), tiers });
  }
  return [...known.values()];
}

/**
 * Cells as the last answer fills them: of the same days where it has them; else its days one after the other, from the
 * first on, tier by tier.
 */
export function filledFrom(
  cells: readonly AnswerCell[],
  demands: readonly OrderDemand[],
  { duties, zone }: { readonly duties: readonly AnswerDuty[]; readonly zone: string },
): FilledCell[] {
  const days = [...new Set(cells.map(({ day }) => day))];
  const same = duties.some(({ span }) => days.includes(dayOf(span.start, zone)));
  const oldDays = [...new Set(duties.map(({ span }) => dayOf(span.start, zone)))].sort();
  return cells.flatMap((cell) => {
    const demand = demands.find(({ id }) => id === cell.demandId);
    const meant = same ? cell.day : oldDays[days.indexOf(cell.day) % Math.max(1, oldDays.length)];
    const standing = duties.filter(
      (duty) =>
        dayOf(duty.span.start, zone) === meant &&
        (duty.demandId === undefined || !same ? duty.tier === demand?.tier : duty.demandId === cell.demandId),
    );
    const held = standing[cell.place];
    if (!held) return [];
    const { name, title, phone, label } = held;
    return [{ ...cell, person: { name, title, phone, label } }];
  });
}
