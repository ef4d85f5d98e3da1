/** What another program says happened: one line in the log when it begins, one when it is over, however often it is said. */

import { type Instant, minutesBetween } from '../calendar/interval.ts';
import type { Severity } from './log-entry.ts';

/** As a program sends it, whatever the program. */
export interface AlertSignal {
  /** Who speaks: "Zabbix", "Alertmanager". */
  readonly source: string;
  /** Names the trouble: the same while it lasts. */
  readonly key: string;
  readonly state: 'firing' | 'resolved';
  readonly title: string;
  readonly words: string;
  readonly severity: Severity;
  /** Empty for none. */
  readonly system: string;
}

export interface Alert extends Omit<AlertSignal, 'state' | 'words'> {
  /** From 1 within the unit. */
  readonly number: number;
  readonly firedAt: Instant;
  /** Number of its line in the log. */
  readonly entry: number;
  /** How often it was said. */
  readonly times: number;
  /** When somebody took it on. */
  readonly takenAt?: Instant;
  readonly resolvedAt?: Instant;
  /** In the order they were told. */
  readonly told: readonly { readonly staffId: string; readonly at: Instant; readonly took: boolean }[];
}

export interface AlertSource {
  readonly name: string;
  readonly lastAt: Instant;
}

export interface AlertSetting {
  /** After so many minutes without anybody taking it the next in the call order is told. */
  readonly nextMinutes: number;
  /** A source that said nothing for so long is silent, which is not calm. */
  readonly silentMinutes: number;
}

export const STANDARD_ALERTS: AlertSetting = { nextMinutes: 10, silentMinutes: 60 };
export const MOST_ALERT_MINUTES = 24 * 60;

export function isSilent({ lastAt }: AlertSource, { silentMinutes }: AlertSetting, now: Instant): boolean {
  return minutesBetween(lastAt, now) > silentMinutes;
}

/** When the next is told, nobody having taken it; undefined while nobody was told at all. */
export function nextTellingAt({ told }: Alert, { nextMinutes }: AlertSetting): Instant | undefined {
  const last = told.at(-1)?.at;
  return last === undefined ? undefined : ((last + nextMinutes * 60_000) as Instant);
}

/**
 * Who is told now: whoever stands first in the call order at the beginning; afterwards, once it is time, one more.
 * @param order of people by the call order, each once.
 */
export function toTell(
  alert: Alert,
  order: readonly string[],
  { setting, now }: { readonly setting: AlertSetting; readonly now: Instant },
): string | undefined {
  if (alert.takenAt !== undefined || alert.resolvedAt !== undefined) return undefined;
  const due = nextTellingAt(alert, setting);
  if (due !== undefined && now < due) return undefined;
  return order.find((staffId) => !alert.told.some((each) => each.staffId === staffId));
}
