/** Every operation of the API: all read what is published of the token's unit, none changes anything. */

import { z } from 'zod';
import { listDutyShifts } from '../../app/machines/list-duty-shifts.ts';
import { type DutyOfVersion, whoIsOnDuty } from '../../app/machines/who-is-on-duty.ts';
import { onDutyBelow } from '../../app/overview/on-duty-below.ts';
import { listSwaps } from '../../app/swaps/list-swaps.ts';
import { openBelow } from '../../app/tree/open-below.ts';
import { lastResortOf } from '../../app/units/last-resort.ts';
import type { Instant } from '../../calendar/interval.ts';
import { escalation as escalationOf } from '../../domain/escalation.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { AppError } from '../../kernel/app-error.ts';
import { belowAnswer, callAnswer, shiftAnswer, swapAnswer, unitAnswer } from './answers.ts';
import { type ApiCall, momentOf, momentText, type Operation, type Query } from './operation.ts';
import { ORDER_OPERATIONS } from './order-operations.ts';
import { BadQuery } from './problem.ts';
import { escalation, nextHandover, onDuty, shifts, swaps } from './shapes.ts';

const optional = z.string().optional();
const required = z.string();

const MOST_DAYS = 400;
/** A month, where nobody says since when. */
const SWAPS_SINCE_MS = 30 * 86_400_000;

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'on-duty',
    query: { at: optional, under: optional },
    answer: onDuty,
    async find(call, query) {
      const at = momentOf(call, query, 'at') ?? call.now;
      if (query.under !== undefined) return onDutyUnder(call, query.under, at);
      const duties = await dutiesAt(call, at);
      const handover = handoverAfter(duties);
      return {
        unit: unitAnswer(call),
        at: momentText(call, at),
        shifts: duties.flatMap((duty) => currentShifts(call, duty)),
        nextHandover: handover === undefined ? null : momentText(call, handover),
      };
    },
  },
  {
    name: 'next-handover',
    query: { at: optional },
    answer: nextHandover,
    async find(call, query) {
      const asked = momentOf(call, query, 'at') ?? call.now;
      const at = handoverAfter(await dutiesAt(call, asked));
      const answer = { unit: unitAnswer(call), at: momentText(call, asked) };
      if (at === undefined) return { ...answer, handover: null };
      const around = { start: (at - 1) as Instant, end: (at + 1) as Instant };
      const turning = await listDutyShifts(call.app, { unitId: call.unit.id, within: around });
      const told = (edge: 'start' | 'end') =>
        turning.filter(({ shift }) => shift.span[edge] === at).map((each) => shiftAnswer(call, each));
      return {
        ...answer,
        handover: { at: momentText(call, at), leaving: told('end'), coming: told('start') },
      };
    },
  },
  {
    name: 'shifts',
    query: { from: required, to: required, person: optional, post: optional },
    answer: shifts,
    async find(call, query) {
      const within = spanOf(call, query);
      const found = await listDutyShifts(call.app, {
        unitId: call.unit.id,
        within,
        ...(query.person === undefined ? {} : { staffId: query.person }),
        ...(query.post === undefined ? {} : { postId: query.post }),
      });
      return {
        unit: unitAnswer(call),
        from: momentText(call, within.start),
        to: momentText(call, within.end),
        shifts: found.map((each) => shiftAnswer(call, each)),
      };
    },
  },
  {
    name: 'swaps',
    query: { since: optional },
    answer: swaps,
    async find(call, query) {
      const since = momentOf(call, query, 'since') ?? ((call.now - SWAPS_SINCE_MS) as Instant);
      const listed = await listSwaps(call.app, call.unit.id);
      return {
        unit: unitAnswer(call),
        since: momentText(call, since),
        swaps: listed
          .filter(({ swap }) => Math.max(swap.askedAt, swap.answeredAt ?? 0, swap.decidedAt ?? 0) >= since)
          .map((each) => swapAnswer(call, each)),
      };
    },
  },
  {
    name: 'escalation',
    query: { at: optional, post: optional },
    answer: escalation,
    async find(call, query) {
      const at = momentOf(call, query, 'at') ?? call.now;
      const duties = await dutiesAt(call, at);
      const posts = duties.flatMap((duty) => duty.posts);
      const away = new Set(duties.flatMap((duty) => [...duty.away]));
      const people = peopleOf(duties);
      const { post } = query;
      if (post !== undefined && !posts.some((each) => each.post.id === post)) {
        throw new AppError('not-found', 'api.refused.post', { post });
      }
      return {
        unit: unitAnswer(call),
        at: momentText(call, at),
        note: call.unit.callNote ?? null,
        calls: escalationOf({ posts, away }, post).map((step, index) =>
          callAnswer(call, step, { order: index + 1, people }),
        ),
        lastResort: (await lastResortOf(call.app, call.unit.id)) || null,
      };
    },
  },
  ...ORDER_OPERATIONS,
];

/** Of the token's unit, or of one below it: any other looks as if there were none. */
async function onDutyUnder(call: ApiCall, under: string, at: Instant) {
  const top = await openBelow(call.app, { unitId: call.unit.id, belowId: under });
  const { units } = await onDutyBelow(call.app, { unitId: top.id, at });
  return {
    unit: { id: top.id, name: top.name },
    at: momentText(call, at),
    shifts: [],
    nextHandover: null,
    units: units.map((each) => belowAnswer(call, each)),
  };
}

function dutiesAt({ app, unit }: ApiCall, at: Instant): Promise<readonly DutyOfVersion[]> {
  return whoIsOnDuty(app, { unitId: unit.id, at });
}

/** Everyone of the rosters, once. */
function peopleOf(duties: readonly DutyOfVersion[]): StaffMember[] {
  const people = duties.flatMap(({ version }) => version.plan.staff.map((each) => [each.id, each] as const));
  return [...new Map(people).values()];
}

function currentShifts(call: ApiCall, { version, posts }: DutyOfVersion) {
  return posts.flatMap(({ post, current }) =>
    current.map(({ shift, staff }) => shiftAnswer(call, { shift, staff, post, version })),
  );
}

function handoverAfter(duties: readonly DutyOfVersion[]): Instant | undefined {
  const handovers = duties.flatMap(({ nextHandover: each }) => each ?? []);
  return handovers.length > 0 ? (Math.min(...handovers) as Instant) : undefined;
}

function spanOf(call: ApiCall, query: Query) {
  const start = momentOf(call, query, 'from') ?? call.now;
  const end = momentOf(call, query, 'to') ?? call.now;
  const fault = (key: string) => new BadQuery([{ parameter: 'to', key, params: { days: MOST_DAYS } }]);
  if (end <= start) throw fault('api.fault.order');
  if (end - start > MOST_DAYS * 86_400_000) throw fault('api.fault.too-long');
  return { start, end };
}
