/** A period's days as a calendar of weeks, with what one person asked for on each; and each line of it in words. */

import type { PeriodAvailability } from '../../app/availability/list-availability.ts';
import { addDays, type Day, weekday } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { overlaps } from '../../calendar/interval.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import { expandAvailability } from '../../domain/availability-spans.ts';
import type { AvailabilityEntry, AvailabilityKind } from '../../domain/case.ts';
import type { Post } from '../../domain/unit.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { type DayHead, dayHead } from '../../output/roster/day-head.ts';
import type { Visit } from '../kit/visit.ts';

export interface LeaveDay {
  /** Empty cells before the first and after the last day. */
  readonly blank: boolean;
  readonly head: DayHead | false;
  readonly kind: AvailabilityKind | '';
  readonly words: string;
  /** Where the day is taken up; empty when nothing can be said of it any more. */
  readonly href: string;
  readonly chosen: boolean;
}

const BLANK: LeaveDay = {
  blank: true,
  head: false,
  kind: '',
  words: '',
  href: '',
  chosen: false,
};
/** More days than a period ever has. */
const MOST_DAYS = 62;

/** Weeks from Monday to Sunday. */
export function leaveDays(
  visit: Visit,
  { period, unit, lines }: PeriodAvailability,
  { chosen, href }: { readonly chosen: Day | undefined; readonly href: (day: Day) => string },
): LeaveDay[][] {
  const first = dayOf(period.span.start, unit.zone);
  const last = dayOf((period.span.end - 1) as Instant, unit.zone);
  const marks = marksOf(
    lines.filter(({ state }) => state !== 'refused').map(({ entry }) => entry),
    unit.zone,
  );
  const cells: LeaveDay[] = Array.from({ length: (weekday(first) + 6) % 7 }, () => BLANK);
  for (let day = first, i = 0; day <= last && i < MOST_DAYS; day = addDays(day, 1), i++) {
    const kind = marks(day);
    const head = dayHead(visit.language, day);
    const words = kind === '' ? '' : visit.say(`own.leave.short.${kind}`);
    cells.push({ blank: false, head, kind, words, href: href(day), chosen: day === chosen });
  }
  while (cells.length % 7 !== 0) cells.push(BLANK);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Leave before wishes. */
function marksOf(entries: readonly AvailabilityEntry[], zone: string): (day: Day) => AvailabilityKind | '' {
  return (day) => {
    const span = { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) };
    const touching = entries.filter((entry) => {
      const { leave, wishes } = expandAvailability([entry], span, zone);
      return [...leave, ...wishes].some((each) => overlaps(each.span, span));
    });
    const kinds = touching.map(({ kind }) => kind);
    return kinds.find((kind) => kind === 'leave') ?? kinds[0] ?? '';
  };
}

export function lineWords(
  { language, say }: Visit,
  { kind, leaveKind, from, to, startTime, endTime, rrule, postId, note }: AvailabilityEntry,
  posts: readonly Post[],
) {
  const last = addDays(to, -1);
  const short = (day: Day): string => formatWeekdayDateShort(language, day);
  const days = last <= from ? short(from) : `${short(from)} – ${short(last)}`;
  const clock = startTime && endTime ? `, ${startTime}–${endTime}` : '';
  const again = rrule === undefined ? '' : `, ${say('own.leave.again')}`;
  const post = posts.find(({ id }) => id === postId)?.shortName;
  const when = `${days}${clock}${again}${post === undefined ? '' : ` · ${post}`}`;
  const title = leaveKind ? say(`leave.kind.${leaveKind}`) : say(`own.leave.${kind}`);
  return {
    kind,
    title,
    when,
    note,
    removeLabel: say('own.leave.remove-label', { line: `${title}, ${when}` }),
  };
}
