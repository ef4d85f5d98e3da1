/** What one person stands and stood: published shifts one by one, and the named days of every year. */

import type { OpenPerson } from '../../app/staff/open-staff-member.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import { NAMED_DAYS } from '../../calendar/named-days.ts';
import type { LedgerKind } from '../../domain/ledger.ts';
import { formatDate, formatLunarShort, formatNamedDay, formatWeekdayShort } from '../../i18n/format.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import { rosterPath } from '../paths/periods.ts';

export function shiftRows(visit: Visit, { shifts }: OpenPerson) {
  const { language, now } = visit;
  return shifts.toReversed().map(({ shift, post, version }) => ({
    day: `${formatWeekdayShort(language, shift.day)} ${formatDate(shift.day)}`,
    lunar: formatLunarShort(language, lunarOf(shift.day)),
    named: shift.namedDay === undefined ? '' : formatNamedDay(language, shift.namedDay),
    hours: shiftWords(language, version.plan, shift).hours,
    night: shift.night,
    post: post.name,
    period: version.plan.period.name,
    href: rosterPath(version.periodId),
    points: shift.points,
    ahead: shift.span.end > now,
  }));
}

/** Years downwards, the newest first; only named days that were ever stood have a column. */
export function memoryTable(visit: Visit, { ledger }: OpenPerson) {
  const kinds = NAMED_DAYS.filter((kind) => ledger.some((entry) => entry.kind === kind));
  const years = [...new Set(ledger.map(({ year }) => year))].sort((a, b) => b - a);
  const amount = (year: number, kind: LedgerKind): string => {
    const found = ledger.find((entry) => entry.year === year && entry.kind === kind);
    return found && found.amount !== 0 ? String(found.amount) : '–';
  };
  return {
    heads: kinds.map((kind) => formatNamedDay(visit.language, kind)),
    years: years.map((year) => ({
      year,
      points: amount(year, 'points'),
      cells: kinds.map((kind) => amount(year, kind)),
    })),
  };
}
