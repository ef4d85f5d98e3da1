/** What every unit an order asks has sent, to be set as one list; and everything each ever sent, with when it was in force. */

import type { Instant } from '../../calendar/interval.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import type { Order } from '../../domain/order.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listAnswerDuties } from '../../store/answer-store.ts';
import { type AnswerInHistory, listAnswerHistory } from '../../store/overview-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { type OrderKey, openOrder } from './open-order.ts';
import { type AskedOverview, readOverview } from './read-overview.ts';

export interface ListedUnit {
  readonly unit: AskedOverview;
  /** By start; without telephones where the caller may not read them. None while nothing was sent. */
  readonly duties: readonly AnswerDuty[];
}

export interface ConsolidatedList {
  readonly order: Order;
  readonly superior: Unit;
  /** By branch, kind and name. */
  readonly units: readonly ListedUnit[];
}

/** Throws as `openOrder`. */
export async function readList(app: App, key: OrderKey): Promise<ConsolidatedList> {
  const { order, units, phones } = await readOverview(app, key);
  const superior = await findUnit(app.db, order.unitId ?? key.unitId);
  if (!superior) throw new AppError('not-found', 'overview.failure.no-order');
  const duties = await listAnswerDuties(
    app.db,
    units.flatMap(({ answer }) => answer?.id ?? []),
  );
  const shown = (duty: AnswerDuty): AnswerDuty => (phones ? duty : { ...duty, phone: '' });
  return {
    order,
    superior,
    units: units.toSorted(byPlace).map((unit) => ({
      unit,
      duties: (duties.get(unit.answer?.id ?? 0) ?? [])
        .map(shown)
        .toSorted((a, b) => a.span.start - b.span.start),
    })),
  };
}

const collator = new Intl.Collator('vi', { numeric: true });

function byPlace(a: AskedOverview, b: AskedOverview): number {
  return (
    collator.compare(a.branch, b.branch) ||
    collator.compare(a.kind, b.kind) ||
    collator.compare(a.name, b.name)
  );
}

export interface SentAnswer extends AnswerInHistory {
  /** When the next one took its place; absent while it is in force. */
  readonly until?: Instant;
}

/** By unit, then in the order they came. Throws as `openOrder`. */
export async function readHistory(app: App, key: OrderKey): Promise<SentAnswer[]> {
  const order = await openOrder(app, key);
  const answers = await listAnswerHistory(app.db, order.id);
  return answers.map((answer, i) => {
    const next = answers[i + 1];
    return { ...answer, ...(next?.unitId === answer.unitId ? { until: next.sentAt } : {}) };
  });
}
