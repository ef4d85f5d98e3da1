/**
 * The events of a feed: which seats its scope shows, which cancellations it still tells, and when each rings. The words
 * stand in `feed-words.ts`, iCalendar's text in `calendar-feed.ts`.
 */

import { addDays } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { type Interval, minutesBetween } from '../calendar/interval.ts';
import { type ClockTime, dayOf, instantAt } from '../calendar/zone.ts';
import type { Alarm, FeedOptions, FeedScope } from '../domain/feed.ts';
import { cancellationIsKept, type HeldSeat, type SeatState } from '../domain/seat-history.ts';
import type { Post } from '../domain/unit.ts';
import type { FeedPeriod, FeedRequest } from './feed-request.ts';
import { cancelledWords, type FeedWords, heldWords, type WordingContext } from './feed-words.ts';

export interface FeedEvent extends FeedWords {
  readonly uid: string;
  readonly sequence: number;
  /** Moment of the last change: DTSTAMP and LAST-MODIFIED alike (RFC 5545 §3.8.7.2, without METHOD). */
  readonly revised: Instant;
  readonly span: Interval;
  readonly cancelled: boolean;
  /** True when the event leaves the time free. */
  readonly transparent: boolean;
  /** Minutes before the start; absent for no alarm. */
  readonly alarmMinutes?: number;
}

/** By start, then UID, each UID once. */
export function feedEvents(request: FeedRequest): FeedEvent[] {
  return request.periods
    .flatMap((period) => periodEvents(request, period))
    .sort((a, b) => a.span.start - b.span.start || (a.uid < b.uid ? -1 : 1));
}

function periodEvents(request: FeedRequest, { latest, beside, seats }: FeedPeriod): FeedEvent[] {
  const { scope, options, guarded } = request;
  const context: WordingContext = {
    language: options.language,
    title: options.title,
    namesHolder: scope.kind !== 'personal',
    phones: options.phones && guarded,
    latest,
    beside,
  };
  return seats
    .filter((seat) => options.standby !== 'hidden' || seat.post.presence !== 'standby')
    .flatMap((seat) => {
      const event = isShown(scope, seat)
        ? heldEvent(seat, options, context)
        : cancellation(seat, request, context);
      return event ? [event] : [];
    });
}

/** Whether the scope covers the seat at all; whose it is comes on top for a personal feed. */
function covers(scope: FeedScope, post: Post): boolean {
  if (scope.kind === 'post') return post.id === scope.postId;
  return scope.kind !== 'leaders' || post.tier === 'leader';
}

function isShown(scope: FeedScope, seat: SeatState): seat is HeldSeat {
  if (seat.status !== 'held') return false;
  return scope.kind === 'personal' ? seat.holder.id === scope.staffId : covers(scope, seat.post);
}

function heldEvent(seat: HeldSeat, options: FeedOptions, context: WordingContext): FeedEvent {
  const { span } = seat.shift;
  const alarmMinutes = minutesBefore(options.alarm, span.start, context.latest.plan.unit.zone);
  return {
    ...heldWords(context, seat),
    uid: uidOf(seat),
    sequence: seat.sequence,
    revised: seat.lastRevised,
    span,
    cancelled: false,
    transparent: seat.post.presence === 'standby' && options.standby === 'free',
    ...(alarmMinutes === undefined ? {} : { alarmMinutes }),
  };
}

/** What a feed must take off a calendar: a seat lost by the subscriber, or one that nobody holds any more. */
function cancellation(
  seat: SeatState,
  { scope, readAt }: FeedRequest,
  context: WordingContext,
): FeedEvent | undefined {
  const last =
    scope.kind === 'personal'
      ? seat.former.find(({ staff }) => staff.id === scope.staffId)
      : covers(scope, seat.post) && seat.status === 'cancelled'
        ? seat.former.at(-1)
        : undefined;
  if (!last || !cancellationIsKept(last.lostAt, readAt)) return undefined;
  return {
    ...cancelledWords(context, last),
    uid: uidOf(seat),
    sequence: last.sequence,
    revised: last.lostAt,
    span: last.shift.span,
    cancelled: true,
    transparent: true,
  };
}

/**
 * The seat's seed in characters every reader and file name takes. One to one: `~` of the seed itself is written `%7E`,
 * so no two seats share a UID.
 */
function uidOf({ uidSeed }: SeatState): string {
  return encodeURIComponent(uidSeed.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('~', '%7E')
    .replaceAll('%2F', '~');
}

const EVENING = '20:00' as ClockTime;

/** How long before the start it rings; undefined for not at all. */
export function minutesBefore(alarm: Alarm, start: Instant, zone: string): number | undefined {
  if (alarm === 'none') return undefined;
  if (alarm === '1h') return 60;
  if (alarm === '12h') return 720;
  return minutesBetween(instantAt(addDays(dayOf(start, zone), -1), EVENING, zone), start);
}
