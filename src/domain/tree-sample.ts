/**
 * A made-up superior with the units below it, an order, and what they answered: for trying out, and for measuring. The
 * people stand in turn, day after day, so that a sample stays small on disk.
 */

import type { Day } from '../calendar/day.ts';
import type { Instant, Interval } from '../calendar/interval.ts';
import { plusMinutes } from '../calendar/interval.ts';
import { spanByClock } from '../calendar/zone.ts';
import type { AnswerDuty } from './answer.ts';
import type { ReportText } from './duty-report.ts';
import { demandsFor, type OrderContent, type OrderDemand } from './order.ts';
import type { Tier, Unit } from './unit.ts';
import type { UnitContact } from './unit-tree.ts';

export interface SamplePerson {
  readonly tier: Tier;
  readonly name: string;
  readonly title: string;
  readonly phone: string;
}

/** Hours of a demand's day for which nobody, or too few, were named: minutes from its start. */
export interface SampleGap {
  readonly demandId: string;
  readonly day: Day;
  readonly from: number;
  readonly minutes: number;
}

export interface SampleReport {
  readonly dutyId: string;
  readonly dueAt: Instant;
  readonly sentAt: Instant;
  readonly signer: string;
  readonly texts: readonly ReportText[];
}

export interface SampleUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly branch: string;
  readonly contact: UnitContact;
  readonly openedAt?: Instant;
  readonly answer?: {
    readonly number: number;
    readonly sentAt: Instant;
    readonly people: readonly SamplePerson[];
    readonly gaps: readonly SampleGap[];
  };
  readonly reports: readonly SampleReport[];
}

export interface TreeSample {
  readonly superior: Unit;
  /** The moment it is like: what comes later is left out. */
  readonly now: Instant;
  readonly order: { readonly id: string; readonly sentAt: Instant; readonly content: OrderContent };
  readonly units: readonly SampleUnit[];
}

/** Of a watch round the clock; others take a demand's whole time. */
const WATCH_MINUTES = 480;

/** Who stands what, in turn: of each demand as many as it asks. */
export function sampleDuties(
  { people, gaps }: NonNullable<SampleUnit['answer']>,
  { kind, days, zone }: { readonly kind: string; readonly days: readonly Day[]; readonly zone: string },
  content: Pick<OrderContent, 'demands'>,
): AnswerDuty[] {
  return demandsFor(content, kind).flatMap((demand) => {
    const own = people.filter(({ tier }) => tier === demand.tier);
    let next = 0;
    return days.flatMap((day) =>
      shiftsOf(demand, day, zone).flatMap((shift) => {
        const missing = gaps.find((gap) => gap.demandId === demand.id && gap.day === day);
        return Array.from({ length: demand.least }, (_, i): AnswerDuty[] => {
          const person = own[next++ % Math.max(1, own.length)];
          // A gap is one person's: of two the other stands.
          const spans = missing && i === 0 ? without(shift, gapSpan(demand, missing, zone)) : [shift];
          if (!person) return [];
          const { tier, name, title, phone } = person;
          return spans.map((span) => ({
            tier,
            label: demand.name,
            demandId: demand.id,
            span,
            name,
            title,
            phone,
          }));
        }).flat();
      }),
    );
  });
}

function shiftsOf(demand: OrderDemand, day: Day, zone: string): Interval[] {
  const whole = spanByClock(day, demand.start, demand.minutes, zone);
  if (!whole) return [];
  if (demand.tier !== 'watch' || demand.minutes < 3 * WATCH_MINUTES) return [whole];
  return [0, 1, 2].map((nth) => {
    const start = plusMinutes(whole.start, nth * WATCH_MINUTES);
    return { start, end: nth === 2 ? whole.end : plusMinutes(start, WATCH_MINUTES) };
  });
}

function gapSpan({ start, minutes }: OrderDemand, gap: SampleGap, zone: string): Interval {
  const whole = spanByClock(gap.day, start, minutes, zone);
  const from = plusMinutes(whole?.start ?? (0 as Instant), gap.from);
  return { start: from, end: plusMinutes(from, gap.minutes) };
}

function without({ start, end }: Interval, gap: Interval): Interval[] {
  const before = { start, end: Math.min(end, gap.start) as Instant };
  const after = { start: Math.max(start, gap.end) as Instant, end };
  return [before, after].filter((each) => each.start < each.end);
}
