/** Answers an order with a published roster: shown first with what it lacks, then sent as a copy of that version. */

import type { Instant } from '../../calendar/interval.ts';
import { type AnswerDuty, byTheDay } from '../../domain/answer.ts';
import { dutiesOf, sameDuties } from '../../domain/answer-from-roster.ts';
import type { Judgement } from '../../domain/answer-judgement.ts';
import { spanOfOrder } from '../../domain/order.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listAnswerDuties, listAnswersFrom, markOutdated } from '../../store/answer-store.ts';
import type { Database } from '../../store/database.ts';
import { findOrder } from '../../store/order-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { type OrderKey, requireAsked } from '../orders/order-access.ts';
import { orderFacts, whoAnswers } from '../orders/tell-of-order.ts';
import { todaysVersions } from '../versions/todays-versions.ts';
import { judgementOf } from './judge-anew.ts';
import { type AnswerSent, sendAnswerWithin } from './send-answer.ts';

export interface RosterAnswer {
  readonly periodName: string;
  readonly version: number;
  readonly duties: readonly AnswerDuty[];
  readonly judgement: Judgement;
}

export interface RosterChoice extends OrderKey {
  readonly periodId: string;
}

/** As it would be sent now. Throws `not-found`, also where the period has nothing published. */
export async function previewRosterAnswer(
  app: App,
  { periodId, ...key }: RosterChoice,
): Promise<RosterAnswer> {
  allow(app, 'answer.send', { unitId: key.unitId });
  const { order, asked } = await requireAsked(app.db, key);
  const version = await publishedToday(app.db, { unitId: key.unitId, periodId }, app.clock());
  const duties = byTheDay(dutiesOf(version, spanOfOrder(order, app.clock())));
  return {
    ...{ periodName: version.plan.period.name, version: version.number, duties },
    judgement: judgementOf(order, asked, duties, app.clock()),
  };
}

/** @param choice.version the one that was looked at. Throws `conflict` when another was published since. */
export function sendRosterAnswer(
  app: App,
  {
    periodId,
    version: seen,
    actor,
    ...key
  }: RosterChoice & { readonly version: number; readonly actor: string },
): Promise<AnswerSent> {
  allow(app, 'answer.send', { unitId: key.unitId });
  return app.db.transaction().execute(async (trx) => {
    const { order, asked } = await requireAsked(trx, key);
    const version = await publishedToday(trx, { unitId: key.unitId, periodId }, app.clock());
    if (version.number !== seen) throw new AppError('conflict', 'answers.error.moved-on');
    const duties = dutiesOf(version, spanOfOrder(order, app.clock()));
    const from = { periodId, version: version.number };
    return sendAnswerWithin(trx, app, { order, asked, duties, source: 'roster', from, actor });
  });
}

async function publishedToday(
  db: Database,
  key: { readonly unitId: string; readonly periodId: string },
  now: Instant,
): Promise<RosterVersion> {
  const newest = await findNewestVersion(db, key);
  const [shown] = newest && !newest.withdrawn ? await todaysVersions(db, [newest], now) : [];
  if (!shown) throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
  return shown;
}

/** What was sent stays; where the new version says otherwise of the order's hours, it is marked. Call it inside the transaction that adds the version. */
export async function noteNewerVersion(trx: Database, version: RosterVersion): Promise<void> {
  const { unit, period } = version.plan;
  const at = version.publishedAt;
  for (const answer of await listAnswersFrom(trx, unit.id, period.id)) {
    const order = await findOrder(trx, answer.orderId);
    if (order?.state !== 'sent') continue;
    const sent = (await listAnswerDuties(trx, [answer.id])).get(answer.id) ?? [];
    const same = sameDuties(sent, byTheDay(dutiesOf(version, spanOfOrder(order, answer.sentAt))));
    await markOutdated(trx, { unitId: unit.id, answerIds: [answer.id] }, same ? null : at);
    if (same) continue;
    const facts = orderFacts(order, { what: 'outdated', parts: [], key: String(version.number), at });
    const people = await whoAnswers(trx, unit.id);
    await tell(trx, { unitId: unit.id, told: new Map(people.map((id) => [id, facts])), at });
  }
}
