/** From what is published to the fields of an answer. */

import type { PublishedShift } from '../../app/machines/list-duty-shifts.ts';
import type { UnitOnDuty } from '../../app/overview/on-duty-below.ts';
import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import type { Instant } from '../../calendar/interval.ts';
import type { Call as DomainCall } from '../../domain/escalation.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Contact, Post } from '../../domain/unit.ts';
import { isUnstood, type RosterVersion } from '../../domain/version.ts';
import { type ApiCall, momentText } from './operation.ts';
import type { Call, Person, PostAnswer, ShiftAnswer, SwapAnswer, UnitOnDutyAnswer } from './shapes.ts';

export function unitAnswer({ unit: { id, name } }: ApiCall) {
  return { id, name };
}

export function shiftAnswer(call: ApiCall, { shift, staff, post, version }: PublishedShift): ShiftAnswer {
  const { period } = version.plan;
  return {
    ...spanAnswer(call, shift),
    post: postAnswer(post),
    people: staff.map((member) => personAnswer(version, shift, member)),
    period: { id: period.id, name: period.name, version: version.number },
  };
}

/** `people` are those of the rosters the call is found in, to tell namesakes apart. */
export function callAnswer(
  call: ApiCall,
  step: DomainCall,
  { order, people }: { readonly order: number; readonly people: readonly StaffMember[] },
): Call {
  const post = postAnswer(step.post);
  if (step.kind === 'contact') {
    return { order, kind: 'contact', ...contactAnswer(step.contact), post, shift: null };
  }
  const { id, phone, email, title } = step.member;
  const reached = {
    name: staffName(people, id),
    phone: orNull(phone),
    email: orNull(email),
    note: orNull(title),
  };
  return { order, kind: 'duty', ...reached, post, shift: spanAnswer(call, step.duty.shift) };
}

/** Names and shifts as the newest roster has them; what two people wrote each other stays theirs. */
export function swapAnswer(call: ApiCall, { swap, version }: ListedSwap): SwapAnswer {
  const { plan } = version;
  const { askerId, partnerId, seat, other } = swap;
  const side = (id: string) => ({ id, name: staffName(plan.staff, id) });
  const at = (instant: Instant | undefined) => (instant === undefined ? null : momentText(call, instant));
  const shiftOf = (id: string | undefined) => {
    const shift = plan.shifts.find((each) => each.id === id);
    const post = plan.posts.find((each) => each.id === shift?.postId);
    return shift && post ? { ...spanAnswer(call, shift), post: postAnswer(post) } : null;
  };
  const isThrough = swap.state === 'approved' && partnerId !== undefined;
  return {
    id: swap.id,
    state: swap.state,
    askedAt: momentText(call, swap.askedAt),
    answeredAt: at(swap.answeredAt),
    decidedAt: at(swap.decidedAt),
    period: { id: plan.period.id, name: plan.period.name },
    asker: side(askerId),
    partner: partnerId === undefined ? null : side(partnerId),
    given: shiftOf(seat.shiftId),
    taken: shiftOf(other?.shiftId),
    wanted: (other ? [] : (swap.wanted ?? [])).flatMap((id) => shiftOf(id) ?? []),
    arranged: swap.arrangedBy !== undefined,
    version: swap.version ?? null,
    changes: isThrough
      ? [
          { shift: seat.shiftId, from: askerId, to: partnerId },
          ...(other ? [{ shift: other.shiftId, from: partnerId, to: askerId }] : []),
        ]
      : [],
  };
}

/** Leaders first, then as the unit named them; phones only while they may be told. */
export function belowAnswer(call: ApiCall, { unit, duties, missing, phones }: UnitOnDuty): UnitOnDutyAnswer {
  return {
    unit: { id: unit.unitId, name: unit.name },
    kind: unit.kind,
    branch: unit.branch,
    answered: unit.answer !== undefined,
    people: duties.map(({ name, title, phone, tier, label, span }) => ({
      ...{ name, title, tier, post: label, phone: phones ? orNull(phone) : null },
      ...{ start: momentText(call, span.start), end: momentText(call, span.end) },
    })),
    missing: missing.map(({ demand, held }) => ({ demand: demand.name, held, least: demand.least })),
  };
}

function spanAnswer(call: ApiCall, { id, label, span }: PublishedShift['shift']) {
  return { id, label, start: momentText(call, span.start), end: momentText(call, span.end) };
}

/** Namesakes told apart in the name: programs show it alone. */
function personAnswer(
  version: RosterVersion,
  shift: PublishedShift['shift'],
  { id, title, phone }: StaffMember,
): Person {
  const name = staffName(version.plan.staff, id);
  return { id, name, title, phone: orNull(phone), stands: !isUnstood(version, id, shift) };
}

function postAnswer({ id, name, shortName, tier, presence }: Post): PostAnswer {
  return { id, name, shortName, tier, presence };
}

function contactAnswer({ name, phone, email, note }: Contact) {
  return { name, phone: orNull(phone), email: orNull(email), note: orNull(note) };
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
