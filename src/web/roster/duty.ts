/** Who stands watch at a moment, and who comes next, out of the published rosters. */

import { type Instant, minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Post } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import {
  formatBothCalendars,
  formatCountdown,
  formatDuration,
  formatWeekdayDateShort,
} from '../../i18n/format.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { type Seat, seatsOf, standerOf } from '../../output/roster/seats.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';

/** Handovers shown; more are on the roster. */
const MOST_NEXT = 3;

interface Standing {
  readonly version: RosterVersion;
  readonly plan: Plan;
  readonly post: Post;
  /** Where the post stands in its plan. */
  readonly order: number;
  readonly shift: Shift;
  readonly seats: readonly Seat[];
}

export function dutyAt(visit: Visit, versions: readonly RosterVersion[]) {
  const { now, say, language } = visit;
  const all = versions.flatMap(standingsOf);
  const current = all
    .filter(({ shift }) => shift.span.start <= now && now < shift.span.end)
    .sort((a, b) => a.order - b.order);
  const upcoming = all
    .filter(({ shift }) => shift.span.start > now)
    .sort((a, b) => a.shift.span.start - b.shift.span.start || a.order - b.order)
    .slice(0, MOST_NEXT);
  const first = current.toSorted((a, b) => a.shift.span.end - b.shift.span.end)[0];
  return {
    active: first !== undefined,
    // `09:42 · ca Sáng còn 4 giờ 18 phút`; with nobody on duty, when the next shift begins.
    clock: first ? clockWords(visit, first) : untilWords(visit, upcoming[0]),
    // Of the shift, percent gone and `còn 6 giờ 28 phút`.
    // Percent of the shift that ends first.
    elapsed: first ? shareOf(first.shift, now) : 0,
    posts: current.map(({ version, plan, post, shift, seats }) => ({
      post: post.shortName,
      hours: [
        shiftWords(language, plan, shift).hours,
        post.presence === 'standby' ? say('web.duty.standby') : '',
      ]
        .join(' ')
        .trim(),
      elapsed: shareOf(shift, now),
      left: say('wall.left', {
        time: formatDuration(language, Math.ceil(minutesBetween(now, shift.span.end))),
      }),
      people: seats
        .filter(({ kind }) => kind !== 'wanted')
        .map((seat) => {
          const { name, phone, missing } = standerOf(language, version, shift, seat);
          return { name, phone, href: phone === '' ? '' : telephonePath(phone), empty: missing };
        }),
    })),
    next: upcoming.map((standing) => {
      const people = standing.seats
        .filter(({ kind }) => kind !== 'wanted')
        .map((seat) => standerOf(language, standing.version, standing.shift, seat));
      return {
        when: `${momentWords(visit, standing)} · ${standing.post.shortName}`,
        names: people.map(({ name }) => name).join(', '),
        short: people.some(({ missing }) => missing),
      };
    }),
  };
}

const standingsOf = onceFor((version: RosterVersion): readonly Standing[] => {
  const { plan, roster } = version;
  const seats = seatsOf(plan, roster);
  return plan.shifts.flatMap((shift) => {
    const order = plan.posts.findIndex(({ id }) => id === shift.postId);
    const post = plan.posts[order];
    return post ? [{ version, plan, post, order, shift, seats: seats(shift) }] : [];
  });
});

function shareOf({ span, minutes }: Shift, now: Instant): number {
  return Math.round((minutesBetween(span.start, now) / minutes) * 1000) / 10;
}

function clockWords({ language, now, say }: Visit, { plan, shift }: Standing): string {
  const left = Math.ceil(minutesBetween(now, shift.span.end));
  return say('web.duty.clock', {
    clock: clockTimeOf(now, plan.unit.zone),
    shift: shift.label,
    left: formatDuration(language, left),
  });
}

function untilWords({ language, now, say }: Visit, first: Standing | undefined): string {
  if (!first) return say('web.duty.nothing');
  return say('web.duty.until', {
    day: formatBothCalendars(language, first.shift.day),
    left: formatCountdown(language, Math.ceil(minutesBetween(now, first.shift.span.start))),
  });
}

/** `14:00` today, `T5 04/02 06:00` on another day. */
function momentWords({ language, now }: Visit, { plan, shift }: Standing): string {
  const { zone } = plan.unit;
  const clock = clockTimeOf(shift.span.start, zone);
  return shift.day === dayOf(now, zone) ? clock : `${formatWeekdayDateShort(language, shift.day)} ${clock}`;
}
