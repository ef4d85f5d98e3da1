/**
 * What a decree asks of incidents, as data: kinds, levels, who is told within which time, in which form. A unit has a copy
 * of its own, since texts leave much open; until a person has held it against the source it says that it is unchecked.
 */

import type { Day } from '../calendar/day.ts';
import { type Instant, plusMinutes } from '../calendar/interval.ts';

export const REPORT_KINDS = ['initial', 'update', 'closing'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Of which incidents a report is due. */
export const DUTY_CONDITIONS = ['always', 'serious', 'urgent', 'personal-data'] as const;

/** What a report has a place for; each has words in the catalogue. */
export const REPORT_FIELDS = [
  'detected',
  'systems',
  'kind',
  'level',
  'description',
  'cause',
  'extent',
  'people',
  'data',
  'done',
  'remaining',
  'lessons',
  'contact',
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

export interface ReportDuty {
  readonly id: string;
  readonly kind: ReportKind;
  readonly name: string;
  readonly recipient: string;
  /** 0 for at once; absent where no time is set. */
  readonly withinMinutes?: number;
  readonly from: 'detected' | 'closed';
  readonly when: (typeof DUTY_CONDITIONS)[number];
  /** May be sent any number of times. */
  readonly repeats?: boolean;
  /** Article and clause. */
  readonly source: string;
  readonly fields: readonly ReportField[];
}

export interface IncidentLevel {
  readonly id: string;
  readonly name: string;
  readonly serious: boolean;
  /** Signs of harm to security or order, or a serious interruption: told at once. */
  readonly urgent: boolean;
}

export interface IncidentRules {
  readonly id: string;
  readonly name: string;
  readonly status: 'in-force' | 'historical';
  readonly since: Day;
  /** When it was read. */
  readonly asOf: Day;
  readonly source: string;
  readonly remark: string;
  /** Nobody of the unit has held it against the source yet. */
  readonly check: boolean;
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  readonly levels: readonly IncidentLevel[];
  /** What is usually done, in order. */
  readonly steps: readonly string[];
  readonly duties: readonly ReportDuty[];
}

/** What a duty is decided by. */
export interface Reported {
  readonly level: string;
  readonly personalData: boolean;
  /** T0, to the minute. */
  readonly detectedAt: Instant;
  readonly closedAt?: Instant;
}

export function isDue(rules: IncidentRules, { when, from }: ReportDuty, incident: Reported): boolean {
  const level = rules.levels.find(({ id }) => id === incident.level);
  if (from === 'closed' && incident.closedAt === undefined) return false;
  if (when === 'serious') return level?.serious === true;
  if (when === 'urgent') return level?.urgent === true;
  return when === 'always' || incident.personalData;
}

/** Undefined where no time is set. */
export function dueAt({ withinMinutes, from }: ReportDuty, incident: Reported): Instant | undefined {
  const since = from === 'closed' ? incident.closedAt : incident.detectedAt;
  return withinMinutes === undefined || since === undefined ? undefined : plusMinutes(since, withinMinutes);
}
