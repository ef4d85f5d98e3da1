import { describe, expect, it } from 'vitest';
import { type PlanSketch, span } from '../fixture-plan.ts';
import { amountsOf, type Row } from './judge.ts';

const shifts = ['d0', 'h0', 'c0', 'n0', 'd1', 'home:d0'];
const plan: PlanSketch = { staff: ['an', 'ba', 'chi'], shifts };
/** Bà stands a day shift of another period. */
const beside: PlanSketch = { ...plan, fixed: [{ staffId: 'ba', at: 'other:h0', period: 'other' }] };
const pair = { staffIds: ['an', 'ba'] };
const team = { staffIds: ['an', 'ba', 'chi'] };
/** Bà is away at the first day shift. */
const onLeave: PlanSketch = { ...plan, leave: [['ba', span(0, 0, 12)]] };

describe('together', () => {
  it.each<Row>([
    ['side by side', { plan, params: pair, roster: 'an: d0 n0; ba: d0 n0' }, []],
    ['both at home', { plan, params: pair, roster: 'chi: d0' }, []],
    ['each shift that one stands alone', { plan, params: pair, roster: 'an: d0 n0; ba: d1' }, [1, 1, 1]],
    ['a third does not make up for it', { plan, params: pair, roster: 'an: d0; chi: d0' }, [1]],
    [
      'in scope only',
      { plan, params: { ...pair, scope: { posts: ['home'] } }, roster: 'an: d0 home:d0' },
      [1],
    ],
    ['a whole team', { plan, params: team, roster: 'an: d0 n0; ba: d0 n0; chi: d0 n0' }, []],
    ['a team of which one is missing', { plan, params: team, roster: 'an: d0; ba: d0; chi: n0' }, [2, 2]],
    ['a team of which one is on leave', { plan: onLeave, params: team, roster: 'an: d0; chi: d0' }, [2]],
    [
      'a team of which one is on leave and replaced',
      { plan: onLeave, params: { ...team, onLeave: 'replaced' }, roster: 'an: d0 n0; chi: d0' },
      [2],
    ],
    [
      'one on leave who stands all the same is bound to nobody',
      { plan: onLeave, params: { ...pair, onLeave: 'replaced' }, roster: 'ba: d0' },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'together', ...judged })).toEqual(amounts);
  });
});

describe('together over posts', () => {
  const kip: PlanSketch = {
    staff: ['an', 'ba', 'chi'],
    shifts: ['lead:x0', 'x0', 'home:x0', 'h0', 'lead:x1', 'x1', 'd1', 'home:h1'],
  };
  const hours = { ...team, bond: 'hours' };
  const day = { ...team, bond: 'day' };
  it.each<Row>([
    [
      'the same hours, each at a post',
      { plan: kip, params: hours, roster: 'an: lead:x0; ba: x0; chi: home:x0' },
      [],
    ],
    ['one of the team missing', { plan: kip, params: hours, roster: 'an: lead:x0; ba: x0' }, [2]],
    ['other hours of the day', { plan: kip, params: pair, roster: 'an: lead:x0; ba: h0' }, [1, 1]],
    ['are enough for a day', { plan: kip, params: day, roster: 'an: lead:x1; ba: d1; chi: home:h1' }, []],
    [
      'another day is not',
      { plan: kip, params: { ...pair, bond: 'day' }, roster: 'an: lead:x1; ba: h0' },
      [1, 1],
    ],
    [
      'on leave and replaced',
      {
        plan: { ...kip, leave: [['chi', span(0, 0, 48)]] },
        params: { ...hours, onLeave: 'replaced' },
        roster: 'an: lead:x0; ba: x0',
      },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'together', ...judged })).toEqual(amounts);
  });
});

describe('apart', () => {
  it.each<Row>([
    ['different shifts', { plan, params: pair, roster: 'an: d0; ba: h0' }, []],
    ['each shift shared', { plan, params: pair, roster: 'an: d0 n0; ba: d0 n0' }, [1, 1]],
    ['at the same time', { plan, params: { ...pair, within: 'time' }, roster: 'an: d0; ba: h0' }, [1]],
    ['one after the other', { plan, params: { ...pair, within: 'time' }, roster: 'an: d0; ba: c0' }, []],
    ['at another post', { plan, params: { ...pair, within: 'time' }, roster: 'an: d0; ba: home:d0' }, [1]],
    ['on the same day', { plan, params: { ...pair, within: 'day' }, roster: 'an: d0 n0; ba: c0' }, [1, 1]],
    ['on the next day', { plan, params: { ...pair, within: 'day' }, roster: 'an: n0; ba: d1' }, []],
    [
      'in scope only',
      { plan, params: { ...pair, scope: { posts: ['home'] } }, roster: 'an: d0 home:d0; ba: d0 home:d0' },
      [1],
    ],
    ['each from each of a group', { plan, params: team, roster: 'an: d0 n0; ba: d0; chi: d0' }, [1, 1, 1]],
    ['beside the other in another period', { plan: beside, params: pair, roster: 'an: d0' }, []],
    [
      'at the same time as there',
      { plan: beside, params: { ...pair, within: 'time' }, roster: 'an: d0 n0' },
      [1],
    ],
    [
      'on the same day as there',
      { plan: beside, params: { ...pair, within: 'day' }, roster: 'an: d0 n0 d1' },
      [1, 1],
    ],
    [
      'the other two times, as no-overlap tells',
      { plan: beside, params: { ...pair, within: 'time' }, roster: 'ba: d0' },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'apart', ...judged })).toEqual(amounts);
  });
});

describe('newcomer-accompanied', () => {
  const withNewcomers: PlanSketch = {
    staff: ['an', { id: 'moi', newcomer: true }, { id: 'non', newcomer: true }],
    shifts,
  };
  it.each<Row>([
    ['accompanied', { plan: withNewcomers, roster: 'moi: d0; an: d0' }, []],
    [
      'one experienced person is enough for several',
      { plan: withNewcomers, roster: 'moi: d0; non: d0; an: d0' },
      [],
    ],
    ['alone', { plan: withNewcomers, roster: 'moi: d0' }, [1]],
    ['each newcomer among newcomers', { plan: withNewcomers, roster: 'moi: d0; non: d0' }, [2]],
    ['someone on another shift is no company', { plan: withNewcomers, roster: 'moi: d0; an: home:d0' }, [1]],
    ['nobody', { plan: withNewcomers, roster: '' }, []],
    ['in scope only', { plan: withNewcomers, params: { scope: { posts: ['home'] } }, roster: 'moi: d0' }, []],
    [
      'only some of the newcomers',
      { plan: withNewcomers, params: { who: { staffIds: ['moi'] } }, roster: 'moi: d0; non: d0' },
      [1],
    ],
    [
      'by somebody of whom the rule does not speak',
      { plan: withNewcomers, params: { who: { staffIds: ['moi'] } }, roster: 'moi: d0; an: d0' },
      [],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'newcomer-accompanied', ...judged })).toEqual(amounts);
  });
});

describe('leader-continuity', () => {
  const led = (staffId: string, at: string) =>
    ({ staffId, at, post: { id: 'lead', tier: 'leader', presence: 'on-site' }, period: 'truoc' }) as const;
  const weeks: PlanSketch = {
    staff: ['an', 'ba'],
    shifts: ['lead:x0', 'lead:x1', 'lead:x2', 'lead:x3', 'lead:x4', 'lead:x5'],
  };
  const lead: PlanSketch = {
    staff: ['an', 'ba'],
    shifts: ['lead:d0', 'lead:c0', 'lead:n0', 'lead:d1', 'lead:c1', 'd0', 'c0'],
  };
  it.each<Row>([
    ['all day', { plan: lead, roster: 'an: lead:d0 lead:c0 lead:n0; ba: lead:d1 lead:c1' }, []],
    ['one change', { plan: lead, roster: 'an: lead:d0; ba: lead:c0 lead:n0' }, [1]],
    ['there and back', { plan: lead, roster: 'an: lead:d0 lead:n0; ba: lead:c0' }, [1, 1]],
    ['coming on after a gap', { plan: lead, roster: 'an: lead:d0 lead:n0' }, [1]],
    ['leaving early costs nothing', { plan: lead, roster: 'an: lead:d0' }, []],
    [
      'a block of two days',
      { plan: lead, params: { blockDays: 2 }, roster: 'an: lead:n0; ba: lead:d1' },
      [1, 1],
    ],
    ['other posts may change', { plan: lead, roster: 'an: d0; ba: c0' }, []],
    [
      'unless they are meant',
      { plan: lead, params: { scope: { posts: ['watch'] } }, roster: 'an: d0 lead:d0; ba: c0 lead:c0' },
      [1],
    ],
    // Day 0 is a Thursday, so a week changes on day 4, whenever the period began.
    [
      'who led the week as the period before ended leads on',
      {
        plan: { ...weeks, fixed: [led('ba', 'x-2'), led('an', 'x-1')] },
        params: { blockDays: 7 },
        roster: 'ba: lead:x0 lead:x1',
      },
      [1],
    ],
    [
      'and counts nothing where they do, or a new week begins',
      {
        plan: { ...weeks, shifts: ['lead:x0', 'lead:x4'], fixed: [led('an', 'x-1')] },
        params: { blockDays: 7 },
        roster: 'an: lead:x0; ba: lead:x4',
      },
      [],
    ],
    [
      'nor on the next day of a leader of the day',
      { plan: { ...weeks, fixed: [led('an', 'x-1')] }, roster: 'ba: lead:x0' },
      [],
    ],
    [
      'a week changes on Monday',
      {
        plan: weeks,
        params: { blockDays: 7 },
        roster: 'an: lead:x0 lead:x1 lead:x2 lead:x3; ba: lead:x4 lead:x5',
      },
      [],
    ],
    [
      'and not on Friday',
      { plan: weeks, params: { blockDays: 7 }, roster: 'an: lead:x0; ba: lead:x1 lead:x2' },
      [1],
    ],
    [
      'but where the unit changes on Fridays',
      { plan: weeks, params: { blockDays: 7, changeDay: 'fri' }, roster: 'an: lead:x0; ba: lead:x1' },
      [],
    ],
    [
      'or by the period',
      {
        plan: weeks,
        params: { blockDays: 7, changeDay: 'period' },
        roster: 'an: lead:x0 lead:x1 lead:x2 lead:x3; ba: lead:x4 lead:x5',
      },
      [1],
    ],
  ])('%s', (_, judged, amounts) => {
    expect(amountsOf({ code: 'leader-continuity', ...judged })).toEqual(amounts);
  });
});
