/** Shortages of a unit that is too small: every repair offered is proven, and does what it says when applied. */

import { describe, expect, it } from 'vitest';
import { applyRepair } from '../../../src/app/drafts/apply-repair.ts';
import { findShortage } from '../../../src/app/drafts/find-repairs.ts';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { shortageReasons } from '../../../src/app/drafts/shortage-reasons.ts';
import { createRepairsGate } from '../../../src/app/runs/searches.ts';
import type { StartSearch } from '../../../src/app/runs/solve-runs.ts';
import type { Day } from '../../../src/calendar/day.ts';
import { check } from '../../../src/constraints/check.ts';
import { compile, rosterOf } from '../../../src/constraints/compile.ts';
import { solve } from '../../../src/solver/solve.ts';
import { depth } from '../../depth.ts';
import { fixturePlan, fixtureRoster, rule, span } from '../../fixture-plan.ts';
import { loaded } from '../sample-app.ts';

/** As in production but for the budget: a small part of it does for so small a unit. */
const search: StartSearch = (problem, { seed, budget, start }) => ({
  outcome: solve(problem, {
    seed,
    budget: depth({ short: { kind: 'steps', moves: 10_000, nodes: 0 }, deep: budget }),
    clock: () => 0,
    ...(start ? { start } : {}),
  }),
  stop: () => undefined,
});

/** The small unit as solved: it cannot cover everything. */
async function short() {
  const sample = await loaded((source) => source);
  const { app, key, plan } = sample;
  const budget = { kind: 'steps', moves: 20_000, nodes: 0 } as const;
  const { cells } = await solve(compile(plan), { seed: 1, budget, clock: () => 0 });
  const roster = rosterOf(plan, cells);
  await saveDraft(app, { key, roster, seenRevision: 0, actor: 'test' });
  const { violations, score } = check(plan, roster);
  const shiftIds = violations
    .filter(({ constraint }) => constraint === 'cover-minimum')
    .flatMap((violation) => violation.shiftIds);
  return { ...sample, roster, score, shiftIds };
}

describe('a shortage', () => {
  it('counts everyone once among its reasons, and proves each repair', async () => {
    const { app, key, plan, score, shiftIds } = await short();
    expect(shiftIds.length).toBeGreaterThan(0);
    for (const shiftId of shiftIds.slice(0, 3)) {
      const shortage = await findShortage(app, { search, repairs: createRepairsGate() }, { key, shiftId });
      const people = shortage?.reasons.flatMap(({ staffIds }) => staffIds) ?? [];
      expect(people.toSorted()).toEqual(plan.staff.map(({ id }) => id).sort());
      expect(shortage?.repairs.length).toBeGreaterThan(0);
      for (const repair of shortage?.repairs ?? []) {
        const after = check(repair.plan, repair.roster).score;
        expect([repair.repair, after.cover < score.cover, after.hard <= score.hard]).toEqual([
          repair.repair,
          true,
          true,
        ]);
      }
    }
  });

  it('is gone once its repair is applied, and lowering the cover comes last', async () => {
    const { app, key, score, shiftIds } = await short();
    const shortages = await Promise.all(
      shiftIds.map((shiftId) =>
        findShortage(app, { search, repairs: createRepairsGate() }, { key, shiftId }),
      ),
    );
    const kinds = shortages.map((each) => each?.repairs.map(({ repair }) => repair.kind) ?? []);
    expect(kinds.every((each) => !each.slice(0, -1).includes('cover'))).toBe(true);
    const shortage = shortages.find((each) => each?.repairs[0]?.repair.kind !== 'cover');
    const found = shortage?.repairs[0];
    if (!shortage || !found) throw new Error(`no repair was found: ${JSON.stringify(kinds)}`);
    const { repair, roster } = found;
    const { shift, revision: seenRevision } = shortage;
    await applyRepair(app, { key, repair, shift, roster, seenRevision, actor: 'test' });
    const { plan, work, undo } = await openDraft(app, key);
    expect(check(plan, work.roster).score.cover).toBeLessThan(score.cover);
    expect(undo?.kind).toBe('repair');
    expect(
      await findShortage(app, { search, repairs: createRepairsGate() }, { key, shiftId: shift.id }),
    ).toBeUndefined();
  });

  it.each([
    [undefined, true],
    ['annual', true],
    ['maternity', false],
    ['sick', false],
  ] as const)('with everyone away on %s leave, proposes somebody back: %s', async (leaveKind, proposes) => {
    const { app, key, plan } = await loaded((source) => ({
      ...source,
      availability: source.staff.map(({ id }) => ({
        staffId: id,
        kind: 'leave' as const,
        ...(leaveKind === undefined ? {} : { leaveKind }),
        from: '2027-02-01' as Day,
        to: '2027-02-20' as Day,
        weight: 5,
        note: '',
      })),
    }));
    const roster = { periodId: key.periodId, assignments: [] };
    await saveDraft(app, { key, roster, seenRevision: 0, actor: 'test' });
    const shiftId = plan.shifts[0]?.id ?? '';
    const shortage = await findShortage(app, { search, repairs: createRepairsGate() }, { key, shiftId });
    expect(shortage?.repairs.some(({ repair }) => repair.kind === 'leave')).toBe(proposes);
  });

  it('is none where the shift has its people', async () => {
    const { app, key, plan, shiftIds } = await short();
    const covered = plan.shifts.find(({ id }) => !shiftIds.includes(id))?.id ?? '';
    expect(
      await findShortage(app, { search, repairs: createRepairsGate() }, { key, shiftId: covered }),
    ).toBeUndefined();
    await expect(
      findShortage(app, { search, repairs: createRepairsGate() }, { key, shiftId: 'nowhere' }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the reasons of a shortage', () => {
  const hard = { kind: 'hard' } as const;

  it('tell apart a shift that only runs into leave, and gaps of the very same reasons once', () => {
    const night = fixturePlan({
      staff: ['an'],
      shifts: ['d0', 'n0', 'd2', 'n2'],
      leave: [
        ['an', span(1, 0, 24)],
        ['an', span(2, 0, 48)],
      ],
      rules: [rule('cover-minimum'), rule('available', {}, hard)],
    });
    const roster = fixtureRoster(night, 'an: d0');
    const at = (index: number) => {
      const shift = night.shifts[index];
      return shift && shortageReasons(night, roster, shift);
    };
    expect(at(1)?.reasons).toMatchObject([{ constraint: 'available', runsInto: true }]);
    expect(at(2)?.reasons[0]).not.toHaveProperty('runsInto');
    expect(at(2)?.alike.map(({ id }) => id)).toContain(night.shifts[3]?.id);
    expect(at(0)).toBeUndefined();
  });
});
