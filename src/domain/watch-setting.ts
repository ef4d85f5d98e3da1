/** Which parts of the watch itself a unit uses. All off: it wants rosters alone, and sees nothing of them. */

export const WATCH_PARTS = ['log', 'checks', 'handovers', 'incidents', 'alerts', 'systems'] as const;
export type WatchPart = (typeof WATCH_PARTS)[number];

export interface WatchSetting {
  readonly parts: ReadonlySet<WatchPart>;
  /** Months for which ordinary entries are kept (TCVN 14423:2026 asks for 1 to 12 by level). */
  readonly keptMonths: number;
  /** The same of incidents and handovers. */
  readonly keptLongMonths: number;
}

export const STANDARD_WATCH: WatchSetting = { parts: new Set(), keptMonths: 24, keptLongMonths: 60 };

export const LEAST_MONTHS = 1;
export const MOST_MONTHS = 240;

/** What people do is written into the log: without it nothing of that stands. The list of systems stands alone. */
export function usesPart({ parts }: WatchSetting, part: WatchPart): boolean {
  return parts.has(part) && (part === 'systems' || parts.has('log'));
}
