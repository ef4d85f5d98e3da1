/** Every repair offered for a random shortage, applied and judged by the referee: it fills the seat and harms nothing. */

import { describe, expect, it } from 'vitest';
import { type FoundRepair, shortageOf } from '../../../src/app/drafts/find-repairs.ts';
import type { StartSearch } from '../../../src/app/runs/solve-runs.ts';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import { breaksOfSpan } from '../../../src/calendar/holiday-sources.ts';
import { overlaps } from '../../../src/calendar/interval.ts';
import type { ClockTime } from '../../../src/calendar/zone.ts';
import { check } from '../../../src/constraints/check.ts';
import { compile, rosterOf } from '../../../src/constraints/compile.ts';
import { buildPlan } from '../../../src/domain/build-plan.ts';
import type { AvailabilityEntry, Case } from '../../../src/domain/case.ts';
import { isKeptLeave, LEAVE_KINDS } from '../../../src/domain/leave-kind.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { repairCase } from '../../../src/domain/repair.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import { fitRoster } from '../../../src/domain/roster-fit.ts';
import type { Rule } from '../../../src/domain/rule-set.ts';
import type { Shift } from '../../../src/domain/shift.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { solve } from '../../../src/solver/solve.ts';
import { depth } from '../../depth.ts';
import { FIRST_DAY, PATTERNS } from '../../fixture-plan.ts';
import { randomPlan, WHO_ALONE } from '../../random-plan.ts';
import { sampleHolidays } from '../../sample-case.ts';
import { bruteForce } from '../../solver/brute-force.ts';

const CASES = depth({ short: 6, deep: 200 });
const SIZE = { staff: 4, days: 3, posts: 2 };
const STEPS = { kind: 'steps', moves: 2000, nodes: 50 } as const;
const app = { holidays: sampleHolidays() };
const BREAKS = breaksOfSpan(FIRST_DAY, addDays(FIRST_DAY, SIZE.days + 1), app.holidays);

const KIND_SEED = 1 << 20;

const TWO_DAYS = { label: '48', rrule: 'FREQ=DAILY', start: '07:00' as ClockTime, durationMinutes: 48 * 60 };

/** As in production but for the budget: these rosters are tiny. */
const search: StartSearch = (problem, { seed, start }) => ({
  outcome: solve(problem, {
    seed,
    budget: { ...STEPS, nodes: 0 },
    clock: () => 0,
    ...(start ? { start } : {}),
  }),
  stop: () => undefined,
});

/** Rules that would otherwise be wishes in most cases, so that nobody were ever kept from a seat by them. */
const FIRM = ['available', 'qualified', 'no-overlap', 'most-shifts', 'most-nights', 'most-hours'];

/** A random plan told as the case it could have come from, with leave of every kind in it. */
function randomCase(seed: number): Case {
  const { unit, period, staff, posts, shifts, ruleSet, ledger, pins, fixed } = randomPlan(seed, SIZE);
  // Evenness and turns of everyone, as when the seeds below were met.
  const ofAll = (rule: Rule): Rule => {
    const { who: _, ...params } = rule.params;
    return rule.constraint in WHO_ALONE ? { ...rule, params } : rule;
  };
  const firm = (rule: Rule): Rule =>
    FIRM.includes(rule.constraint) ? { ...rule, strength: { kind: 'hard' } } : ofAll(rule);
  return {
    unit,
    period,
    staff,
    ledger,
    pins,
    past: fixed.filter(({ seat }) => seat === undefined),
    ruleSet: { ...ruleSet, rules: ruleSet.rules.map(firm) },
    posts: posts.map((post) => ({ ...post, patterns: patternsOf(shifts, post.id) })),
    availability: randomLeave(
      seed,
      staff.map(({ id }) => id),
    ),
  };
}

function patternsOf(shifts: readonly Shift[], postId: string) {
  const first = new Map<string, Shift>();
  for (const shift of shifts) {
    if (shift.postId === postId && !first.has(shift.patternId)) first.set(shift.patternId, shift);
  }
  return [...first].map(([id, { cover }]) => {
    const [hour, hours] = PATTERNS[id as keyof typeof PATTERNS];
    const start = `${String(hour).padStart(2, '0')}:00` as ClockTime;
    return { id, label: id, rrule: 'FREQ=DAILY', start, durationMinutes: hours * 60, cover };
  });
}

function randomLeave(seed: number, ids: readonly string[]): AvailabilityEntry[] {
  const random = createRandom(seed);
  // Drawn apart, so that the seeds below go on drawing what they drew.
  const kinds = createRandom(seed + KIND_SEED);
  return Array.from({ length: random.below(5) }, (): AvailabilityEntry => {
    const from = addDays(FIRST_DAY, random.below(4) - 1);
    const clock = { startTime: '20:00' as ClockTime, endTime: '08:00' as ClockTime };
    const leaveKind = LEAVE_KINDS[kinds.below(LEAVE_KINDS.length + 1)];
    return {
      ...(leaveKind ? { leaveKind } : {}),
      staffId: ids[random.below(ids.length)] ?? '',
      kind: 'leave',
      from,
      to: addDays(from, 1 + random.below(3)),
      weight: 1,
      note: '',
      ...(random.below(3) === 0 ? clock : {}),
      ...(random.below(4) === 0 ? { rrule: 'FREQ=DAILY' } : {}),
    };
  });
}

function planFor(source: Case): Plan {
  const plan = buildPlan(source, BREAKS);
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
  return plan.value;
}

/** People missing, by shift. */
function missingOf(plan: Plan, { assignments }: Roster): Map<string, number> {
  return new Map(
    plan.shifts.map(({ id, cover }) => {
      const standing = assignments.filter(({ shiftId }) => shiftId === id).length;
      return [id, Math.max(0, cover.minimum - standing)];
    }),
  );
}

interface Shown {
  readonly source: Case;
  readonly plan: Plan;
  readonly roster: Roster;
}

/** Applies the repair to what is stored, as `applyRepair` does, and asks whether the roster keeps what was promised. */
function faultsOf({ source, plan: old, roster: before }: Shown, shift: Shift, found: FoundRepair): string[] {
  const { repair, roster } = found;
  const repaired = planFor(repairCase(source, repair, shift));
  const { roster: after, dropped } = fitRoster(repaired, roster);
  const [was, is] = [missingOf(old, before), missingOf(repaired, after)];
  const [wasHard, isHard] = [check(old, before).score.hard, check(repaired, after).score.hard];
  // The roster before was the best there is, so without the repair the one after it must break something.
  const idle = repair.kind !== 'cover' && wasHard === 0 && check(old, after).score.hard <= wasHard;
  const isKept = old.leave.some(
    (leave) =>
      repair.kind === 'leave' &&
      leave.staffId === repair.staffId &&
      isKeptLeave(leave) &&
      overlaps(leave.span, shift.span),
  );
  const opened = [...is].filter(([id, missing]) => missing > (was.get(id) ?? 0)).map(([id]) => id);
  return [
    ...(dropped.length > 0 ? ['drops somebody'] : []),
    ...(isHard > wasHard ? ['breaks a hard rule'] : []),
    ...((is.get(shift.id) ?? 0) < (was.get(shift.id) ?? 0) ? [] : ['leaves the seat empty']),
    ...opened.map((id) => `opens ${id}`),
    ...(isKept ? ['calls somebody back who is ill or has a child'] : []),
    ...(idle ? ['changes what need not change'] : []),
  ].map((fault) => `${repair.kind} for ${shift.id} ${fault}`);
}

/** The best roster there is, or undefined where it was not proven; by brute force too, where that is possible. */
async function bestOf(seed: number): Promise<Shown | undefined> {
  const source = randomCase(seed);
  const plan = planFor(source);
  const problem = compile(plan);
  const { cells, score, proven } = await solve(problem, { seed, budget: STEPS, clock: () => 0 });
  if (!proven || score.cover === 0) return undefined;
  const tried = bruteForce(problem, 10);
  if (tried) expect(tried, `seed ${seed}`).toEqual(score);
  return { source, plan, roster: rosterOf(plan, cells) };
}

/** What is wrong with each repair offered for the shift. */
async function judge(shown: Shown, shift: Shift) {
  const found = await shortageOf(app, search, { ...shown, shift });
  const repairs = found?.repairs ?? [];
  return {
    missing: found?.missing,
    kinds: repairs.map(({ repair }) => repair.kind),
    faults: repairs.flatMap((each) => faultsOf(shown, shift, each)),
  };
}

describe('repairs', () => {
  it(`work in ${CASES} random shortages, each needed where the roster was the best there is`, async () => {
    const met = new Set<string>();
    const faults: string[] = [];
    let tried = 0;
    for (let seed = 1; tried < CASES; seed++) {
      const best = await bestOf(seed);
      if (!best) continue;
      tried++;
      const missing = missingOf(best.plan, best.roster);
      const short = best.plan.shifts.filter(({ id }) => (missing.get(id) ?? 0) > 0);
      // One seat of each case, now an early and now a late one.
      const shift = short[seed % short.length] as Shift;
      const judged = await judge(best, shift);
      expect(judged.missing, `seed ${seed}, ${shift.id}`).toBe(missing.get(shift.id));
      for (const kind of judged.kinds) met.add(kind);
      faults.push(...judged.faults.map((fault) => `seed ${seed}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect([...met].sort()).toEqual(['cover', 'leave', 'limit', 'skill']);
  });

  it.each([
    [33, 'post-1/k/2027-02-04', 'cover'],
    // Of the two on leave one is ill or has a child.
    [38, 'post-0/d/2027-02-05', 'leave'],
    [64, 'post-0/h/2027-02-05', 'leave,cover'],
  ])('fill the seat that is asked about, not another one instead: seed %i, %s', async (seed, id, offered) => {
    const best = await bestOf(seed);
    const shift = best?.plan.shifts.find((each) => each.id === id);
    if (!best || !shift) throw new Error('the case is gone');
    const { kinds, faults } = await judge(best, shift);
    expect(faults).toEqual([]);
    expect(kinds.join(',')).toBe(offered);
  });

  it('free somebody on leave for the whole of a shift of two days', () => {
    const source = randomCase(1);
    const day = (days: number): Day => addDays(FIRST_DAY, days);
    const staffId = source.staff[0]?.id ?? '';
    const leave = { staffId, kind: 'leave', weight: 1, note: '' } as const;
    const posts = source.posts.map((post) => ({ ...post, patterns: [{ ...TWO_DAYS, id: post.id }] }));
    const long = { ...source, posts, pins: [], availability: [{ ...leave, from: day(-1), to: day(5) }] };
    const shift = planFor(long).shifts.find((each) => each.day === FIRST_DAY);
    if (!shift) throw new Error('there is no such shift');
    expect(repairCase(long, { kind: 'leave', staffId }, shift).availability).toEqual([
      { ...leave, from: day(-1), to: day(0) },
      { ...leave, from: day(3), to: day(5) },
    ]);
  });
});
