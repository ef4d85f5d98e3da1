/**
 * Judges an answer against the demands of its order, at the moment of sending: which hours of which day lack how many of
 * which tier, and who has no phone. The figures are kept, so that no overview has to open an answer.
 */

import type { Day } from '../calendar/day.ts';
import { type Instant, type Interval, minutesBetween, overlaps } from '../calendar/interval.ts';
import { spanByClock } from '../calendar/zone.ts';
import { foldForSearch } from '../kernel/names.ts';
import type { AnswerDuty } from './answer.ts';
import type { OrderDemand } from './order.ts';
import type { Tier } from './unit.ts';

/** A stretch with too few; `held` is how many distinct people stand, the same all through. */
export interface AnswerGap {
  readonly span: Interval;
  readonly held: number;
}

/** One demand on one day. Minutes are those that are lived through: a day of changing clocks has more or fewer. */
export interface DayJudgement {
  readonly day: Day;
  readonly demandId: string;
  readonly tier: Tier;
  readonly span: Interval;
  readonly askedMinutes: number;
  readonly coveredMinutes: number;
  /** asked = covered + short. */
  readonly shortMinutes: number;
  readonly phonesMissing: number;
  readonly gaps: readonly AnswerGap[];
}

export interface Judgement {
  readonly days: readonly DayJudgement[];
  readonly askedMinutes: number;
  readonly coveredMinutes: number;
  readonly shortMinutes: number;
  /** Distinct people who stand where a phone is required and have none that can be called. */
  readonly phonesMissing: number;
}

export const ANSWER_FITS = ['fits', 'short', 'phones'] as const;
export type AnswerFit = (typeof ANSWER_FITS)[number];

export interface Judged {
  readonly days: readonly Day[];
  readonly demands: readonly OrderDemand[];
  readonly zone: string;
}

/** By day, then by demand. */
export function judgeAnswer({ days, demands, zone }: Judged, duties: readonly AnswerDuty[]): Judgement {
  const judged = days.flatMap((day) =>
    demands.flatMap((demand) => {
      const span = spanByClock(day, demand.start, demand.minutes, zone);
      return span ? [judgeDay(day, span, demand, duties)] : [];
    }),
  );
  const sum = (of: (each: DayJudgement) => number): number =>
    judged.reduce((total, each) => total + of(each), 0);
  const silent = judged.flatMap(({ people }) => people);
  return {
    days: judged.map(({ people: _, ...day }) => day),
    askedMinutes: sum((each) => each.askedMinutes),
    coveredMinutes: sum((each) => each.coveredMinutes),
    shortMinutes: sum((each) => each.shortMinutes),
    phonesMissing: new Set(silent).size,
  };
}

/** Missing hours weigh more than missing phones. */
export function answerFit({
  shortMinutes,
  phonesMissing,
}: Pick<Judgement, 'shortMinutes' | 'phonesMissing'>): AnswerFit {
  if (shortMinutes > 0) return 'short';
  return phonesMissing > 0 ? 'phones' : 'fits';
}

function judgeDay(
  day: Day,
  span: Interval,
  demand: OrderDemand,
  duties: readonly AnswerDuty[],
): DayJudgement & { readonly people: readonly string[] } {
  const meant = duties.filter((duty) => isMeant(duty, demand) && overlaps(duty.span, span));
  const gaps = gapsIn(span, demand.least, meant);
  const askedMinutes = minutesBetween(span.start, span.end);
  const shortMinutes = gaps.reduce((sum, { span: { start, end } }) => sum + minutesBetween(start, end), 0);
  const silent = demand.phone ? meant.filter(({ phone }) => !canBeCalled(phone)).map(personOf) : [];
  const people = [...new Set(silent)];
  return {
    ...{ day, demandId: demand.id, tier: demand.tier, span, askedMinutes, shortMinutes, gaps },
    ...{ coveredMinutes: askedMinutes - shortMinutes, phonesMissing: people.length, people },
  };
}

/** A duty given for one demand serves that one alone; any other serves every demand of its tier. */
function isMeant(duty: AnswerDuty, demand: OrderDemand): boolean {
  return duty.demandId === undefined ? duty.tier === demand.tier : duty.demandId === demand.id;
}

/** Neighbouring stretches with as few are one. */
function gapsIn(span: Interval, least: number, duties: readonly AnswerDuty[]): AnswerGap[] {
  const inside = (at: Instant): boolean => at > span.start && at < span.end;
  const cuts = duties.flatMap((duty) => [duty.span.start, duty.span.end]).filter(inside);
  const edges = [...new Set([span.start, ...cuts, span.end])].sort((a, b) => a - b);
  const gaps: AnswerGap[] = [];
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    const standing = duties.filter((duty) => duty.span.start <= start && duty.span.end >= end);
    const held = new Set(standing.map(personOf)).size;
    if (held >= least) continue;
    const last = gaps.at(-1);
    if (last?.span.end === start && last.held === held) {
      gaps[gaps.length - 1] = { span: { start: last.span.start, end }, held };
    } else {
      gaps.push({ span: { start, end }, held });
    }
  }
  return gaps;
}

/** One person under two posts is one. Names typed by hand are told apart by their phone. */
function personOf({ staffId, name, phone }: AnswerDuty): string {
  return staffId ?? `${foldForSearch(name)} ${phone.replace(/\D/g, '')}`;
}

/** Mobile numbers have ten digits, those of offices ten or eleven with their area; what begins otherwise is foreign or a hotline. */
const CALLABLE = /^(?:0[35789]\d{8}|02\d{8,9}|1[89]00\d{4,6}|[1-9]\d{8,14})$/;

/** Whether at least one of the numbers written there is whole. */
export function canBeCalled(phone: string): boolean {
  return phone.split(/[;,/]/).some((each) => {
    const [, before = ''] = /^\D*([+\d\s.()–-]*)/.exec(each) ?? [];
    return CALLABLE.test(before.replace(/\D/g, '').replace(/^84(?=\d{9,10}$)/, '0'));
  });
}
