/**
 * What the JSON API answers, field by field. Answers are made to these shapes and the OpenAPI document is made from them.
 * Names are a promise: fields are added, never renamed, and none goes away within `v1`.
 */

import { z } from 'zod';
import { SWAP_STATES } from '../../domain/swap.ts';
import { PRESENCES, TIERS } from '../../domain/unit.ts';

/** Shapes that have a name of their own in the OpenAPI document. */
export const NAMED_SHAPES = z.registry<{ id: string }>();

export function named<T extends z.ZodType>(id: string, shape: T): T {
  NAMED_SHAPES.add(shape, { id });
  return shape;
}

/** RFC 3339 with the offset of the unit's zone: `2027-02-06T00:00:00+07:00`. */
const moment = z.iso.datetime({ offset: true });
/** JSON has null where something is not known, so that every field is always there. */
const text = z.string();

const unit = named('Unit', z.strictObject({ id: text, name: text }));

const person = named(
  'Person',
  z.strictObject({
    id: text,
    name: text,
    title: text,
    phone: text.nullable(),
    /** False for who has left, is on leave by now or lacks a skill by now: the seat needs someone else. */
    stands: z.boolean(),
  }),
);

const post = named(
  'Post',
  z.strictObject({ id: text, name: text, shortName: text, tier: z.enum(TIERS), presence: z.enum(PRESENCES) }),
);

const shift = named(
  'Shift',
  z.strictObject({
    id: text,
    label: text,
    start: moment,
    end: moment,
    post,
    people: z.array(person),
    period: z.strictObject({ id: text, name: text, version: z.int().positive() }),
  }),
);

/** A unit below, as it was sent up: what it lacks of what was asked of it at that moment. */
const belowUnit = named(
  'UnitOnDuty',
  z.strictObject({
    unit,
    kind: text,
    branch: text,
    /** False while the unit has sent nothing. */
    answered: z.boolean(),
    people: z.array(
      z.strictObject({
        name: text,
        title: text,
        /** Null too once the order's telephones are hidden again. */
        phone: text.nullable(),
        tier: z.enum(TIERS),
        post: text,
        start: moment,
        end: moment,
      }),
    ),
    missing: z.array(z.strictObject({ demand: text, held: z.int(), least: z.int() })),
  }),
);

export const onDuty = named(
  'OnDuty',
  z.strictObject({
    unit,
    at: moment,
    shifts: z.array(shift),
    nextHandover: moment.nullable(),
    /** Only where `under` was asked: all units below that one, those to be called first, first. */
    units: z.array(belowUnit).optional(),
  }),
);

export const nextHandover = named(
  'NextHandover',
  z.strictObject({
    unit,
    at: moment,
    handover: z.strictObject({ at: moment, leaving: z.array(shift), coming: z.array(shift) }).nullable(),
  }),
);

export const shifts = named(
  'Shifts',
  z.strictObject({ unit, from: moment, to: moment, shifts: z.array(shift) }),
);

const call = named(
  'Call',
  z.strictObject({
    order: z.int().positive(),
    kind: z.enum(['duty', 'contact']),
    name: text,
    phone: text.nullable(),
    email: text.nullable(),
    note: text.nullable(),
    post,
    shift: z.strictObject({ id: text, label: text, start: moment, end: moment }).nullable(),
  }),
);

const swapSide = z.strictObject({ id: text, name: text });
const swapShift = z.strictObject({ id: text, label: text, start: moment, end: moment, post });

const swap = named(
  'Swap',
  z.strictObject({
    id: text,
    state: z.enum(SWAP_STATES),
    askedAt: moment,
    answeredAt: moment.nullable(),
    decidedAt: moment.nullable(),
    period: z.strictObject({ id: text, name: text }),
    asker: swapSide,
    /** Null while it is offered to anyone. */
    partner: swapSide.nullable(),
    given: swapShift.nullable(),
    /** What the asker takes in return. */
    taken: swapShift.nullable(),
    /** Of which the asker takes one, while nobody has given it. */
    wanted: z.array(swapShift),
    /** By whoever decides, in place of the two people's own word. */
    arranged: z.boolean(),
    /** The version that came of it. */
    version: z.int().positive().nullable(),
    /** What it changed, for whom; empty until it went through. */
    changes: z.array(z.strictObject({ shift: text, from: text, to: text })),
  }),
);

export const swaps = named('Swaps', z.strictObject({ unit, since: moment, swaps: z.array(swap) }));

export const escalation = named(
  'Escalation',
  z.strictObject({
    unit,
    at: moment,
    note: text.nullable(),
    calls: z.array(call),
    /** Of the unit, for when none of the calls has a phone. */
    lastResort: text.nullable(),
  }),
);

/** RFC 9457, with a code that stays the same in every language. */
export const problem = named(
  'Problem',
  z.strictObject({
    type: text,
    title: text,
    status: z.int(),
    detail: text,
    code: text,
    reference: text.optional(),
    errors: z.array(z.strictObject({ parameter: text, detail: text })).optional(),
  }),
);

export type SwapAnswer = z.output<typeof swap>;
export type Person = z.output<typeof person>;
export type ShiftAnswer = z.output<typeof shift>;
export type UnitOnDutyAnswer = z.output<typeof belowUnit>;
export type PostAnswer = z.output<typeof post>;
export type Call = z.output<typeof call>;
export type Problem = z.output<typeof problem>;
