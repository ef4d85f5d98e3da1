/** One shift in the words of someone's own page: both calendars, the name people know it by, hours, post. */

import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import {
  formatClockRange,
  formatLunarShort,
  formatNamedDay,
  formatWeekdayDateShort,
} from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

export interface ShiftWords {
  readonly id: string;
  /** `T6 05/02`. */
  readonly day: string;
  /** `29 Chạp`. */
  readonly lunar: string;
  readonly label: string;
  /** `22–06`. */
  readonly hours: string;
  /** `22:00 – 06:00`. */
  readonly clock: string;
  readonly night: boolean;
  /** `Giao thừa`; empty on most days. */
  readonly named: string;
  readonly post: string;
  /** `Đêm T6 05/02 22–06`, for inside a sentence. */
  readonly whole: string;
  readonly points: string;
}

export function shiftWords({ language, say }: Visit, plan: Plan, shift: Shift): ShiftWords {
  const { zone } = plan.unit;
  const day = formatWeekdayDateShort(language, shift.day);
  const hours = formatClockRange(language, shift.span, zone);
  return {
    id: shift.id,
    day,
    lunar: isLunarDay(shift.day) ? formatLunarShort(language, lunarOf(shift.day)) : '',
    label: shift.label,
    hours,
    clock: `${clockTimeOf(shift.span.start, zone)} – ${clockTimeOf(shift.span.end, zone)}`,
    night: shift.night,
    named: shift.namedDay === undefined ? '' : formatNamedDay(language, shift.namedDay),
    post: plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '',
    whole: `${shift.label} ${day} ${hours}`,
    points: say('own.points', { points: shift.points }),
  };
}
