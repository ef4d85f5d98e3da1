/** The last day of a link, a feed or a token, as people type it: it opens until that day is over where the unit is. */

import { addDays, type Day, parseDay } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { dayOf, startOfDay } from '../calendar/zone.ts';
import { AppError } from '../kernel/app-error.ts';
import type { App } from './app.ts';
import { requireUnit } from './require.ts';

/** What an issuing use case takes; nothing for one without an end. */
export interface End {
  readonly endsAt?: Instant;
}

/**
 * @param typed `dd/mm/yyyy`; empty for no end. Throws `invalid`, `error.end-day` for what is no day and
 * `error.end-day.past` for one that is over; `not-found` for a unit that is not there.
 */
export async function endAfter({ db, clock }: App, unitId: string, typed = ''): Promise<End> {
  if (typed.trim() === '') return {};
  const unit = await requireUnit(db, unitId);
  const value = typed.trim().slice(0, 40);
  const last = typedDay(value);
  if (last === undefined) throw new AppError('invalid', 'error.end-day', { value });
  if (last < dayOf(clock(), unit.zone)) throw new AppError('invalid', 'error.end-day.past', { value });
  return { endsAt: startOfDay(addDays(last, 1), unit.zone) };
}

function typedDay(text: string): Day | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
