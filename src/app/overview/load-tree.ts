/** Puts a made-up superior with its units, its order and their answers into the database: each answer judged as when it is sent. */

import type { Instant } from '../../calendar/interval.ts';
import { byTheDay } from '../../domain/answer.ts';
import { judgeAnswer } from '../../domain/answer-judgement.ts';
import { daysOf, deadlineFor, demandsFor, type Order } from '../../domain/order.ts';
import { type SampleUnit, sampleDuties, type TreeSample } from '../../domain/tree-sample.ts';
import { NO_CONTACT } from '../../domain/unit-tree.ts';
import { insertAnswer } from '../../store/answer-store.ts';
import type { Database } from '../../store/database.ts';
import { insertReport } from '../../store/duty-report-store.ts';
import { insertRevision, markOpened, saveAsked, saveOrder } from '../../store/order-store.ts';
import { saveUnit } from '../../store/unit-store.ts';
import { savePlace } from '../../store/unit-tree-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';

const ACTOR = 'sample';

/** Into a database that has none of these units. What would be sent after now is left out. */
export function loadTree(app: App, sample: TreeSample): Promise<Order> {
  requireMachine(app);
  const { superior, order: asked, units } = sample;
  const { id, sentAt, content } = asked;
  const order: Order = {
    ...{ id, unitId: superior.id, superiorName: superior.name, zone: superior.zone, content },
    ...{ state: 'sent', revision: 1, updatedAt: sentAt, sentAt },
  };
  return app.db.transaction().execute(async (trx) => {
    await saveUnit(trx, superior);
    const top = { unitId: superior.id, kind: '', branch: '', contact: NO_CONTACT };
    await savePlace(trx, top, sentAt);
    await saveOrder(trx, order);
    await insertRevision(trx, id, { revision: 1, content, sentAt, sentBy: ACTOR });
    for (const unit of units) await loadUnit(trx, { unit, order, now: app.clock() });
    return order;
  });
}

interface Loading {
  readonly unit: SampleUnit;
  readonly order: Order;
  readonly now: Instant;
}

async function loadUnit(trx: Database, { unit, order, now }: Loading): Promise<void> {
  const { id: unitId, name, kind, branch, contact, openedAt, reports } = unit;
  const { content, zone, unitId: superiorId = '' } = order;
  const key = { orderId: order.id, unitId };
  await saveUnit(trx, { id: unitId, name, zone });
  await savePlace(trx, { unitId, superiorId, kind, branch, contact }, order.updatedAt);
  await saveAsked(trx, [{ ...key, kind, branch, deadline: deadlineFor(content, kind, zone) }]);
  if (openedAt !== undefined && openedAt <= now) await markOpened(trx, key, openedAt);
  await loadAnswer(trx, { unit, order, now });
  for (const { texts, ...report } of reports) {
    if (report.sentAt > now) continue;
    const late = report.dueAt > 0 && report.sentAt > report.dueAt;
    await insertReport(trx, { ...key, ...report, texts, sentBy: ACTOR, calm: texts.length === 0, late });
  }
}

async function loadAnswer(trx: Database, { unit, order, now }: Loading): Promise<void> {
  const { answer, kind } = unit;
  const { content, zone } = order;
  if (!answer || answer.sentAt > now) return;
  const days = daysOf(order, now);
  const duties = byTheDay(sampleDuties(answer, { kind, days, zone }, content));
  const judgement = judgeAnswer({ days, demands: demandsFor(content, kind), zone }, duties);
  const late = answer.sentAt > deadlineFor(content, kind, zone);
  await insertAnswer(
    trx,
    {
      ...{ orderId: order.id, unitId: unit.id, number: answer.number, sentAt: answer.sentAt, sentBy: ACTOR },
      ...{ source: 'file', revision: 1, late, duties },
    },
    judgement,
  );
}
