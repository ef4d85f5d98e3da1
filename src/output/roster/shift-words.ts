/** One shift in words: both calendars, the name people know it by, hours, post. Every page and paper takes them here. */

import { clockTimeOf } from '../../calendar/zone.ts';
import type { FixedDuty } from '../../domain/duty-stream.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import { formatClockRange, formatNamedDay, formatWeekdayDateShort } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';
import { marksNight } from './columns.ts';
import { dayHead } from './day-head.ts';

export interface ShiftWords {
  readonly id: string;
  /** `T6 05/02`. */
  readonly day: string;
  /** `29 Chạp`. */
  readonly lunar: string;
  /** `Đêm`; may be empty. */
  readonly label: string;
  /** `22–06`. */
  readonly hours: string;
  /** `22:00 – 06:00`. */
  readonly clock: string;
  /** `Đêm 22–06`. */
  readonly what: string;
  /** `T6 05/02 Đêm 22–06`, for inside a sentence. */
  readonly whole: string;
  /** As `marksNight` says. */
  readonly night: boolean;
  /** `Giao thừa`; empty on most days. */
  readonly named: string;
  readonly post: string;
}

export function shiftWords(language: Language, plan: Plan, shift: Shift): ShiftWords {
  const post = plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '';
  return toldShiftWords(language, plan.unit.zone, { ...shift, post });
}

/** The same of a shift that was told of, and may be in no plan any more. */
export function toldShiftWords(
  language: Language,
  zone: string,
  shift: Pick<Shift, 'id' | 'day' | 'span' | 'label' | 'night' | 'namedDay'> & { readonly post: string },
): ShiftWords {
  const { span, day, namedDay } = shift;
  const label = cleanLine(shift.label);
  const hours = formatClockRange(language, span, zone);
  const what = `${label} ${hours}`.trim();
  const when = formatWeekdayDateShort(language, day);
  return {
    id: shift.id,
    day: when,
    lunar: dayHead(language, day).lunar,
    label,
    hours,
    clock: `${clockTimeOf(span.start, zone)} – ${clockTimeOf(span.end, zone)}`,
    what,
    whole: `${when} ${what}`,
    night: marksNight(shift),
    named: namedDay === undefined ? '' : formatNamedDay(language, namedDay),
    post: cleanLine(shift.post),
  };
}

/** A duty by itself, as the unit's stream has it: `T4 31/03 Đêm 22–06`. */
export function dutyWords(
  language: Language,
  zone: string,
  { day, span, seat }: FixedDuty,
): { readonly whole: string; readonly lunar: string } {
  const what = `${cleanLine(seat?.label ?? '')} ${formatClockRange(language, span, zone)}`.trim();
  return { whole: `${formatWeekdayDateShort(language, day)} ${what}`, lunar: dayHead(language, day).lunar };
}

/** `T4 31/03 Đêm 22–06 (Kỳ tháng Ba: Trực)`: a duty of another period, or one from before this one. */
export function fixedLine(language: Language, { unit }: Plan, { day, span, seat }: FixedDuty): string {
  const when = formatWeekdayDateShort(language, day);
  const hours = formatClockRange(language, span, unit.zone);
  if (!seat) return `${when} ${hours} ${translate(language, 'roster.beside.typed')}`;
  const about = { period: cleanLine(seat.period.name), post: cleanLine(seat.post.name) };
  const what = `${cleanLine(seat.label)} ${hours}`.trim();
  return `${when} ${what} ${translate(language, 'roster.beside.published', about)}`;
}

/** `T6 05/02 Đêm 22–06`, for inside a sentence. */
export function shiftLine(language: Language, plan: Plan, shift: Shift): string {
  return shiftWords(language, plan, shift).whole;
}
