/** Coming seats as lines: when, where, who, why they need someone else, and the way to whoever could take them. */

import type { ComingSeat } from '../../app/replacements/seats-in-need.ts';
import { dutyWords } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import { replacePath } from '../paths/replacements.ts';

export interface SeatRow {
  readonly when: string;
  readonly lunar: string;
  readonly post: string;
  readonly period: string;
  readonly name: string;
  readonly night: boolean;
  /** Why someone else is needed; empty while its person can stand it. */
  readonly reason: string;
  readonly href: string;
}

export function seatRow({ language, say }: Visit, zone: string, seat: ComingSeat): SeatRow {
  const { duty, place, name, reason } = seat;
  const { whole, lunar } = dutyWords(language, zone, duty);
  return {
    when: whole,
    lunar,
    post: duty.seat.post.name,
    period: duty.seat.period.name,
    name,
    night: duty.night,
    reason: reason === undefined ? '' : say(`replace.reason.${reason}`),
    href: replacePath(duty.seat.period.id, `${duty.seat.shiftId}@${place}`),
  };
}
