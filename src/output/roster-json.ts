/**
 * The roster as a JSON file for programs, and the way back. Field names are a promise: a new meaning is a new
 * `formatVersion`. Reading takes only who stands where; the rest is the plan's to say.
 */

import { z } from 'zod';
import { formatInstant } from '../calendar/zone.ts';
import type { Plan } from '../domain/plan.ts';
import type { Assignment, Roster } from '../domain/roster.ts';
import type { Shift } from '../domain/shift.ts';
import { staffName } from '../domain/staff-names.ts';
import type { Fault, Parsed } from '../kernel/fault.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { cleanLine } from './plain-text.ts';
import { type Rostered, seatsOf } from './roster/seats.ts';
import type { VersionMark } from './roster/sheet-model.ts';

const FORMAT = 'lich-truc/roster';
const FORMAT_VERSION = 1;

export interface RosterJsonSource extends Rostered {
  /** Absent for a draft. */
  readonly version?: VersionMark;
}

/**
 * Indented JSON with a final line break. Instants are ISO 8601 with the unit's offset; `seats` lists who is there, by
 * place, and `vacant` how many are missing to the minimum. Holds no phone numbers.
 */
export function formatRosterJson(source: RosterJsonSource): string {
  const { plan, version } = source;
  const { unit, period } = plan;
  const file = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    unit: { id: unit.id, name: cleanLine(unit.name), zone: unit.zone },
    period: {
      id: period.id,
      name: cleanLine(period.name),
      start: formatInstant(period.span.start, unit.zone),
      end: formatInstant(period.span.end, unit.zone),
    },
    version: version
      ? { number: version.number, publishedAt: formatInstant(version.publishedAt, unit.zone) }
      : null,
    shifts: shiftsJson(source),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function shiftsJson({ plan, roster }: RosterJsonSource): object[] {
  const { zone } = plan.unit;
  const posts = new Map(
    plan.posts.map(({ id, name, tier, presence }) => [id, { name: cleanLine(name), tier, presence }]),
  );
  const seatsOfShift = seatsOf(plan, roster);
  return plan.shifts.map((shift) => {
    const seats = seatsOfShift(shift);
    return {
      id: shift.id,
      day: shift.day,
      start: formatInstant(shift.span.start, zone),
      end: formatInstant(shift.span.end, zone),
      post: shift.postId,
      postName: posts.get(shift.postId)?.name ?? '',
      tier: posts.get(shift.postId)?.tier ?? null,
      presence: posts.get(shift.postId)?.presence ?? null,
      label: cleanLine(shift.label),
      night: shift.night,
      namedDay: shift.namedDay ?? null,
      minimum: shift.cover.minimum,
      target: shift.cover.target,
      vacant: seats.filter(({ kind }) => kind === 'uncovered').length,
      seats: seats.flatMap((seat) =>
        seat.kind === 'held'
          ? [
              {
                place: seat.place,
                staff: seat.member.id,
                name: cleanLine(staffName(plan.staff, seat.member.id)),
              },
            ]
          : [],
      ),
    };
  });
}

/** More people than this on one shift is a mistake, and a place beyond it would make every table endless. */
const MOST_PLACES = 1_000;
const MOST_FAULTS = 100;
const MOST_VALUE_LENGTH = 80;

const envelope = z.looseObject({ format: z.literal(FORMAT), formatVersion: z.number().int().min(1) });

const seat = z.looseObject({
  place: z
    .number()
    .int()
    .min(0)
    .max(MOST_PLACES - 1),
  staff: z.string(),
});

const body = z.looseObject({
  period: z.looseObject({ id: z.string() }),
  shifts: z.array(
    z.looseObject({
      id: z.string(),
      seats: z.array(seat).max(MOST_PLACES),
    }),
  ),
});

type Body = z.infer<typeof body>;
type BodyShift = Body['shifts'][number];
/** A fault at a path inside the file, before the file's name is added. */
type Told = Pick<Fault, 'key' | 'params' | 'column' | 'value'>;
/** Looked into only when it is told: finding the nearest known word takes time, and noise has thousands of faults. */
type Pending = () => Told;

/**
 * Reads what `formatRosterJson` wrote back into a roster of this plan, in the plan's order. Other fields may be there
 * or not. `file` names the file in faults; every fault is told, up to a hundred.
 */
export function parseRosterJson(text: string, plan: Plan, file = 'roster.json'): Parsed<Roster> {
  const read = readRosterFile(text, body, file);
  if (!read.ok) return read;
  const faults = mismatches(read.value, plan);
  return faults.length > 0
    ? refused(faults, file)
    : { ok: true, value: toRoster(read.value, plan), warnings: [] };
}

/** A file that `formatRosterJson` wrote, in the given shape; nothing in it is held against a plan yet. */
export function readRosterFile<T>(text: string, shape: z.ZodType<T>, file: string): Parsed<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refused([() => ({ key: 'fault.roster.syntax', params: {} })], file);
  }
  const opened = envelope.safeParse(raw);
  if (!opened.success) {
    return refused([() => ({ key: 'fault.roster.format', params: {}, column: 'format' })], file);
  }
  if (opened.data.formatVersion > FORMAT_VERSION) {
    const params = { value: opened.data.formatVersion, most: FORMAT_VERSION };
    return refused([() => ({ key: 'fault.roster.newer', params, column: 'formatVersion' })], file);
  }
  const read = shape.safeParse(raw);
  if (read.success) return { ok: true, value: read.data, warnings: [] };
  const issues = read.error.issues.map(({ path }) => () => ({
    key: 'fault.roster.shape',
    params: {},
    column: formatPath(path),
  }));
  return refused(issues, file);
}

function refused(faults: readonly Pending[], file: string): { readonly ok: false; readonly faults: Fault[] } {
  return { ok: false, faults: firstOf(faults).map((fault) => ({ ...fault, file })) };
}

function toRoster({ shifts }: Body, plan: Plan): Roster {
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  const seatsOf = ({ id }: Shift): Assignment[] =>
    (byId.get(id)?.seats ?? [])
      .map(({ place, staff }) => ({ shiftId: id, place, staffId: staff }))
      .sort((a, b) => a.place - b.place);
  return { periodId: plan.period.id, assignments: plan.shifts.flatMap(seatsOf) };
}

function mismatches({ period, shifts }: Body, plan: Plan): Pending[] {
  const known = new Set(plan.shifts.map(({ id }) => id));
  const staff = new Set(plan.staff.map(({ id }) => id));
  const seen = new Set<string>();
  const faults: Pending[] = [];
  if (period.id !== plan.period.id) {
    const params = { value: period.id, period: plan.period.id };
    faults.push(() => ({ key: 'fault.roster.period', params, column: 'period.id' }));
  }
  for (const [i, shift] of shifts.entries()) {
    const { id } = shift;
    const column = `shifts[${i}].id`;
    if (!known.has(id)) faults.push(() => ({ ...unknownWord('fault.roster.shift', id, known), column }));
    if (seen.has(id)) faults.push(() => ({ key: 'fault.roster.shift-twice', params: { value: id }, column }));
    seen.add(id);
    faults.push(...seatFaults(shift, `shifts[${i}]`, staff));
  }
  return faults;
}

function seatFaults({ seats }: BodyShift, path: string, staff: ReadonlySet<string>): Pending[] {
  const people = new Set<string>();
  const places = new Set<number>();
  return seats.flatMap(({ place, staff: id }, i) => {
    const column = `${path}.seats[${i}].staff`;
    const faults: Pending[] = [];
    if (!staff.has(id)) faults.push(() => ({ ...unknownWord('fault.roster.staff', id, staff), column }));
    if (people.has(id)) {
      faults.push(() => ({ key: 'fault.roster.staff-twice', params: { value: id }, column }));
    }
    if (places.has(place)) {
      const at = `${path}.seats[${i}].place`;
      faults.push(() => ({ key: 'fault.roster.place-twice', params: { value: place }, column: at }));
    }
    people.add(id);
    places.add(place);
    return faults;
  });
}

/** `shifts[2].seats[0].staff`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`;
    return whole === '' ? String(part) : `${whole}.${String(part)}`;
  }, '');
}

function firstOf(faults: readonly Pending[]): Told[] {
  const shown = faults.slice(0, MOST_FAULTS).map((look) => {
    const fault = look();
    const value = fault.value ?? String(fault.params.value ?? '');
    return value === '' ? fault : { ...fault, value: value.slice(0, MOST_VALUE_LENGTH) };
  });
  const more = faults.length - shown.length;
  return more > 0 ? [...shown, { key: 'fault.more', params: { count: more } }] : shown;
}
