/** Looks which deadlines of orders are near or past without an answer, and which reports are due; each is told once. */

import type { Instant } from '../../calendar/interval.ts';
import { reportsDue } from '../../domain/duty-report.ts';
import { endOfOrder, type Order } from '../../domain/order.ts';
import type { Database } from '../../store/database.ts';
import { listReports } from '../../store/duty-report-store.ts';
import { findMailed } from '../../store/order-reminder-store.ts';
import { type AskedRow, listAsked, listStandingOrders } from '../../store/order-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { whoSeesToIt } from '../replacements/report-absence.ts';
import { orderFacts, tellOfOrder } from './tell-of-order.ts';

const DAY_MS = 86_400_000;
/** Before a report is due. */
const REPORT_MS = 3_600_000;
/** After a standstill of the server, what is older is no news. */
const LOOKED_BACK_MS = DAY_MS;

/** When it was last looked, by database: what came since is looked at, once. */
const looks = new WeakMap<Database, Instant>();

/** How many units something was told of. */
export async function tellDeadlines(app: App): Promise<number> {
  requireMachine(app);
  const now = app.clock();
  const since = Math.max(looks.get(app.db) ?? 0, now - LOOKED_BACK_MS);
  const isNew = (at: number): boolean => since < at && at <= now;
  let told = 0;
  for (const order of await listStandingOrders(app.db)) {
    const end = endOfOrder(order);
    if (end !== undefined && end + DAY_MS < now) continue;
    const asked = await listAsked(app.db, order.id);
    told += await tellUnanswered(app, { order, asked, isNew });
    if (order.content.reports.length > 0) told += await tellReports(app, { order, asked, isNew });
  }
  looks.set(app.db, now);
  return told;
}

interface Looking {
  readonly order: Order;
  readonly asked: readonly AskedRow[];
  /** Whether a moment lies between the last look and this one. */
  readonly isNew: (at: number) => boolean;
}

async function tellUnanswered(app: App, { order, asked, isNew }: Looking): Promise<number> {
  const open = asked.filter(({ answerId }) => answerId === undefined);
  // One that was sent within a day of its deadline has said so itself.
  const near = open.filter(
    ({ deadline }) => isNew(deadline - DAY_MS) && (order.sentAt ?? 0) < deadline - DAY_MS,
  );
  const overdue = open.filter(({ deadline }) => isNew(deadline));
  let told = 0;
  for (const [what, units] of [
    ['near', near],
    ['overdue', overdue],
  ] as const) {
    if (units.length === 0) continue;
    await app.db.transaction().execute(async (trx) => {
      // Told before the server was started anew; a deadline put off is another.
      const before = await findMailed(trx, order.id, what);
      const fresh = units.filter(
        ({ unitId, deadline }) => (before.get(unitId) ?? 0) < deadline - DAY_MS - LOOKED_BACK_MS,
      );
      await tellOfOrder(trx, app, fresh, { order, what });
      told += fresh.length;
    });
  }
  return told;
}

async function tellReports(app: App, { order, asked, isNew }: Looking): Promise<number> {
  const now = app.clock();
  let told = 0;
  for (const { unitId, kind } of asked) {
    const due = reportsDue(order, kind, now).filter(({ dueAt }) => isNew(dueAt - REPORT_MS) && dueAt > now);
    if (due.length === 0) continue;
    const sent = await listReports(app.db, order.id, unitId);
    const open = due.filter(
      (each) => !sent.some((one) => one.dutyId === each.dutyId && one.dueAt === each.dueAt),
    );
    for (const { dutyId, dueAt } of open) {
      const about = { order, unitId, key: `${dutyId} ${dueAt}`, dueAt };
      await app.db.transaction().execute((trx) => tellReport(trx, app, about));
      told++;
    }
  }
  return told;
}

interface Due {
  readonly order: Order;
  readonly unitId: string;
  readonly key: string;
  readonly dueAt: Instant;
}

/** The leader on duty sees it, and who runs the unit's duty. */
async function tellReport(trx: Database, app: App, { order, unitId, key, dueAt }: Due): Promise<void> {
  const facts = orderFacts(order, { what: 'report', parts: [], key, at: dueAt });
  const people = await whoSeesToIt(trx, app, unitId);
  await tell(trx, { unitId, told: new Map(people.map((id) => [id, facts])), at: app.clock() });
}
