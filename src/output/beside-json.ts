/**
 * A `roster.json` of another period as duties that stand fixed beside a plan: what a database knows by itself, from files.
 * Only who stands where and when is taken; whether that was right is not asked.
 */

import { z } from 'zod';
import { type Day, parseDay } from '../calendar/day.ts';
import type { Interval } from '../calendar/interval.ts';
import { NAMED_DAYS } from '../calendar/named-days.ts';
import { parseInstant } from '../calendar/zone.ts';
import { isSameHours } from '../domain/covered-twice.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import { PRESENCES, TIERS } from '../domain/unit.ts';
import type { Fault, Parsed } from '../kernel/fault.ts';
import { readRosterFile } from './roster-json.ts';

const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);

const besideShift = z.looseObject({
  id: z.string(),
  day,
  start: z.string(),
  end: z.string(),
  post: z.string(),
  postName: z.string(),
  // Files of the first version do not have these two: the plan's own post of that id tells.
  tier: z.enum(TIERS).nullish(),
  presence: z.enum(PRESENCES).nullish(),
  label: z.string(),
  night: z.boolean(),
  namedDay: z.enum(NAMED_DAYS).nullish(),
  seats: z.array(z.looseObject({ staff: z.string(), name: z.string().optional() })),
});

const besideFile = z.looseObject({
  unit: z.looseObject({ id: z.string() }),
  period: z.looseObject({ id: z.string(), name: z.string() }),
  shifts: z.array(besideShift),
});

type BesideFile = z.infer<typeof besideFile>;
type BesideShift = z.infer<typeof besideShift>;

/**
 * Refuses the plan's own period and rosters of another unit. A duty of someone the plan does not have stands all the
 * same; each such person is a warning.
 */
export function parseBesideJson(text: string, plan: Plan, file: string): Parsed<FixedDuty[]> {
  const read = readRosterFile(text, besideFile, file);
  if (!read.ok) return read;
  const { unit, period, shifts } = read.value;
  const faults: Fault[] = [];
  if (unit.id !== plan.unit.id) {
    const params = { value: unit.id, unit: plan.unit.id };
    faults.push({ key: 'fault.beside.unit', params, file, column: 'unit.id' });
  }
  if (period.id === plan.period.id) {
    faults.push({ key: 'fault.beside.period', params: { value: period.id }, file, column: 'period.id' });
  }
  const duties = shifts.flatMap((shift, i) => {
    const span = spanOf(shift, plan);
    if (span) return dutiesOf(shift, span, { plan, period });
    faults.push({ key: 'fault.beside.span', params: {}, file, column: `shifts[${i}].start` });
    return [];
  });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: duties,
    warnings: [...covered(read.value, plan, file), ...strangers(read.value, plan, file)],
  };
}

function spanOf({ start, end }: BesideShift, { unit }: Plan): Interval | undefined {
  const from = parseInstant(start, unit.zone);
  const to = parseInstant(end, unit.zone);
  return from !== undefined && to !== undefined && from < to ? { start: from, end: to } : undefined;
}

function dutiesOf(
  shift: BesideShift,
  span: Interval,
  { plan, period }: { readonly plan: Plan; readonly period: BesideFile['period'] },
): FixedDuty[] {
  const own = plan.posts.find(({ id }) => id === shift.post);
  const { id, name } = period;
  const post = {
    id: shift.post,
    name: shift.postName,
    tier: shift.tier ?? own?.tier ?? 'watch',
    presence: shift.presence ?? own?.presence ?? 'on-site',
  };
  return shift.seats.map(({ staff }) => ({
    staffId: staff,
    day: shift.day,
    span,
    night: shift.night,
    seat: {
      period: { id, name },
      post,
      shiftId: shift.id,
      patternId: shift.id.split('/').at(-2) ?? '',
      label: shift.label,
      ...(shift.namedDay ? { namedDay: shift.namedDay } : {}),
    },
  }));
}

/** Hours of the same posts that the plan covers too: published, one of the two would have to say that it replaces them. */
function covered({ period, shifts }: BesideFile, plan: Plan, file: string): Fault[] {
  const twice = shifts.filter((shift) => {
    const span = spanOf(shift, plan);
    return span && plan.shifts.some((own) => own.postId === shift.post && isSameHours(own.span, span));
  });
  const [first] = twice;
  if (!first) return [];
  const params = {
    period: period.name,
    id: period.id,
    count: twice.length,
    post: first.postName,
    day: first.day,
  };
  return [{ key: 'warning.beside.covered', params, file, value: first.id }];
}

/** Every file must be of a period of its own: given twice, its duties would count twice. */
export function besideTwice(
  files: readonly { readonly file: string; readonly duties: readonly FixedDuty[] }[],
): Fault[] {
  const known = new Map<string, string>();
  return files.flatMap(({ file, duties }): Fault[] => {
    const period = duties[0]?.seat?.period;
    if (!period) return [];
    const other = known.get(period.id);
    known.set(period.id, file);
    if (other === undefined) return [];
    const params = { value: period.id, other };
    return [{ key: 'fault.beside.twice', params, file, column: 'period.id' }];
  });
}

function strangers({ shifts }: BesideFile, { staff }: Plan, file: string): Fault[] {
  const known = new Set(staff.map(({ id }) => id));
  const seats = shifts.flatMap((shift) => shift.seats).filter((seat) => !known.has(seat.staff));
  return [...new Map(seats.map((seat) => [seat.staff, seat])).values()].map((seat) => ({
    key: 'warning.beside.person',
    params: { name: seat.name ?? seat.staff },
    file,
    value: seat.staff,
  }));
}
