/** Who is on duty at a moment in every unit below, by the orders that hold then: those to be called first, first. */

import { contains, type Instant } from '../../calendar/interval.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import { callOrder, demandsAt, type MissingNow, missingOf } from '../../domain/on-duty-below.ts';
import { demandsFor, type Order, spanOfOrder } from '../../domain/order.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { listOnDuty } from '../../store/on-duty-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { listSentOrders } from './open-order.ts';
import { type AskedOverview, mayCall, readAsked } from './read-overview.ts';

export interface UnitOnDuty {
  readonly unit: AskedOverview;
  /** By whose answer. */
  readonly order: Order;
  /** Leaders first, then as the unit named them. */
  readonly duties: readonly AnswerDuty[];
  /** What the order asks at this moment and nobody, or too few, stand. */
  readonly missing: readonly MissingNow[];
  /** Somebody asked for is missing, or nothing was sent at all. */
  readonly urgent: boolean;
  /** Whether the caller may read its telephones now. */
  readonly phones: boolean;
}

export interface BelowOnDuty {
  readonly at: Instant;
  /** Those to be called first; then by branch and name. */
  readonly units: readonly UnitOnDuty[];
  /** Of the next order, where none holds at the moment. */
  readonly next?: { readonly order: Order; readonly start: Instant };
}

const readDuties = keptReading(
  async (db, orderId: string, at: string) =>
    groupedBy(await listOnDuty(db, orderId, Number(at) as Instant), ({ unitId }) => unitId),
  { most: 24 },
);

const collator = new Intl.Collator('vi', { numeric: true });

type UnitNow = Omit<UnitOnDuty, 'phones'>;
type DutiesNow = Awaited<ReturnType<typeof readDuties>>;

interface Standing {
  readonly order: Order;
  readonly asked: readonly AskedOverview[];
  readonly units: readonly UnitNow[];
}
/** Worked out once for what was read: whoever looks in the same minute sees the same. */
const standings = new WeakMap<DutiesNow, Standing>();

async function unitsOf(app: App, order: Order, at: Instant): Promise<readonly UnitNow[]> {
  const asked = await readAsked(app, order.id);
  const duties = await readDuties(app, order.id, String(at));
  const known = standings.get(duties);
  if (known?.order === order && known.asked === asked) return known.units;
  const demands = new Map(
    [...new Set(asked.map(({ kind }) => kind))].map((kind) => [
      kind,
      demandsAt(demandsFor(order.content, kind), { at, zone: order.zone }),
    ]),
  );
  const units = asked
    .map((unit): UnitNow => {
      const own = callOrder((duties.get(unit.unitId) ?? []).map(({ duty }) => duty));
      const missing = missingOf(demands.get(unit.kind) ?? [], own);
      return { unit, order, duties: own, missing, urgent: missing.length > 0 || !unit.answer };
    })
    .sort(worstFirst);
  standings.set(duties, { order, asked, units });
  return units;
}

const MINUTE_MS = 60_000;

/** Of a unit that two orders ask, the newer counts. Throws as `allow` does. */
export async function onDutyBelow(
  app: App,
  { unitId, at: asked }: { readonly unitId: string; readonly at?: Instant },
): Promise<BelowOnDuty> {
  allow(app, 'below.view', { unitId });
  // To the minute, so that screens that look again share one reading.
  const moment = asked ?? app.clock();
  const at = (moment - (moment % MINUTE_MS)) as Instant;
  const orders = await listSentOrders(app, unitId);
  const holding = orders.filter((order) => contains(spanOfOrder(order, app.clock()), at));
  const found = new Map<string, UnitOnDuty>();
  for (const order of holding) {
    const phones = await mayCall(app, unitId, order);
    for (const each of await unitsOf(app, order, at)) {
      if (!found.has(each.unit.unitId)) found.set(each.unit.unitId, { ...each, phones });
    }
  }
  const units = holding.length < 2 ? [...found.values()] : [...found.values()].sort(worstFirst);
  const next = holding.length > 0 ? undefined : nextOf(orders, app.clock(), at);
  return { at, units, ...(next ? { next } : {}) };
}

function worstFirst(a: UnitNow, b: UnitNow): number {
  return (
    Number(b.urgent) - Number(a.urgent) ||
    collator.compare(a.unit.branch, b.unit.branch) ||
    collator.compare(a.unit.name, b.unit.name)
  );
}

function nextOf(orders: readonly Order[], now: Instant, at: Instant): BelowOnDuty['next'] {
  const coming = orders
    .map((order) => ({ order, start: spanOfOrder(order, now).start }))
    .filter(({ start }) => start > at);
  return coming.toSorted((a, b) => a.start - b.start)[0];
}
