/** How many points of burden a shift carries. The table is the unit's own; this only adds it up. */

import type { NamedDay } from '../calendar/named-days.ts';
import type { PointTable } from './rule-set.ts';
import type { Presence } from './unit.ts';

const MINUTES_PER_BLOCK = 8 * 60;

export interface Duty {
  readonly presence: Presence;
  readonly minutes: number;
  readonly night: boolean;
  /** The day on which it begins is a weekly rest day or a holiday. */
  readonly restDay: boolean;
  readonly namedDay?: NamedDay;
}

/** Whole points. A named day without a weight of its own counts as the rest day or working day it falls on. */
export function pointsOf(duty: Duty, table: PointTable): number {
  const blocks = Math.ceil(duty.minutes / MINUTES_PER_BLOCK);
  return blocks * table.base[duty.presence] + (duty.night ? table.night : 0) + dayPoints(duty, blocks, table);
}

function dayPoints(duty: Duty, blocks: number, table: PointTable): number {
  const weight = duty.namedDay === undefined ? undefined : table.namedDays[duty.namedDay];
  if (weight === undefined) return duty.restDay ? table.restDay : 0;
  return duty.presence === 'standby' ? Math.ceil((blocks * weight) / 2) : blocks * weight;
}
