/**
 * What became of every seat that a unit sent up for an order, over the answers that followed each other: for calendars,
 * which must be told of a change under the same name (RFC 5545 §3.8.4.7 and §3.8.7.4). Of iCalendar's text it knows nothing.
 */

import type { Instant } from '../calendar/interval.ts';
import { dayOf } from '../calendar/zone.ts';
import type { AnswerDuty } from './answer.ts';

export interface AnswerAt {
  readonly sentAt: Instant;
  readonly duties: readonly AnswerDuty[];
}

export interface AnswerSeat {
  /** Unique within the order and unit; says the demand, the day and the place, never who sits there. */
  readonly key: string;
  /** As last told of. */
  readonly duty: AnswerDuty;
  /** 0 when first sent, +1 on each change of time or person, and on going and coming back. */
  readonly sequence: number;
  /** When anything one is told of it last changed. */
  readonly revised: Instant;
  /** No longer in the answer in force. */
  readonly gone: boolean;
}

/** By first appearance. @param answers of one order and unit, in the order they came. */
export function answerSeats(answers: readonly AnswerAt[], zone: string): AnswerSeat[] {
  const seats = new Map<string, AnswerSeat>();
  for (const { sentAt, duties } of answers) {
    const sent = keyed(duties, zone);
    for (const [key, duty] of sent) seats.set(key, told(seats.get(key), { key, duty, sentAt }));
    for (const [key, seat] of seats) {
      if (seat.gone || sent.has(key)) continue;
      seats.set(key, { ...seat, gone: true, sequence: seat.sequence + 1, revised: sentAt });
    }
  }
  return [...seats.values()];
}

/** An order that was lifted: what had not begun by then is not stood. */
export function liftedSeats(seats: readonly AnswerSeat[], liftedAt: Instant): AnswerSeat[] {
  return seats.map((seat) =>
    seat.gone || seat.duty.span.start < liftedAt
      ? seat
      : { ...seat, gone: true, sequence: seat.sequence + 1, revised: liftedAt },
  );
}

interface Sent {
  readonly key: string;
  readonly duty: AnswerDuty;
  readonly sentAt: Instant;
}

function told(before: AnswerSeat | undefined, { key, duty, sentAt }: Sent): AnswerSeat {
  if (!before) return { key, duty, sequence: 0, revised: sentAt, gone: false };
  const { duty: was, sequence, gone } = before;
  const moved =
    gone || was.name !== duty.name || was.span.start !== duty.span.start || was.span.end !== duty.span.end;
  const retold = moved || was.title !== duty.title || was.phone !== duty.phone || was.label !== duty.label;
  return {
    ...{ key, duty, gone: false, sequence: moved ? sequence + 1 : sequence },
    revised: retold ? sentAt : before.revised,
  };
}

/** Several of one demand on one day are told apart by their place, earliest first, as they were sent. */
function keyed(duties: readonly AnswerDuty[], zone: string): Map<string, AnswerDuty> {
  const found = new Map<string, AnswerDuty>();
  const places = new Map<string, number>();
  for (const duty of duties.toSorted((a, b) => a.span.start - b.span.start)) {
    const seat = `${duty.demandId ?? duty.label}/${dayOf(duty.span.start, zone)}`;
    const place = places.get(seat) ?? 0;
    places.set(seat, place + 1);
    found.set(`${seat}/${place}`, duty);
  }
  return found;
}
