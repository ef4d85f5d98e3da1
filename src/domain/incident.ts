/** An incident: it grows out of a line of the log, and its timeline are lines of the log. */

import type { Instant } from '../calendar/interval.ts';
import {
  dueAt,
  type IncidentRules,
  isDue,
  type ReportDuty,
  type Reported,
  type ReportField,
} from './incident-rules.ts';

export interface Incident extends Reported {
  /** From 1 within the unit; on pages `SC-03`. */
  readonly number: number;
  readonly title: string;
  readonly kind: string;
  readonly systems: readonly string[];
  readonly openedAt: Instant;
  /** Number of the entry it grew out of. */
  readonly origin: number;
  /** Which duties count, as the unit had them when it was opened. */
  readonly rules: IncidentRules;
  readonly closing?: {
    readonly cause: string;
    readonly remaining: string;
  };
}

export interface IncidentReport {
  /** From 1 within the incident. */
  readonly number: number;
  readonly duty: string;
  readonly fields: Readonly<Partial<Record<ReportField, string>>>;
  readonly savedAt: Instant;
  /** Absent while it is being written. */
  readonly sentAt?: Instant;
  /** How and to whom, as whoever sent it says; when they acknowledged it. */
  readonly receipt: string;
}

export type DutyState = 'sent' | 'late' | 'due' | 'open';

export interface OwedReport {
  readonly duty: ReportDuty;
  readonly dueAt?: Instant;
  readonly state: DutyState;
  /** The last that was sent. */
  readonly sent?: IncidentReport;
  readonly draft?: IncidentReport;
}

/** Code as it stands on pages and documents: `SC-03`. */
export function incidentCode({ number }: Pick<Incident, 'number'>): string {
  return `SC-${String(number).padStart(2, '0')}`;
}

/** Those with a time first, soonest first; then those without. One that is sent late is sent. */
export function owedReports(
  incident: Incident,
  reports: readonly IncidentReport[],
  now: Instant,
): OwedReport[] {
  const owed = incident.rules.duties
    .filter((duty) => isDue(incident.rules, duty, incident))
    .map((duty): OwedReport => {
      const own = reports.filter((each) => each.duty === duty.id);
      const sent = own.findLast(({ sentAt }) => sentAt !== undefined);
      const draft = own.findLast(({ sentAt }) => sentAt === undefined);
      const at = dueAt(duty, incident);
      return {
        duty,
        ...(at === undefined ? {} : { dueAt: at }),
        ...(sent ? { sent } : {}),
        ...(draft ? { draft } : {}),
        state: sent && !duty.repeats ? 'sent' : at === undefined ? 'open' : at < now ? 'late' : 'due',
      };
    });
  return owed.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || 0);
}

/** What is next: the first with a time that nobody sent. */
export function nextDue(owed: readonly OwedReport[]): OwedReport | undefined {
  return owed.find(({ state }) => state === 'late' || state === 'due');
}
