/** A feed: whose shifts a subscriber follows, and how the subscriber wants them told. Its token is not known here. */

import type { Language } from '../kernel/languages.ts';

export type FeedScope =
  | { readonly kind: 'personal'; readonly staffId: string }
  | { readonly kind: 'post'; readonly postId: string }
  | { readonly kind: 'unit' }
  | { readonly kind: 'leaders' }
  /** Leaders of every unit below, by what was sent up. */
  | { readonly kind: 'leaders-below' };

/** `evening-before` rings at 20:00 on the day before the shift begins, in the unit's zone. */
export const ALARMS = ['none', '1h', '12h', 'evening-before'] as const;
export type Alarm = (typeof ALARMS)[number];

/** How standby shifts show: leaving the time free, taking it, or not at all. */
export const STANDBY_DISPLAYS = ['free', 'busy', 'hidden'] as const;
export type StandbyDisplay = (typeof STANDBY_DISPLAYS)[number];

/** `discreet` says only that one is on duty, for calendars that others can see. */
export const TITLE_STYLES = ['full', 'short', 'discreet'] as const;
export type TitleStyle = (typeof TITLE_STYLES)[number];

/** Chosen by the subscriber when the link is made; a new choice is a new link. */
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
