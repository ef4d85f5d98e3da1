/** GoAlert: what its GraphQL answers about a schedule with its targets and rules, rotations, users, overrides and fixed shifts. */

import { z } from 'zod';
import type { Instant } from '../../calendar/interval.ts';
import { isZone, minuteOfClock, parseClockTime, VIETNAM } from '../../calendar/zone.ts';
import { type Found, instantText, shortText } from './answers.ts';
import type {
  Layer,
  NotMoved,
  OnCallPerson,
  OnCallSchedule,
  Override,
  Turns,
  TurnUnit,
  Window,
} from './schedule.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const target = z.looseObject({
  id: shortText,
  type: z.enum(['rotation', 'user']),
  name: shortText.nullish(),
});
const ASSIGNED = z.looseObject({
  target,
  rules: z
    .array(z.looseObject({ start: clock, end: clock, weekdayFilter: z.array(z.boolean()).length(7) }))
    .max(200),
});
const SCHEDULE = z.looseObject({ name: shortText, timeZone: shortText, targets: z.array(ASSIGNED).max(500) });
const ROTATION = z.looseObject({
  id: shortText,
  name: shortText,
  type: z.enum(['hourly', 'daily', 'weekly', 'monthly']),
  start: instantText,
  timeZone: shortText,
  shiftLength: z.int().min(1).max(9000),
  userIDs: z.array(shortText).max(500).optional(),
  users: z
    .array(z.looseObject({ id: shortText }))
    .max(500)
    .optional(),
  activeUserIndex: z.int().optional(),
  nextHandoffTimes: z.array(instantText).max(1000).optional(),
});
const USER = z.looseObject({
  id: shortText,
  name: shortText,
  email: shortText.nullish(),
  contactMethods: z.unknown().optional(),
});
const OVERRIDE = z.looseObject({
  start: instantText,
  end: instantText,
  addUserID: shortText.nullish(),
  removeUserID: shortText.nullish(),
});
const TEMPORARY = z.looseObject({
  start: instantText,
  end: instantText,
  shifts: z.array(z.looseObject({ userID: shortText, start: instantText, end: instantText })).max(5000),
});
const CONTACT = z.array(z.looseObject({ type: shortText, value: shortText.nullish() }));

const UNITS = { hourly: 'hour', daily: 'day', weekly: 'week', monthly: 'month' } as const satisfies Record<
  string,
  TurnUnit
>;

/** Undefined where there is no schedule of it. */
export function readGoAlert(found: Found): OnCallSchedule | undefined {
  const schedules = found.all(SCHEDULE);
  const [schedule] = schedules;
  if (!schedule) return undefined;
  const left: NotMoved[] = schedules.slice(1).map(({ name }) => ({ what: 'other-schedule', name }));
  const rotations = new Map(found.all(ROTATION).map((each) => [each.id, each]));
  const zone = isZone(schedule.timeZone) ? schedule.timeZone : VIETNAM;
  const assigned = schedule.targets.flatMap((each) => layersOf(each, { zone, rotations, left }));
  const temporary = found.all(TEMPORARY);
  const overrides = [
    ...found.all(OVERRIDE).flatMap(overrideOf),
    // While a temporary schedule runs, nobody else of the schedule stands.
    ...temporary.map(({ start, end }): Override => ({ start, end, removes: 'everyone' })),
    ...temporary.flatMap(({ shifts }) =>
      shifts.map(({ start, end, userID }): Override => ({ start, end, adds: userID })),
    ),
  ];
  const [first] = assigned;
  // Whoever is added stands once, not on each layer.
  const layers = first ? assigned : [{ name: schedule.name, zone, level: 0, windows: [], spans: [] }];
  const once = overrides.map((each) =>
    each.adds !== undefined && each.removes === undefined
      ? { ...each, layers: [layers[0]?.name ?? ''] }
      : each,
  );
  return {
    source: 'goalert',
    name: schedule.name,
    zone,
    people: peopleOf(found, layers, overrides),
    layers,
    overrides: once,
    left,
  };
}

function overrideOf({ start, end, addUserID, removeUserID }: z.infer<typeof OVERRIDE>): Override[] {
  if (!addUserID && !removeUserID) return [];
  return [
    {
      start,
      end,
      ...(addUserID ? { adds: addUserID } : {}),
      ...(removeUserID ? { removes: removeUserID } : {}),
    },
  ];
}

interface Reading {
  readonly zone: string;
  readonly rotations: ReadonlyMap<string, z.infer<typeof ROTATION>>;
  readonly left: NotMoved[];
}

function layersOf(
  { target: { id, type, name }, rules }: z.infer<typeof ASSIGNED>,
  { zone, rotations, left }: Reading,
): Layer[] {
  const rotation = type === 'rotation' ? rotations.get(id) : undefined;
  const title = name || rotation?.name || id;
  if (type === 'rotation' && !rotation) {
    left.push({ what: 'rotation-missing', name: title });
    return [];
  }
  const windows = rules.map(windowOf);
  const always: Turns = { start: 0 as Instant, every: 1000, unit: 'week', groups: [[id]], first: 0 };
  const turns = rotation ? turnsOf(rotation, left) : always;
  // A rotation changes by its own clock; the schedule's rules are read by the schedule's.
  if (rotation && rotation.timeZone !== zone) left.push({ what: 'other-zone', name: title });
  return [{ name: title, zone, level: 0, turns, windows, spans: [] }];
}

/** Sunday first there. Equal times are the whole day. */
function windowOf({ start, end, weekdayFilter }: z.infer<typeof ASSIGNED>['rules'][number]): Window {
  const minute = (text: string): number => {
    const time = parseClockTime(text);
    return time === undefined ? 0 : minuteOfClock(time);
  };
  const minutes = minute(end) - minute(start);
  const weekdays = weekdayFilter.flatMap((on, i) => (on ? [i === 0 ? 7 : i] : []));
  return { weekdays, start: minute(start), minutes: minutes <= 0 ? minutes + 1440 : minutes };
}

/** Who is active is counted from the next handoff where the answer names it: the order may have been changed by hand. */
function turnsOf(rotation: z.infer<typeof ROTATION>, left: NotMoved[]): Turns {
  const people = rotation.userIDs ?? (rotation.users ?? []).map(({ id }) => id);
  const groups = people.map((id) => [id]);
  const common = { every: rotation.shiftLength, unit: UNITS[rotation.type], groups };
  const [next] = rotation.nextHandoffTimes ?? [];
  if (next !== undefined && rotation.activeUserIndex !== undefined) {
    left.push({ what: 'from-next-handoff', name: rotation.name });
    return { ...common, start: next, first: rotation.activeUserIndex + 1 };
  }
  return { ...common, start: rotation.start, first: 0 };
}

function peopleOf(found: Found, layers: readonly Layer[], overrides: readonly Override[]): OnCallPerson[] {
  const named = new Set([
    ...layers.flatMap(({ turns, spans }) => [
      ...(turns?.groups.flat() ?? []),
      ...spans.map(({ personId }) => personId),
    ]),
    ...overrides.flatMap(({ adds }) => adds ?? []),
  ]);
  const known = new Map(found.all(USER).map((each) => [each.id, each]));
  return [...named].map((id): OnCallPerson => {
    const user = known.get(id);
    const contacts = CONTACT.safeParse(user?.contactMethods);
    const phone = contacts.success
      ? contacts.data.find(({ type }) => /^(SMS|VOICE)$/i.test(type))?.value
      : undefined;
    return { id, name: user?.name ?? id, email: user?.email ?? '', phone: phone ?? '' };
  });
}
