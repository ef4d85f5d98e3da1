/** The samples are what they claim to be: solved in few steps, every seat covered, but for the one too small. */

import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LAW_SETTINGS, deriveBreaks } from '../../src/calendar/holiday-law.ts';
import { compile, rosterOf } from '../../src/constraints/compile.ts';
import { buildPlan } from '../../src/domain/build-plan.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import type { Post } from '../../src/domain/unit.ts';
import { parseCase } from '../../src/input/parse-case.ts';
import { solve } from '../../src/solver/solve.ts';
import { SAMPLE_NAMES } from '../sample-case.ts';
import { sampleFiles } from './case-fixture.ts';

const BREAKS = [2026, 2027].flatMap((year) => deriveBreaks(year, DEFAULT_LAW_SETTINGS));
const MOVES = 150_000;
const HOUR = 3_600_000;

function planOf(name: string): Plan {
  const parsed = parseCase(sampleFiles(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const built = buildPlan(parsed.value, BREAKS);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return built.value;
}

async function solved(plan: Plan): Promise<Roster> {
  let ticks = 0;
  const budget = { kind: 'steps', moves: MOVES, nodes: 0 } as const;
  const outcome = await solve(compile(plan), { seed: 1, budget, clock: () => ticks++ });
  return rosterOf(plan, outcome.cells);
}

/** A leader may keep watch for days on end; standby asks for 8 hours round it, work on site for 12. */
function restNeeded(post: Post | undefined, next: Post | undefined): number {
  if (post?.tier === 'leader' && post === next) return 0;
  return post?.presence === 'standby' || next?.presence === 'standby' ? 8 : 12;
}

/** Recounted from the roster alone: no rule of the product is asked. */
function recount(plan: Plan, roster: Roster) {
  const shiftById = new Map(plan.shifts.map((shift) => [shift.id, shift]));
  const postById = new Map(plan.posts.map((post) => [post.id, post]));
  const seats = new Map<string, number>();
  const faults: string[] = [];
  for (const member of plan.staff) {
    const shifts = roster.assignments
      .filter(({ staffId }) => staffId === member.id)
      .map(({ shiftId }) => shiftById.get(shiftId))
      .filter((shift) => shift !== undefined)
      .sort((a, b) => a.span.start - b.span.start);
    shifts.forEach((shift, i) => {
      seats.set(shift.id, (seats.get(shift.id) ?? 0) + 1);
      const post = postById.get(shift.postId);
      const next = shifts[i + 1];
      const restHours = next ? (next.span.start - shift.span.end) / HOUR : Infinity;
      const needed = restNeeded(post, postById.get(next?.postId ?? ''));
      if (restHours < needed) faults.push(`${member.name} rests ${restHours} h after ${shift.id}`);
      if (!post?.skills.every((skill) => member.skills.includes(skill)))
        faults.push(`${member.name} lacks ${shift.id}`);
      for (const { staffId, span } of plan.leave) {
        if (staffId === member.id && span.start < shift.span.end && shift.span.start < span.end) {
          faults.push(`${member.name} is on leave in ${shift.id}`);
        }
      }
    });
    const most = member.limits.shifts ?? Infinity;
    if (shifts.length > most) faults.push(`${member.name} stands ${shifts.length} of ${most}`);
  }
  const empty = plan.shifts.reduce(
    (sum, { id, cover }) => sum + Math.max(0, cover.minimum - (seats.get(id) ?? 0)),
    0,
  );
  return { empty, faults };
}

describe.each(SAMPLE_NAMES)('%s', (name) => {
  let plan: Plan;
  beforeAll(() => {
    plan = planOf(name);
  });

  it(name === 'unit-small' ? 'cannot be fully covered' : 'is covered to the last seat', async () => {
    const { empty, faults } = recount(plan, await solved(plan));
    expect(faults).toEqual([]);
    if (name === 'unit-small') expect(empty).toBeGreaterThan(0);
    else expect(empty).toBe(0);
  });

  it('watches without a gap in every stretch it plans', () => {
    const { span, parts = [span] } = plan.period;
    for (const post of plan.posts) {
      const own = plan.shifts.filter((shift) => shift.postId === post.id);
      for (const part of parts) {
        const inside = own.filter(({ span: { start } }) => part.start <= start && start < part.end);
        const joins = inside.slice(1).map((shift, i) => shift.span.start - (inside[i]?.span.end ?? 0));
        expect(joins.every((gap) => gap === 0)).toBe(true);
        expect(inside.at(-1)?.span.end).toBeGreaterThanOrEqual(part.end);
      }
    }
  });
});

describe('the province', () => {
  it('asks for 11 seats a day on seven days', () => {
    const plan = planOf('tet-2027-province');
    expect(plan.staff).toHaveLength(28);
    expect(plan.days).toHaveLength(7);
    expect(plan.shifts.reduce((sum, { cover }) => sum + cover.minimum, 0)).toBe(77);
    expect(new Set(plan.ledger.map(({ year }) => year)).size).toBe(4);
  });
});

describe('the samples together', () => {
  it('have period ids of their own, so that a server with all of them has an address for each', () => {
    const ids = SAMPLE_NAMES.map((name) => planOf(name).period.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
