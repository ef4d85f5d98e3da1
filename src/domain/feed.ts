/** A feed: whose shifts a subscriber follows, and how the subscriber wants them told. Its token is not known here. */

export type FeedScope =
  | { readonly kind: 'person'; readonly staffId: string }
  | { readonly kind: 'post'; readonly postId: string }
  | { readonly kind: 'unit' }
  | { readonly kind: 'leaders' };

/** `evening` is 20:00 on the day before the shift. */
export const FEED_ALARMS = ['none', '1h', '12h', 'evening'] as const;
export type FeedAlarm = (typeof FEED_ALARMS)[number];

export const FEED_LANGUAGES = ['vi', 'en'] as const;
export type FeedLanguage = (typeof FEED_LANGUAGES)[number];

/** Chosen when the link is made; a new choice is a new link. */
export interface FeedOptions {
  readonly alarm: FeedAlarm;
  /** Whether standby shifts appear. */
  readonly standby: boolean;
  readonly language: FeedLanguage;
}

export const DEFAULT_FEED_OPTIONS: FeedOptions = { alarm: 'none', standby: true, language: 'vi' };
