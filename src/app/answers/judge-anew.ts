/** Judging answers by an order: when they are sent, and anew when the order changes. */

import type { Instant } from '../../calendar/interval.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import { type Judgement, judgeAnswer } from '../../domain/answer-judgement.ts';
import { daysOf, demandsFor, type Order } from '../../domain/order.ts';
import { listAnswerDuties, peopleIn, saveJudgement } from '../../store/answer-store.ts';
import type { Database } from '../../store/database.ts';
import { listAsked } from '../../store/order-store.ts';

export function judgementOf(
  order: Order,
  { kind }: { readonly kind: string },
  duties: readonly AnswerDuty[],
  now: Instant,
): Judgement {
  return judgeAnswer(
    { days: daysOf(order, now), demands: demandsFor(order.content, kind), zone: order.zone },
    duties,
  );
}

/** Every answer in force, from its own rows. Call it inside a transaction. */
export async function judgeOrderAnew(trx: Database, order: Order, now: Instant): Promise<void> {
  const asked = (await listAsked(trx, order.id)).flatMap(({ kind, answerId }) =>
    answerId === undefined ? [] : [{ kind, answerId }],
  );
  const all = await listAnswerDuties(
    trx,
    asked.map(({ answerId }) => answerId),
  );
  for (const { kind, answerId } of asked) {
    const duties = all.get(answerId) ?? [];
    const about = { answerId, revision: order.revision, people: peopleIn({ duties }) };
    await saveJudgement(trx, about, judgementOf(order, { kind }, duties, now));
  }
}
