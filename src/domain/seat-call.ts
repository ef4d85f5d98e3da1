/** “Ai nhận được?”: one published seat, those who were asked whether they can take it, and the first whose yes held. */

import type { Instant } from '../calendar/interval.ts';
import type { SeatRef } from './draft-edit.ts';

export type CallAnswer = 'yes' | 'no';

export interface SeatCall {
  readonly id: string;
  readonly unitId: string;
  readonly periodId: string;
  readonly seat: SeatRef;
  /** Who stands it while nobody has taken it. */
  readonly fromId: string;
  readonly by: string;
  readonly at: Instant;
  /** When the shift is over. */
  readonly endsAt: Instant;
  readonly takenBy?: string;
  readonly asked: readonly {
    readonly staffId: string;
    readonly answer?: CallAnswer;
    readonly at?: Instant;
  }[];
}

export function isOpen({ takenBy, endsAt }: SeatCall, now: Instant): boolean {
  return takenBy === undefined && now < endsAt;
}

export function isOfSeat({ seat, fromId }: SeatCall, of: SeatRef, holderId: string | undefined): boolean {
  return seat.shiftId === of.shiftId && seat.place === of.place && fromId === holderId;
}
