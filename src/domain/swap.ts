/**
 * A swap between two people of a published roster: who gives which seat, who takes it and gives what back, and how far
 * the matter has come. It knows no rules, no clock and no store: the referee says whether the roster after it may stand.
 */

import type { Instant } from '../calendar/interval.ts';
import { holderOf, type SeatRef } from './draft-edit.ts';
import type { Roster } from './roster.ts';
import type { Shift } from './shift.ts';

export const SWAP_STATES = [
  'asked',
  'consented',
  'declined',
  'withdrawn',
  'approved',
  'refused',
  'expired',
] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** `time`: nobody answered, or nobody decided, before the shift. `moved`: someone else sits on one of the seats now. */
const EXPIRY_CAUSES = ['time', 'moved'] as const;
export type ExpiryCause = (typeof EXPIRY_CAUSES)[number];

/** Who gives what to whom; without `other`, the shift is given away. */
export interface Exchange {
  readonly askerId: string;
  readonly seat: SeatRef;
  /** Absent while the shift is offered to whoever can take it. */
  readonly partnerId?: string;
  readonly other?: SeatRef;
}

export interface Swap extends Exchange {
  readonly id: string;
  readonly unitId: string;
  readonly periodId: string;
  /** Ids of shifts of which the asker takes one in return, from whoever takes the seat; only while it is offered to anyone. */
  readonly wanted?: readonly string[];
  /** Who arranged it for the two, instead of their own word. */
  readonly arrangedBy?: string;
  /** What the asker says to the other. */
  readonly message: string;
  readonly state: SwapState;
  readonly askedAt: Instant;
  /** From here on nothing can be answered or decided any more; before either shift begins. */
  readonly expiresAt: Instant;
  readonly answeredAt?: Instant;
  readonly decidedAt?: Instant;
  /** What who declined or decided said. */
  readonly note?: string;
  /** Of an expired one. */
  readonly cause?: ExpiryCause;
  /** The version that came of it. */
  readonly version?: number;
}

export type SwapEvent =
  | {
      readonly kind: 'consent';
      readonly at: Instant;
      readonly staffId: string;
      /** What is given in return, where the asker wants something. */
      readonly other?: SeatRef;
    }
  | { readonly kind: 'decline'; readonly at: Instant; readonly staffId: string; readonly note: string }
  | { readonly kind: 'withdraw'; readonly at: Instant; readonly staffId: string }
  | { readonly kind: 'approve'; readonly at: Instant; readonly note: string; readonly version: number }
  | { readonly kind: 'refuse'; readonly at: Instant; readonly note: string }
  | { readonly kind: 'expire'; readonly at: Instant; readonly cause: ExpiryCause };

/**
 * `over`: it has come to an end, or someone else took it. `not-yours`: another has to do that. `too-late`: time is up.
 * `no-return`: the asker wants a shift in return, and none of those was given.
 */
export type SwapRefusal = 'over' | 'not-yours' | 'too-late' | 'not-consented' | 'no-return';

export type SwapMoved =
  | { readonly ok: true; readonly swap: Swap }
  | { readonly ok: false; readonly refusal: SwapRefusal };

export function isLive({ state }: Pick<Swap, 'state'>): boolean {
  return state === 'asked' || state === 'consented';
}

/** One step of the matter, or why it cannot be taken. An end state is never left. */
export function moveSwap(swap: Swap, event: SwapEvent): SwapMoved {
  if (!isLive(swap)) return refused('over');
  if (event.kind === 'expire') {
    return moved(swap, { state: 'expired', decidedAt: event.at, cause: event.cause });
  }
  if (event.kind !== 'withdraw' && event.at >= swap.expiresAt) return refused('too-late');
  switch (event.kind) {
    case 'withdraw':
      if (event.staffId !== swap.askerId) return refused('not-yours');
      return moved(swap, { state: 'withdrawn', decidedAt: event.at });
    case 'consent':
    case 'decline':
      return answer(swap, event);
    case 'approve':
    case 'refuse':
      return decide(swap, event);
  }
}

function answer(swap: Swap, event: SwapEvent & { kind: 'consent' | 'decline' }): SwapMoved {
  const { partnerId } = swap;
  // Consent may be taken back until someone has decided.
  if (swap.state === 'consented' && event.kind === 'decline' && event.staffId === partnerId) {
    return moved(swap, { state: 'declined', answeredAt: event.at, note: event.note });
  }
  if (swap.state !== 'asked') return refused('over');
  const mayAnswer = partnerId === undefined ? event.staffId !== swap.askerId : event.staffId === partnerId;
  if (!mayAnswer) return refused('not-yours');
  if (event.kind === 'consent') {
    const { other } = event;
    if (swap.wanted && !(other && swap.wanted.includes(other.shiftId))) return refused('no-return');
    const inReturn = swap.wanted && other ? { other } : {};
    return moved(swap, { state: 'consented', partnerId: event.staffId, ...inReturn, answeredAt: event.at });
  }
  // Who is not asked by name has nothing to decline.
  if (partnerId === undefined) return refused('not-yours');
  return moved(swap, { state: 'declined', answeredAt: event.at, note: event.note });
}

function decide(swap: Swap, event: SwapEvent & { kind: 'approve' | 'refuse' }): SwapMoved {
  if (swap.state !== 'consented') return refused('not-consented');
  const decided = { decidedAt: event.at, note: event.note };
  if (event.kind === 'refuse') return moved(swap, { ...decided, state: 'refused' });
  return moved(swap, { ...decided, state: 'approved', version: event.version });
}

function moved(swap: Swap, change: Partial<Swap>): SwapMoved {
  return { ok: true, swap: { ...swap, ...change } };
}

function refused(refusal: SwapRefusal): SwapMoved {
  return { ok: false, refusal };
}

export type Exchanged =
  | { readonly ok: true; readonly roster: Roster }
  | { readonly ok: false; readonly refusal: 'moved' | 'stands-already' };

/**
 * The roster after the exchange, every seat keeping its place. `moved` when a seat is no longer held by who gives it;
 * `stands-already` when someone would stand one shift twice.
 */
export function exchanged(roster: Roster, { askerId, seat, partnerId, other }: Exchange): Exchanged {
  const isHeld =
    holderOf(roster, seat) === askerId && (other === undefined || holderOf(roster, other) === partnerId);
  if (!isHeld) return { ok: false, refusal: 'moved' };
  if (partnerId === undefined) return { ok: true, roster };
  const stands = (staffId: string, { shiftId }: SeatRef): boolean =>
    roster.assignments.some((each) => each.shiftId === shiftId && each.staffId === staffId);
  if (partnerId === askerId || stands(partnerId, seat) || (other && stands(askerId, other))) {
    return { ok: false, refusal: 'stands-already' };
  }
  const isSeat = (each: SeatRef, wanted: SeatRef | undefined): boolean =>
    each.shiftId === wanted?.shiftId && each.place === wanted.place;
  const assignments = roster.assignments.map((each) => {
    if (isSeat(each, seat)) return { ...each, staffId: partnerId };
    return isSeat(each, other) ? { ...each, staffId: askerId } : each;
  });
  return { ok: true, roster: { ...roster, assignments } };
}

const MINUTE_MS = 60_000;
/** Nearer than this to the shift nothing is asked any more: one telephones. */
export const LEAST_NOTICE_MS = 60 * MINUTE_MS;
/** Whoever decides wants it settled so long before the shift, where there is time enough. */
const LEAD_MS = 4 * 60 * MINUTE_MS;

/** Until when a swap asked at `now` of a shift that begins at `start` can be settled; undefined when it is too late to ask. */
export function settleBy(now: Instant, start: Instant): Instant | undefined {
  const left = start - now;
  if (left < LEAST_NOTICE_MS) return undefined;
  const until = start - Math.min(LEAD_MS, left / 2);
  return (until - (until % MINUTE_MS)) as Instant;
}

/** The swap with its deadline as its shifts now begin; the same one where nothing moved, or a shift is gone. */
export function followShifts(swap: Swap, shifts: readonly Pick<Shift, 'id' | 'span'>[]): Swap {
  const starts = [swap.seat, swap.other].flatMap((seat) => {
    const shift = seat && shifts.find(({ id }) => id === seat.shiftId);
    return shift ? [shift.span.start] : [];
  });
  if (starts.length < (swap.other ? 2 : 1)) return swap;
  // A shift moved so near that nobody could have asked about it is too late to settle.
  const expiresAt = settleBy(swap.askedAt, Math.min(...starts) as Instant) ?? swap.askedAt;
  return expiresAt === swap.expiresAt ? swap : { ...swap, expiresAt };
}
