/** English sentences: what an event of a feed says. */

import type { feedsVi } from '../vi/feeds.ts';

export const feedsEn: Record<keyof typeof feedsVi, string> = {
  'feed.calendar.personal': 'Duty shifts of {name}',
  'feed.calendar.post': 'Duty roster: {name}',
  'feed.calendar.unit': 'Duty roster: {name}',
  'feed.calendar.leaders-below': 'Leaders on duty in the units: {name}',
  'feed.below.order': 'By what was sent up for: {order}',
  'feed.below.phone': 'Call: {phone}',
  'feed.calendar.leaders': 'Leaders on duty: {name}',

  'feed.title.discreet': 'On duty',
  'feed.title.cancelled': 'CANCELLED – {title}',

  'feed.when': '{weekday} {date}, {range} ({duration})',
  'feed.lunar': 'Lunar date: {lunar}',
  'feed.post.on-site': 'Post: {post}. On site.',
  'feed.post.standby': 'Post: {post}. On standby, come when called.',
  'feed.systems': 'Watching: {systems}',
  'feed.holder': 'On duty: {people}',
  'feed.together': 'Together with: {people}',
  'feed.handover': 'Hand over to: {people} (at {when})',
  'feed.call': 'In an incident call, in this order:',

  'feed.cancelled.personal': 'You no longer stand this shift. The newest roster says who does.',
  'feed.cancelled.seat': 'This seat is no longer in the newest roster.',

  'feed.alarm': 'Duty soon: {title}',
};
