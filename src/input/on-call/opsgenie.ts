/** Opsgenie: what its API answers about a schedule with its rotations, overrides, final timeline and users. */

import { z } from 'zod';
import type { Instant } from '../../calendar/interval.ts';
import { isZone, VIETNAM } from '../../calendar/zone.ts';
import { type Found, instantText, shortText } from './answers.ts';
import type {
  Layer,
  NotMoved,
  OnCallPerson,
  OnCallSchedule,
  Override,
  TurnUnit,
  Window,
} from './schedule.ts';

const participant = z.looseObject({
  type: shortText,
  id: shortText.optional(),
  username: shortText.optional(),
  name: shortText.optional(),
});
const clock = {
  startHour: z.int().min(0).max(24),
  startMin: z.int().min(0).max(59),
  endHour: z.int().min(0).max(24),
  endMin: z.int().min(0).max(59),
};
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const restriction = z.looseObject({
  type: z.enum(['time-of-day', 'weekday-and-time-of-day']),
  restriction: z.looseObject(clock).optional(),
  restrictions: z
    .array(z.looseObject({ ...clock, startDay: z.enum(DAYS), endDay: z.enum(DAYS) }))
    .max(100)
    .optional(),
});
const rotation = z.looseObject({
  name: shortText.default(''),
  startDate: instantText,
  endDate: instantText.optional(),
  type: z.enum(['hourly', 'daily', 'weekly']),
  length: z.int().min(1).max(1000).default(1),
  participants: z.array(participant).max(500).default([]),
  timeRestriction: restriction.optional(),
});
const SCHEDULE = z.looseObject({
  name: shortText,
  timezone: shortText.optional(),
  rotations: z.array(rotation).max(200),
});
const OVERRIDE = z.looseObject({
  user: participant,
  startDate: instantText,
  endDate: instantText,
  rotations: z
    .array(z.looseObject({ name: shortText.optional() }))
    .max(200)
    .optional(),
});
const USER = z.looseObject({ username: shortText, fullName: shortText });

type Rotation = z.infer<typeof rotation>;

const UNITS = { hourly: 'hour', daily: 'day', weekly: 'week' } as const satisfies Record<
  Rotation['type'],
  TurnUnit
>;

/** Undefined where there is no schedule of it. */
export function readOpsgenie(found: Found): OnCallSchedule | undefined {
  const schedules = found.all(SCHEDULE);
  const [schedule] = schedules;
  if (!schedule) return undefined;
  const left: NotMoved[] = schedules.slice(1).map(({ name }) => ({ what: 'other-schedule', name }));
  const people = new Map<string, OnCallPerson>();
  const names = new Map(found.all(USER).map(({ username, fullName }) => [username, fullName]));
  const idOf = (each: z.infer<typeof participant>): string | undefined => {
    if (each.type !== 'user') return undefined;
    const id = each.username ?? each.name ?? each.id ?? '';
    if (id !== '')
      people.set(id, { id, name: names.get(id) ?? nameOf(id), email: id.includes('@') ? id : '', phone: '' });
    return id === '' ? undefined : id;
  };
  const zone = schedule.timezone !== undefined && isZone(schedule.timezone) ? schedule.timezone : VIETNAM;
  const layers = schedule.rotations.map((each, i) =>
    layerOf(each, { zone, idOf, left, fallback: `${schedule.name} ${i + 1}` }),
  );
  const overrides = found.all(OVERRIDE).flatMap((each): Override[] => {
    const adds = idOf(each.user);
    if (adds === undefined) left.push({ what: 'no-person', name: each.user.name ?? each.user.type });
    const named = (each.rotations ?? []).flatMap(({ name }) => name ?? []);
    const of = named.length > 0 ? { layers: named } : {};
    return adds === undefined
      ? []
      : [{ start: each.startDate, end: each.endDate, adds, removes: 'everyone', ...of }];
  });
  return {
    source: 'opsgenie',
    name: schedule.name,
    zone,
    people: [...people.values()],
    layers,
    overrides,
    left,
  };
}

interface Reading {
  readonly zone: string;
  readonly idOf: (each: z.infer<typeof participant>) => string | undefined;
  readonly left: NotMoved[];
  readonly fallback: string;
}

function layerOf(each: Rotation, { zone, idOf, left, fallback }: Reading): Layer {
  const name = each.name || fallback;
  const groups = each.participants.map((one) => {
    const id = idOf(one);
    if (id === undefined && one.type !== 'none')
      left.push({ what: 'no-person', name: `${name}: ${one.name ?? one.type}` });
    return id === undefined ? [] : [id];
  });
  const { endDate } = each;
  return {
    name,
    zone,
    level: 0,
    turns: { start: each.startDate as Instant, every: each.length, unit: UNITS[each.type], groups, first: 0 },
    windows: windowsOf(each.timeRestriction),
    ...(endDate === undefined ? {} : { until: endDate }),
    spans: [],
  };
}

const MINUTES_PER_DAY = 1440;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function windowsOf(given: Rotation['timeRestriction']): Window[] {
  if (!given) return [];
  const of = (
    each: { startHour: number; startMin: number; endHour: number; endMin: number },
    days: number,
  ) => {
    const start = each.startHour * 60 + each.startMin;
    const minutes = each.endHour * 60 + each.endMin - start + days * MINUTES_PER_DAY;
    return { start, minutes: minutes <= 0 ? minutes + (days > 0 ? 7 : 1) * MINUTES_PER_DAY : minutes };
  };
  const daily = given.restriction ? [{ weekdays: EVERY_DAY, ...of(given.restriction, 0) }] : [];
  const weekly = (given.restrictions ?? []).map((each) => {
    const from = DAYS.indexOf(each.startDay);
    const days = (DAYS.indexOf(each.endDay) - from + 7) % 7;
    const span = of(each, days);
    const isBack = days === 0 && each.endHour * 60 + each.endMin <= span.start;
    return {
      weekdays: [from + 1],
      start: span.start,
      minutes: isBack ? span.minutes + 6 * MINUTES_PER_DAY : span.minutes,
    };
  });
  return [...daily, ...weekly];
}

/** `thu.cuc@lamgiang.example` → `thu.cuc`, where nobody says more. */
function nameOf(id: string): string {
  return id.replace(/@.*$/, '');
}
