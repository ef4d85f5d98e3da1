/** What a feed is asked for: whose shifts, how worded, and out of which published periods. Knows no iCalendar. */

import type { Instant } from '../calendar/interval.ts';
import type { SeatState } from '../domain/seat-history.ts';
import type { RosterVersion } from '../domain/version.ts';
import type { Language } from '../i18n/translate.ts';

/** Whose shifts; `name` is the person, post or unit as the calendar's own title shows it. */
export type FeedScope =
  | { readonly kind: 'personal'; readonly staffId: string; readonly name: string }
  | { readonly kind: 'post'; readonly postId: string; readonly name: string }
  | { readonly kind: 'unit'; readonly name: string }
  | { readonly kind: 'leaders'; readonly name: string };

/** `evening-before` rings at 20:00 on the day before the shift begins, in the unit's zone. */
export const ALARMS = ['none', '1h', '12h', 'evening-before'] as const;
export type Alarm = (typeof ALARMS)[number];

/** How standby shifts show: leaving the time free, taking it, or not at all. */
export const STANDBY_DISPLAYS = ['free', 'busy', 'hidden'] as const;
export type StandbyDisplay = (typeof STANDBY_DISPLAYS)[number];

/** `discreet` says only that one is on duty, for calendars that others can see. */
export const TITLE_STYLES = ['full', 'short', 'discreet'] as const;
export type TitleStyle = (typeof TITLE_STYLES)[number];

/** Chosen by the subscriber when the link is made. */
export interface FeedOptions {
  readonly language: Language;
  readonly alarm: Alarm;
  readonly standby: StandbyDisplay;
  readonly title: TitleStyle;
  readonly phones: boolean;
}

export const DEFAULT_FEED_OPTIONS: FeedOptions = {
  language: 'vi',
  alarm: 'none',
  standby: 'free',
  title: 'full',
  phones: true,
};

/** One period as published: its newest version and what became of every seat up to it. */
export interface FeedPeriod {
  readonly latest: RosterVersion;
  readonly seats: readonly SeatState[];
}

export interface FeedRequest {
  readonly scope: FeedScope;
  readonly options: FeedOptions;
  /** True when the feed's address holds a secret token; without one no phone number leaves, whatever is asked. */
  readonly guarded: boolean;
  readonly periods: readonly FeedPeriod[];
  /** Decides only which cancellations are still told; rounding it down to the day keeps the bytes still. */
  readonly readAt: Instant;
}
