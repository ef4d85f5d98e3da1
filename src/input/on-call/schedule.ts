/**
 * An on-call schedule of another tool, in terms that all of them share: layers whose people take turns, hours within which
 * a layer stands, and overrides. What tool it came from is not known to whoever goes on from here.
 */

import type { Instant, Interval } from '../../calendar/interval.ts';

export interface OnCallPerson {
  /** As the tool knows them. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const TURN_UNITS = ['hour', 'day', 'week', 'month'] as const;
export type TurnUnit = (typeof TURN_UNITS)[number];

/** Who stands changes every so often. Days, weeks and months go by the clock of the zone, hours by time that passes. */
export interface Turns {
  readonly start: Instant;
  readonly every: number;
  readonly unit: TurnUnit;
  /** Ids of those who stand together, turn after turn; an empty one is a turn of nobody. */
  readonly groups: readonly (readonly string[])[];
  /** Of the group at `start`. */
  readonly first: number;
  /** Of each turn only so many minutes by the clock, from its beginning; absent: the whole of it. */
  readonly minutes?: number;
}

/** Of a week: a layer stands on these days from `start`, for so many minutes by the clock. */
export interface Window {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight. */
  readonly start: number;
  readonly minutes: number;
}

export interface OnCallSpan extends Interval {
  readonly personId: string;
}

export interface Layer {
  readonly name: string;
  readonly zone: string;
  /** Where a layer of a higher level stands, those below do not; equals stand beside one another. */
  readonly level: number;
  readonly turns?: Turns;
  /** Always, where there are none. */
  readonly windows: readonly Window[];
  readonly until?: Instant;
  /** Told one by one, without turns. */
  readonly spans: readonly OnCallSpan[];
}

export interface Override extends Interval {
  /** Who stands; absent where someone is taken out alone. */
  readonly adds?: string;
  /** Whose place it is; absent where nobody's, or everybody's. */
  readonly removes?: string | 'everyone';
  /** Of these layers alone, by name. */
  readonly layers?: readonly string[];
}

export const SOURCES = ['opsgenie', 'grafana-oncall', 'goalert', 'icalendar'] as const;
export type OnCallSource = (typeof SOURCES)[number];

/** What has no counterpart here, told to whoever moves: `move-in.left.<what>`. */
export interface NotMoved {
  readonly what: string;
  readonly name: string;
}

export interface OnCallSchedule {
  readonly source: OnCallSource;
  readonly name: string;
  readonly zone: string;
  readonly people: readonly OnCallPerson[];
  readonly layers: readonly Layer[];
  readonly overrides: readonly Override[];
  readonly left: readonly NotMoved[];
}
