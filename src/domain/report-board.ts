/** Reports of many units set side by side: by unit and moment, which came, which are late, and what something arose. */

import type { Instant } from '../calendar/interval.ts';
import { type DutyReport, reportsDue } from './duty-report.ts';
import type { Order } from './order.ts';

const REPORT_STATES = ['calm', 'told', 'overdue', 'due', 'not-asked'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export interface ReportCell {
  readonly dueAt: Instant;
  readonly state: ReportState;
  /** The newest; absent while none came. */
  readonly report?: DutyReport;
  /** Past its moment; of one that came, when it came. */
  readonly lateMinutes: number;
}

export interface ReportRow {
  readonly unitId: string;
  readonly cells: readonly ReportCell[];
  readonly overdue: number;
  /** Beside the moments: because something arose. In the order they came. */
  readonly arisen: readonly DutyReport[];
}

export interface ReportAsked {
  readonly unitId: string;
  readonly kind: string;
  readonly reports: readonly DutyReport[];
}

export interface Board {
  /** By kind of unit, the moments at which one owes a report. */
  readonly owed: ReadonlyMap<string, ReadonlySet<Instant>>;
  /** At which any unit does, ascending. */
  readonly moments: readonly Instant[];
  readonly now: Instant;
}

export function boardOf(order: Order, kinds: readonly string[], now: Instant): Board {
  const owed = new Map(
    [...new Set(kinds)].map((kind) => [
      kind,
      new Set(reportsDue(order, kind, now).map(({ dueAt }) => dueAt)),
    ]),
  );
  const all = new Set([...owed.values()].flatMap((moments) => [...moments]));
  return { owed, moments: [...all].sort((a, b) => a - b), now };
}

export function reportRow({ owed: all, moments, now }: Board, asked: ReportAsked): ReportRow {
  const { unitId, kind, reports } = asked;
  const owed = all.get(kind);
  const cells = moments.map((dueAt): ReportCell => {
    const report = reports.findLast((each) => each.dueAt === dueAt);
    if (report) {
      const lateMinutes = Math.max(0, Math.floor((report.sentAt - dueAt) / MINUTE_MS));
      return { dueAt, state: report.calm ? 'calm' : 'told', report, lateMinutes };
    }
    if (!owed?.has(dueAt)) return { dueAt, state: 'not-asked', lateMinutes: 0 };
    const over = Math.floor((now - dueAt) / MINUTE_MS);
    return { dueAt, state: over > 0 ? 'overdue' : 'due', lateMinutes: Math.max(0, over) };
  });
  const overdue = cells.filter(({ state }) => state === 'overdue').length;
  return { unitId, cells, overdue, arisen: reports.filter((each) => each.dueAt === 0) };
}

const MINUTE_MS = 60_000;

/** Several moments missed first, then those with something told, then the rest as they come. */
export function compareReportRows(a: ReportRow, b: ReportRow): number {
  return b.overdue - a.overdue || Number(hasArisen(b)) - Number(hasArisen(a));
}

export function hasArisen({ arisen, cells }: ReportRow): boolean {
  return arisen.length > 0 || cells.some(({ state }) => state === 'told');
}
