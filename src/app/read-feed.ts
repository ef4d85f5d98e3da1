/** From a feed's token to the calendar behind it. A poll that finds nothing new costs a few look-ups. */

import { addDays } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { dayOf, startOfDay } from '../calendar/zone.ts';
import { cancellationIsKept, CANCELLED_KEPT_DAYS, seatHistory } from '../domain/seat-history.ts';
import type { Unit } from '../domain/unit.ts';
import { renderFeed } from '../output/calendar-feed.ts';
import type { FeedPeriod } from '../output/feed-request.ts';
import type { Database } from '../store/database.ts';
import { type FeedLink, findFeedLink, recordFeedUse } from '../store/feed-token-store.ts';
import { listStaff } from '../store/staff-store.ts';
import { findUnit } from '../store/unit-store.ts';
import { countVersions, listPublishedPeriods, listWholeVersions } from '../store/version-store.ts';
import type { App } from './app.ts';
import type { FeedDocument } from './feed-shelf.ts';
import { hashOfToken, isToken } from './feed-token.ts';
