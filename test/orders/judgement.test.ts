/** Judging answers: by table, and against a recount minute by minute that shares no code with it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import { addDays } from '../../src/calendar/day.ts';
import { type Instant, plusMinutes } from '../../src/calendar/interval.ts';
import { type ClockTime, VIETNAM } from '../../src/calendar/zone.ts';
import { type AnswerDuty, byTheDay, phonesHidden } from '../../src/domain/answer.ts';
import { answerFit, type Judged, judgeAnswer } from '../../src/domain/answer-judgement.ts';
import type { OrderDemand } from '../../src/domain/order.ts';
import { TIERS } from '../../src/domain/unit.ts';
import { depth } from '../depth.ts';
import { at, duty, LEADER, WATCH } from './order-facts.ts';

const DAY = '2027-02-06' as Day;
const judged = (demands: readonly OrderDemand[], days: readonly Day[] = [DAY]): Judged => ({
  ...{ days, demands, zone: VIETNAM },
});

describe('judging an answer', () => {
  it('says which hours nobody stands', () => {
    const found = judgeAnswer(judged([WATCH]), [
      duty('2027-02-06T06:00', '2027-02-06T14:00'),
      duty('2027-02-06T14:00', '2027-02-06T22:00'),
    ]);
    expect(found).toMatchObject({ askedMinutes: 1440, coveredMinutes: 960, shortMinutes: 480 });
    expect(found.days[0]?.gaps).toEqual([
      { span: { start: at('2027-02-06T00:00'), end: at('2027-02-06T06:00') }, held: 0 },
      { span: { start: at('2027-02-06T22:00'), end: at('2027-02-07T00:00') }, held: 0 },
    ]);
    expect(answerFit(found)).toBe('short');
  });

  it('counts a leader from 07:00 to 07:00, as dispatches mean a day', () => {
    const leader = { tier: 'leader' as const };
    const whole = judgeAnswer(judged([LEADER]), [duty('2027-02-06T07:00', '2027-02-07T07:00', leader)]);
    expect(answerFit(whole)).toBe('fits');
    const civil = judgeAnswer(judged([LEADER]), [duty('2027-02-06T00:00', '2027-02-07T00:00', leader)]);
    expect(civil.shortMinutes).toBe(7 * 60);
  });

  it('takes one person under two posts for one', () => {
    const two = { ...WATCH, least: 2 };
    const twice = [
      duty('2027-02-06T00:00', '2027-02-07T00:00'),
      duty('2027-02-06T00:00', '2027-02-07T00:00'),
    ];
    expect(judgeAnswer(judged([two]), twice).days[0]?.gaps).toMatchObject([{ held: 1 }]);
    const other = { name: 'Hà Thị Nga', phone: '0900 000 084' };
    const both = [...twice, duty('2027-02-06T00:00', '2027-02-07T00:00', other)];
    expect(answerFit(judgeAnswer(judged([two]), both))).toBe('fits');
  });

  it.each([
    ['', 1],
    ['0900 000 07', 1],
    ['0900 000 083', 0],
    ['0900 000 07; 0900 000 083', 0],
    ['1900 1234', 0],
    ['số 113', 1],
    ['+84 900 000 083', 0],
    ['0243 825 113 máy lẻ 12', 0],
  ])('finds %o to be %i missing phones', (phone, missing) => {
    const found = judgeAnswer(judged([WATCH]), [duty('2027-02-06T00:00', '2027-02-07T00:00', { phone })]);
    expect(found).toMatchObject({ shortMinutes: 0, phonesMissing: missing });
    expect(answerFit(found)).toBe(missing === 0 ? 'fits' : 'phones');
  });

  it('counts a person without a phone once over many days, and where none is required not at all', () => {
    const days = [DAY, addDays(DAY, 1)];
    const silent = days.map((day) => duty(`${day}T00:00`, `${addDays(day, 1)}T00:00`, { phone: '' }));
    const found = judgeAnswer(judged([WATCH], days), silent);
    expect([found.phonesMissing, ...found.days.map(({ phonesMissing }) => phonesMissing)]).toEqual([1, 1, 1]);
    expect(judgeAnswer(judged([{ ...WATCH, phone: false }], days), silent).phonesMissing).toBe(0);
  });

  it('keeps a duty given for one demand from serving another of its tier', () => {
    const technical = { ...WATCH, id: 'ky-thuat', name: 'Kỹ thuật' };
    const given = [duty('2027-02-06T00:00', '2027-02-07T00:00', { demandId: 'ky-thuat' })];
    const found = judgeAnswer(judged([WATCH, technical]), given);
    expect(found.days.map(({ demandId, shortMinutes }) => [demandId, shortMinutes])).toEqual([
      ['giam-sat', 1440],
      ['ky-thuat', 0],
    ]);
  });

  it('equals a recount minute by minute', () => {
    fc.assert(
      fc.property(someJudged, someDuties, (asked, duties) => {
        const found = judgeAnswer(asked, duties);
        const recounted = recount(asked, duties);
        expect(found.days.map(({ day, demandId, shortMinutes }) => [day, demandId, shortMinutes])).toEqual(
          recounted.map(({ day, demandId, held, least }) => [
            day,
            demandId,
            held.filter((count) => count < least).length,
          ]),
        );
        for (const [i, { span, gaps, askedMinutes, coveredMinutes, shortMinutes }] of found.days.entries()) {
          const { held = [], least = 0 } = recounted[i] ?? {};
          expect(askedMinutes).toBe(held.length);
          expect(coveredMinutes + shortMinutes).toBe(askedMinutes);
          const told = held.map((_, minute) => {
            const moment = plusMinutes(span.start, minute);
            return gaps.find((gap) => gap.span.start <= moment && moment < gap.span.end)?.held;
          });
          expect(told).toEqual(held.map((count) => (count < least ? count : undefined)));
        }
        expect(found.phonesMissing).toBe(recounted.some(({ silent }) => silent) ? 1 : 0);
        expect(found.days.map(({ phonesMissing }) => phonesMissing)).toEqual(
          recounted.map(({ silent }) => (silent ? 1 : 0)),
        );
        // A duty told day by day covers what it covered whole.
        expect(judgeAnswer(asked, byTheDay(duties))).toEqual(found);
      }),
      { numRuns: depth({ short: 60, deep: 3_000 }), seed: 20270206 },
    );
  });
});

/** Whole quarter hours, so that edges meet; up to two days long, some across midnight. */
const someDuties = fc.array(
  fc
    .record({
      tier: fc.constantFrom(...TIERS),
      start: fc.integer({ min: -96, max: 4 * 96 }),
      quarters: fc.integer({ min: 1, max: 2 * 96 }),
      person: fc.integer({ min: 1, max: 4 }),
      demandId: fc.option(fc.constantFrom('d1', 'd2'), { nil: undefined, freq: 3 }),
    })
    .map(({ tier, start, quarters, person, demandId }): AnswerDuty => {
      const from = plusMinutes(at(`${DAY}T00:00`), start * 15);
      return {
        ...{ tier, label: '', name: `Người ${person}`, title: '' },
        // The fourth has no number.
        phone: person === 4 ? '' : `0900 000 00${person}`,
        span: { start: from, end: plusMinutes(from, quarters * 15) },
        ...(demandId === undefined ? {} : { demandId }),
      };
    }),
  { maxLength: 14 },
);

const someJudged = fc
  .record({
    days: fc.integer({ min: 1, max: 3 }),
    demands: fc.array(
      fc.record({
        ...{ tier: fc.constantFrom(...TIERS), hour: fc.integer({ min: 0, max: 23 }) },
        ...{ quarters: fc.integer({ min: 1, max: 96 }), least: fc.integer({ min: 1, max: 3 }) },
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ days, demands }) =>
    judged(
      demands.map(({ tier, hour, quarters, least }, i) => ({
        ...{ id: `d${i + 1}`, name: '', tier, start: `${String(hour).padStart(2, '0')}:00` as ClockTime },
        ...{ minutes: quarters * 15, least, phone: true, kinds: [] },
      })),
      Array.from({ length: days }, (_, i) => addDays(DAY, i)),
    ),
  );

/** How many distinct people stand at each minute of each demand. Vietnam changes no clocks: a day is 1,440 minutes. */
function recount({ days, demands }: Judged, duties: readonly AnswerDuty[]) {
  return days.flatMap((day) =>
    demands.map(({ id, tier, start, minutes, least }) => {
      const first = at(`${day}T${start}`);
      let silent = false;
      const held = Array.from({ length: minutes }, (_, minute) => {
        const moment = first + minute * 60_000;
        const names = new Set<string>();
        for (const each of duties) {
          const counts = each.demandId ? each.demandId === id : each.tier === tier;
          if (!counts || each.span.start > moment || moment >= each.span.end) continue;
          names.add(each.name);
          if (each.phone === '') silent = true;
        }
        return names.size;
      });
      return { day, demandId: id, least, held, silent };
    }),
  );
}

describe('duties longer than a day', () => {
  it('are told day by day, and a day stays one', () => {
    const week = duty('2027-02-04T07:00', '2027-02-06T19:00');
    expect(byTheDay([week]).map(({ span }) => span)).toEqual([
      { start: at('2027-02-04T07:00'), end: at('2027-02-05T07:00') },
      { start: at('2027-02-05T07:00'), end: at('2027-02-06T07:00') },
      { start: at('2027-02-06T07:00'), end: at('2027-02-06T19:00') },
    ]);
    const day = duty('2027-02-04T07:00', '2027-02-05T07:00');
    expect(byTheDay([day])).toEqual([day]);
  });
});

describe('phones of an answer', () => {
  it('are hidden so many days after the end, and never while the order stands', () => {
    const end = at('2027-02-11T00:00');
    expect(phonesHidden(end, at('2027-03-12T23:59'))).toBe(false);
    expect(phonesHidden(end, at('2027-03-13T00:00'))).toBe(true);
    expect(phonesHidden(end, at('2027-02-12T00:00'), 1)).toBe(true);
    expect(phonesHidden(undefined, (end + 1e12) as Instant)).toBe(false);
  });
});
