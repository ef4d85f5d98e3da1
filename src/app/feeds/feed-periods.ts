/** What a unit's calendars are made of, gathered once for as long as it stays as it is. */

import type { Instant } from '../../calendar/interval.ts';
import type { Unit } from '../../domain/unit.ts';
import { countContactChanges } from '../../store/contact-change-store.ts';
import type { Database } from '../../store/database.ts';
import { publishedState } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { type GatheredPeriods, gatherFeedPeriods } from './gather-feed-periods.ts';

/** Another number whenever something of it was published, or one of its people's names or numbers changed. */
export async function feedState(db: Database, unitId: string): Promise<number> {
  return (await publishedState(db, unitId)) + (await countContactChanges(db, unitId));
}

export interface FeedMoment {
  readonly unit: Unit;
  /** See `feedState`. */
  readonly state: number;
  /** Start of a day in the unit's zone. */
  readonly readAt: Instant;
}

export function feedPeriods(
  { db, feeds }: Pick<App, 'db' | 'feeds'>,
  { unit, state, readAt }: FeedMoment,
): Promise<GatheredPeriods> {
  const key = JSON.stringify([unit.id, unit.zone, state, readAt]);
  return feeds.periods.find(key, () => gatherFeedPeriods(db, unit, readAt));
}
