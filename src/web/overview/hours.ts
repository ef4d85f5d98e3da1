/** The 24-hour bar of one demand on one day: covered, with too few, with nobody. In minutes from the left edge. */

import { type Instant, minutesBetween } from '../../calendar/interval.ts';
import { startOfDay } from '../../calendar/zone.ts';
import type { DayJudgement } from '../../domain/answer-judgement.ts';

const DAY_MINUTES = 1440;

export interface HourPart {
  readonly kind: 'held' | 'few' | 'none';
  readonly x: number;
  readonly width: number;
}

interface Piece {
  readonly kind: HourPart['kind'];
  readonly start: Instant;
  readonly end: Instant;
}

/** A demand round the clock fills the bar from its own first minute; what runs past midnight goes on at the left. */
export function hourParts({ day, span, gaps, askedMinutes }: DayJudgement, zone: string): HourPart[] {
  const origin = askedMinutes >= DAY_MINUTES ? span.start : startOfDay(day, zone);
  const pieces: Piece[] = [];
  let at = span.start;
  for (const { span: gap, held } of gaps) {
    if (at < gap.start) pieces.push({ kind: 'held', start: at, end: gap.start });
    pieces.push({ kind: held === 0 ? 'none' : 'few', start: gap.start, end: gap.end });
    at = gap.end;
  }
  if (at < span.end) pieces.push({ kind: 'held', start: at, end: span.end });
  return pieces.flatMap(({ kind, start, end }) => {
    const x = minutesBetween(origin, start) % DAY_MINUTES;
    const width = minutesBetween(start, end);
    if (x + width <= DAY_MINUTES) return [{ kind, x, width }];
    return [
      { kind, x, width: DAY_MINUTES - x },
      { kind, x: 0, width: Math.min(x, x + width - DAY_MINUTES) },
    ];
  });
}
