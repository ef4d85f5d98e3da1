/** What a feed is rendered from: the subscriber's choice and the published periods. Knows no iCalendar. */

import type { Instant } from '../calendar/interval.ts';
import type { FeedOptions, FeedScope } from '../domain/feed.ts';
import type { SeatState } from '../domain/seat-history.ts';
import type { RosterVersion } from '../domain/version.ts';

/** One period as published, names and phones of today: its newest version and what became of every seat up to it. */
export interface FeedPeriod {
  readonly latest: RosterVersion;
  /** Newest versions of the other periods, where their crews may take over from this one's. */
  readonly beside: readonly RosterVersion[];
  readonly seats: readonly SeatState[];
}

export interface FeedRequest {
  readonly scope: FeedScope;
  /** The person, post or unit as the calendar's own title names it. */
  readonly subject: string;
  readonly options: FeedOptions;
  /** True when the feed's address holds a secret token; without one no phone number leaves, whatever is asked. */
  readonly guarded: boolean;
  readonly periods: readonly FeedPeriod[];
  /** Decides only which cancellations are still told; rounding it down to the day keeps the bytes still. */
  readonly readAt: Instant;
}
