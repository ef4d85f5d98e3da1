/** Day by day, how full the answers in force are: of the units on a page, no others. */

import type { DayJudgement } from '../../domain/answer-judgement.ts';
import { listAnswerDays } from '../../store/answer-store.ts';
import type { App } from '../app.ts';
import { type OrderKey, openOrder } from './open-order.ts';
import type { AskedOverview } from './read-overview.ts';

/** By unit. Throws as `openOrder`. */
export async function readDays(
  app: App,
  key: OrderKey,
  units: readonly AskedOverview[],
): Promise<ReadonlyMap<string, readonly DayJudgement[]>> {
  await openOrder(app, key);
  const days = await listAnswerDays(
    app.db,
    units.flatMap(({ answer }) => answer?.id ?? []),
  );
  return new Map(units.map(({ unitId, answer }) => [unitId, days.get(answer?.id ?? 0) ?? []]));
}
