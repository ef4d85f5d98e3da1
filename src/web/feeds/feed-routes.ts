/** Addresses of feed links and of the way to subscribe, one line each; feeds themselves have an endpoint of their own. */

import type { Route } from '../kit/route.ts';
import { makeFeed, revokeFeed, rotateFeed, showFeeds, showOwnFeeds } from './links.ts';
import { makeFeedSheet, showFeedSheet } from './sheet.ts';
import { showGuide, showSubscribe } from './subscribe.ts';

const FEEDS = '/units/:unit/feeds';

export const FEED_ROUTES: readonly Route[] = [
  { method: 'get', path: FEEDS, show: showFeeds, action: 'feed.edit' },
  { method: 'post', path: FEEDS, show: makeFeed, action: 'feed.edit', own: true },
  { method: 'get', path: `${FEEDS}/mine`, show: showOwnFeeds, action: 'feed.edit', own: true },
  { method: 'get', path: `${FEEDS}/sheet`, show: showFeedSheet, action: 'feed.edit' },
  { method: 'post', path: `${FEEDS}/sheet`, show: makeFeedSheet, action: 'feed.edit' },
  { method: 'post', path: `${FEEDS}/:link/rotate`, show: rotateFeed, action: 'feed.edit', own: true },
  { method: 'post', path: `${FEEDS}/:link/revoke`, show: revokeFeed, action: 'feed.edit', own: true },
  { method: 'get', path: '/subscribe', show: showGuide, scope: 'anyone' },
  { method: 'get', path: '/subscribe/:token', show: showSubscribe, scope: 'anyone' },
];
