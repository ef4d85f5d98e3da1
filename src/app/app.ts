/** What every use case is given: the store, the clock, chance, the holidays. Nothing else is reached for. */

import type { HolidaySources } from '../calendar/holiday-sources.ts';
import type { Instant } from '../calendar/interval.ts';
import type { Database } from '../store/database.ts';
import type { FeedShelf } from './feed-shelf.ts';

export interface App {
  readonly db: Database;
  readonly clock: () => Instant;
  /** Bytes nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly holidays: HolidaySources;
  /** Feeds rendered before, kept while they are still true. */
  readonly feedShelf: FeedShelf;
}
