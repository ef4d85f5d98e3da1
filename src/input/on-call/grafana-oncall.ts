/** Grafana OnCall: what its API answers about schedules, on-call shifts, users and final shifts. */

import { z } from 'zod';
import { addDays, weekday } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import {
  clockTimeOf,
  dayOf,
  isZone,
  minuteOfClock,
  parseInstant,
  startOfDay,
  VIETNAM,
} from '../../calendar/zone.ts';
import { type Found, instantText, shortText } from './answers.ts';
import type {
  Layer,
  NotMoved,
  OnCallPerson,
  OnCallSchedule,
  OnCallSpan,
  Override,
  TurnUnit,
  Window,
} from './schedule.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const ids = z.array(shortText).max(500);

const SCHEDULE = z.looseObject({
  id: shortText,
  name: shortText,
  type: z.enum(['calendar', 'ical', 'web']),
  time_zone: shortText.nullish(),
  shifts: ids.nullish(),
});
const SHIFT = z.looseObject({
  id: shortText,
  name: shortText,
  type: z.enum(['rolling_users', 'recurrent_event', 'single_event', 'override']),
  time_zone: shortText.nullish(),
  level: z.int().min(0).max(1000).nullish(),
  start: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/),
  rotation_start: z.string().max(40).nullish(),
  until: z.string().max(40).nullish(),
  duration: z.int().min(60).max(31_622_400),
  frequency: z.enum(['hourly', 'daily', 'weekly', 'monthly']).nullish(),
  interval: z.int().min(1).max(1000).nullish(),
  week_start: z.enum(WEEKDAYS).nullish(),
  by_day: z.array(z.enum(WEEKDAYS)).max(7).nullish(),
  by_month: z.array(z.int()).nullish(),
  by_monthday: z.array(z.int()).nullish(),
  users: ids.nullish(),
  rolling_users: z.array(ids).max(500).nullish(),
  start_rotation_from_user_index: z.int().min(0).nullish(),
});
const USER = z.looseObject({
  id: shortText,
  username: shortText,
  email: shortText.nullish(),
  name: shortText.nullish(),
});
const FINAL = z.looseObject({
  user_pk: shortText,
  user_email: shortText.nullish(),
  user_username: shortText.nullish(),
  shift_start: instantText,
  shift_end: instantText,
});

type Shift = z.infer<typeof SHIFT>;
const UNITS = { hourly: 'hour', daily: 'day', weekly: 'week', monthly: 'month' } as const satisfies Record<
  string,
  TurnUnit
>;

/** Undefined where there is no schedule of it. */
export function readGrafanaOnCall(found: Found): OnCallSchedule | undefined {
  const schedules = found.all(SCHEDULE);
  const shifts = found.all(SHIFT);
  const finals = found.all(FINAL);
  const [schedule] = schedules;
  if (shifts.length + finals.length === 0) return undefined;
  const left: NotMoved[] = schedules.slice(1).map(({ name }) => ({ what: 'other-schedule', name }));
  const given = schedule?.time_zone ?? '';
  const zone = isZone(given) ? given : given === '' ? VIETNAM : 'UTC';
  const people = peopleOf(found, finals, shifts);
  const name = schedule?.name ?? 'Grafana OnCall';
  const common = { source: 'grafana-oncall', name, zone, people, overrides: [] as Override[] } as const;
  if (finals.length > 0) {
    const spans = finals.map((each) => ({
      start: each.shift_start,
      end: each.shift_end,
      personId: each.user_pk,
    }));
    if (shifts.length > 0) left.push({ what: 'final-shifts', name });
    return { ...common, layers: [{ name, zone, level: 0, windows: [], spans }], left };
  }
  const own = schedule?.shifts ? shifts.filter(({ id }) => schedule.shifts?.includes(id)) : shifts;
  const layers = together(own.flatMap((each) => layerOf(each, zone, left)));
  if (layers.length === 0)
    return {
      ...common,
      layers: [{ name, zone, level: 0, windows: [], spans: own.flatMap((each) => timesOf(each, zone)) }],
      left,
    };
  return { ...common, overrides: own.flatMap((each) => overridesOf(each, zone, layers)), layers, left };
}

function peopleOf(
  found: Found,
  finals: readonly z.infer<typeof FINAL>[],
  shifts: readonly Shift[],
): OnCallPerson[] {
  const people = new Map<string, OnCallPerson>();
  for (const { user_pk: id, user_username: name, user_email: email } of finals)
    people.set(id, { id, name: name ?? email ?? id, email: email ?? '', phone: '' });
  const named = new Set(
    shifts.flatMap(({ users, rolling_users: rolling }) => [...(users ?? []), ...(rolling ?? []).flat()]),
  );
  for (const id of named) if (!people.has(id)) people.set(id, { id, name: id, email: '', phone: '' });
  for (const { id, username, name, email } of found.all(USER))
    if (people.has(id)) people.set(id, { id, name: name || username, email: email ?? '', phone: '' });
  return [...people.values()];
}

function zoneOf({ time_zone: given }: Shift, scheduleZone: string): string {
  return given && isZone(given) ? given : scheduleZone;
}

/** Of what happens once. */
function timesOf(shift: Shift, scheduleZone: string): OnCallSpan[] {
  const start = parseInstant(shift.start.slice(0, 16), zoneOf(shift, scheduleZone));
  if (start === undefined) return [];
  const end = (start + shift.duration * 1000) as Instant;
  return (shift.users ?? []).map((personId) => ({ start, end, personId }));
}

/** Nobody but its people stands while an override lasts; the first takes the places, any other stands beside. */
function overridesOf(shift: Shift, scheduleZone: string, layers: readonly Layer[]): Override[] {
  if (shift.type !== 'override') return [];
  const [top] = layers.toSorted((one, other) => other.level - one.level);
  return timesOf(shift, scheduleZone).map(({ personId: adds, ...span }, i) =>
    i === 0 ? { ...span, adds, removes: 'everyone' } : { ...span, adds, layers: [top?.name ?? ''] },
  );
}

/** What happens once, by its name: a layer each would be a post each. */
function together(layers: readonly Layer[]): Layer[] {
  const merged: Layer[] = [];
  for (const layer of layers) {
    const at = merged.findIndex(
      ({ turns, name, level }) => !turns && name === layer.name && level === layer.level,
    );
    const before = merged[at];
    if (before && !layer.turns) merged[at] = { ...before, spans: [...before.spans, ...layer.spans] };
    else merged.push(layer);
  }
  return merged;
}

function layerOf(shift: Shift, scheduleZone: string, left: NotMoved[]): Layer[] {
  const { name, type } = shift;
  const zone = zoneOf(shift, scheduleZone);
  const start = parseInstant(shift.start.slice(0, 16), zone);
  if (start === undefined || type === 'override') return [];
  const users = shift.users ?? [];
  const base = { name, zone, level: shift.level ?? 0, windows: [], spans: [] };
  if (type === 'single_event' || !shift.frequency) return [{ ...base, spans: timesOf(shift, scheduleZone) }];
  if ((shift.by_month ?? []).length > 0 || (shift.by_monthday ?? []).length > 0) {
    left.push({ what: 'by-month', name });
    return [];
  }
  const groups = type === 'rolling_users' ? (shift.rolling_users ?? []) : [users];
  const until = shift.until ? parseInstant(shift.until.slice(0, 16), zone) : undefined;
  const byDay = windowsOf(shift, start, zone);
  const every = shift.interval ?? 1;
  const unit = UNITS[shift.frequency];
  if (byDay.length > 0 && unit !== 'week') left.push({ what: 'by-day', name });
  const isWeekly = byDay.length > 0 && unit === 'week';
  const turns = {
    // Turns by weeks begin with the week, whichever day the first shift stands on.
    start: isWeekly ? weekOf(start, zone, shift.week_start ?? 'MO') : start,
    every,
    unit,
    groups,
    first: shift.start_rotation_from_user_index ?? 0,
    ...(byDay.length > 0 ? {} : { minutes: Math.round(shift.duration / 60) }),
  };
  return [{ ...base, turns, windows: byDay, ...(until === undefined ? {} : { until }) }];
}

function windowsOf({ by_day: days, duration }: Shift, start: Instant, zone: string): Window[] {
  if (!days || days.length === 0) return [];
  const minute = minuteOfClock(clockTimeOf(start, zone));
  return [
    {
      weekdays: days.map((each) => WEEKDAYS.indexOf(each) + 1),
      start: minute,
      minutes: Math.round(duration / 60),
    },
  ];
}

function weekOf(start: Instant, zone: string, first: (typeof WEEKDAYS)[number]): Instant {
  const day = dayOf(start, zone);
  return startOfDay(addDays(day, -((weekday(day) - 1 - WEEKDAYS.indexOf(first) + 7) % 7)), zone);
}
