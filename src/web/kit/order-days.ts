/** The days of an order in words, by both calendars. */

import type { Day } from '../../calendar/day.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import type { OrderContent } from '../../domain/order.ts';
import { formatDate, formatLunarLong, formatWeekday, formatWeekdayDate } from '../../i18n/format.ts';
import type { Visit } from './visit.ts';

/** `Thứ Năm 04/02 – Thứ Tư 10/02/2027 · 28 tháng Chạp – mùng 5 tháng Giêng`. */
export function orderDays(
  { say, language }: Pick<Visit, 'say' | 'language'>,
  { firstDay, lastDay }: Pick<OrderContent, 'firstDay' | 'lastDay'>,
): string {
  const whole = (day: Day): string => `${formatWeekday(language, day)} ${formatDate(day)}`;
  const lunar = (day: Day): string => formatLunarLong(language, lunarOf(day));
  if (lastDay === undefined)
    return `${say('orders.days.open', { first: whole(firstDay) })} · ${lunar(firstDay)}`;
  if (lastDay === firstDay) return `${whole(firstDay)} · ${lunar(firstDay)}`;
  const dates = say('orders.days.closed', {
    first: formatWeekdayDate(language, firstDay),
    last: whole(lastDay),
  });
  return `${dates} · ${lunar(firstDay)} – ${lunar(lastDay)}`;
}
