/** Until when an order is to be answered, by the clock of the unit; where the superior's shows another, by both. */

import type { AskedOrder } from '../../app/answers/asked-orders.ts';
import { formatClockDay } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

export function deadlineWords(
  { language, say }: Pick<Visit, 'language' | 'say'>,
  { order, asked: { deadline }, zone }: Pick<AskedOrder, 'order' | 'asked' | 'zone'>,
  { year = false } = {},
): string {
  const at = formatClockDay(language, deadline, { zone, year });
  const there = formatClockDay(language, deadline, { zone: order.zone, year });
  return at === there ? at : say('answers.deadline.both', { at, there, superior: order.superiorName });
}
