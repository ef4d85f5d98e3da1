/** How one person wants to be told: by which ways of what, when not, and of which shifts beforehand. */

import { addDays } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { type ClockTime, clockTimeOf, dayOf, instantAt, minuteOfClock } from '../calendar/zone.ts';
import type { NoticeChannel } from './delivery.ts';
import type { NoticeKind } from './notice.ts';

export interface NoticeChoice {
  /** From and to a time of day, over midnight too. */
  readonly quiet?: { readonly from: ClockTime; readonly to: ClockTime };
  readonly evening: boolean;
  readonly hour: boolean;
  /** `roster mail`: not by mail of rosters. The list in the application has everything. */
  readonly off: readonly string[];
}

export const STANDARD_CHOICE: NoticeChoice = { evening: true, hour: true, off: [] };

/** What nobody wants to learn in the morning: someone is needed, or missing, now; a shift about to begin; a stranger in the account. */
const URGENT: readonly NoticeKind[] = ['absence', 'call', 'late', 'shift', 'sign-in', 'watch'];

/** What can be switched off by the way; the rest is work that waits for the person. */
export const CHOSEN_KINDS = ['roster', 'reminder', 'swap', 'shift'] as const satisfies readonly NoticeKind[];

export function isUrgent(kind: NoticeKind): boolean {
  return URGENT.includes(kind);
}

export function wants({ off }: NoticeChoice, kind: NoticeKind, channel: NoticeChannel): boolean {
  return !off.includes(`${kind} ${channel}`);
}

const EVENING = '19:00' as ClockTime;
const AHEAD_MINUTES = 30;
const NOON = 12 * 60;

/** Minutes after midnight at which the reminder of the evening before is due: half an hour ahead of quiet hours that would swallow it. */
export function eveningMinute({ quiet }: NoticeChoice): number {
  const evening = minuteOfClock(EVENING);
  if (!quiet || quiet.from === quiet.to) return evening;
  const [from, to] = [minuteOfClock(quiet.from), minuteOfClock(quiet.to)];
  const isQuiet = from > to ? evening >= from || evening < to : evening >= from && evening < to;
  return isQuiet && from - AHEAD_MINUTES >= NOON ? from - AHEAD_MINUTES : evening;
}

/** Now, or the end of the person's quiet hours. */
export function tellAt(
  { quiet }: NoticeChoice,
  kind: NoticeKind,
  { now, zone }: { now: Instant; zone: string },
): Instant {
  if (!quiet || isUrgent(kind) || quiet.from === quiet.to) return now;
  const { from, to } = quiet;
  const clock = clockTimeOf(now, zone);
  const overMidnight = from > to;
  const isQuiet = overMidnight ? clock >= from || clock < to : clock >= from && clock < to;
  if (!isQuiet) return now;
  const day = dayOf(now, zone);
  return instantAt(overMidnight && clock >= from ? addDays(day, 1) : day, to, zone);
}
