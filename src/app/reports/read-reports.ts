/** Reports under an order as its superior sees them, and one sent by whoever is on duty in a unit. */

import type { Instant } from '../../calendar/interval.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import { callOrder } from '../../domain/on-duty-below.ts';
import type { Order } from '../../domain/order.ts';
import { boardOf, compareReportRows, type ReportRow, reportRow } from '../../domain/report-board.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { listReports } from '../../store/duty-report-store.ts';
import { listOnDuty } from '../../store/on-duty-store.ts';
import type { App } from '../app.ts';
import { type OrderKey, openOrder } from '../overview/open-order.ts';
import { type AskedOverview, mayCall, readAsked } from '../overview/read-overview.ts';
import { keptReading } from '../readings.ts';

export interface ReportedUnit extends ReportRow {
  readonly unit: AskedOverview;
  /** Who is on duty now, whom one calls for it; by what was sent up. */
  readonly onDuty?: AnswerDuty;
}

export interface ReportBoard {
  readonly order: Order;
  readonly moments: readonly Instant[];
  /** Worst first. */
  readonly units: readonly ReportedUnit[];
  readonly phones: boolean;
}

const readAll = keptReading(
  async (db, orderId: string) => groupedBy(await listReports(db, orderId), ({ unitId }) => unitId),
  { most: 20 },
);
const readDuties = keptReading(
  async (db, orderId: string, at: string) =>
    groupedBy(await listOnDuty(db, orderId, Number(at) as Instant), ({ unitId }) => unitId),
  { most: 20 },
);

const MINUTE_MS = 60_000;

/** Throws as `openOrder`. */
export async function readReports(app: App, key: OrderKey): Promise<ReportBoard> {
  const order = await openOrder(app, key);
  const now = app.clock();
  const asked = await readAsked(app, order.id);
  const reports = await readAll(app, order.id);
  const duties = await readDuties(app, order.id, String(now - (now % MINUTE_MS)));
  const kinds = asked.map(({ kind }) => kind);
  const board = boardOf(order, kinds, now);
  const units = asked.map((unit): ReportedUnit => {
    const { unitId, kind } = unit;
    const row = reportRow(board, { unitId, kind, reports: reports.get(unitId) ?? [] });
    const [onDuty] = callOrder((duties.get(unitId) ?? []).map(({ duty }) => duty));
    return { ...row, unit, ...(onDuty ? { onDuty } : {}) };
  });
  return {
    ...{ order, moments: board.moments, units: units.toSorted(compareReportRows) },
    phones: await mayCall(app, key.unitId, order),
  };
}
