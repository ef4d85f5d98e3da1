/** `--until DAY` of what is good until the end of a day. */

import { addDays, parseDay } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { startOfDay, VIETNAM } from '../calendar/zone.ts';
import { type Arguments, type CommandOption, UsageError } from './command.ts';

export const UNTIL: CommandOption = { name: 'until', kind: 'text', placeholder: 'DD/MM/YYYY' };

/** Nothing where it was not asked for. Throws `UsageError` for what is no day. */
export function endOf(args: Arguments): { readonly endsAt?: Instant } {
  const typed = args.text(UNTIL.name);
  if (typed === undefined) return {};
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const last = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (last === undefined) throw new UsageError('cli.error.day', { value: typed });
  return { endsAt: startOfDay(addDays(last, 1), VIETNAM) };
}
