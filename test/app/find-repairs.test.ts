/** Every repair proposed for an empty seat fills one when it is made, by the referee, on units short in many ways. */

import { describe, expect, it } from 'vitest';
import { applyRepair } from '../../src/app/apply-repair.ts';
import { findShortage } from '../../src/app/find-repairs.ts';
import { openDraft } from '../../src/app/open-draft.ts';
import { saveDraft } from '../../src/app/save-draft.ts';
import type { StartSearch } from '../../src/app/solve-runs.ts';
import { check } from '../../src/constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../src/constraints/compile.ts';
import type { Case } from '../../src/domain/case.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { explainShortages } from '../../src/solver/explain.ts';
import { solve } from '../../src/solver/solve.ts';
import { loaded } from './sample-app.ts';

const CASES = 6;

/** In this thread, and at most so many moves, since many small searches are made. */
const search: StartSearch = (problem, { seed, start }) => ({
  outcome: solve(problem, {
    seed,
    budget: { kind: 'steps', moves: 10_000, nodes: 0 },
    clock: () => 0,
    ...(start ? { start } : {}),
  }),
  stop: () => undefined,
});

/** Some have no skills any more. */
function shortened(source: Case, seed: number): Case {
  const random = createRandom(seed);
  const staff = source.staff.map((member) => (random.next() < 0.7 ? { ...member, skills: [] } : member));
  return { ...source, staff };
}

describe('repairs', () => {
  it(`fill a seat when made, in ${CASES} units short of people`, async () => {
    let made = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const { app, key, plan } = await loaded((source) => shortened(source, seed));
      const problem = compile(plan);
      const { cells } = await search(problem, {
        seed,
        budget: { kind: 'steps', moves: 10_000, nodes: 0 },
        onProgress: () => undefined,
      }).outcome;
      const roster = rosterOf(plan, cells);
      await saveDraft(app, { key, roster, seenRevision: 0, actor: 'cli' });
      const [short] = explainShortages(problem, cellsOf(plan, roster));
      const shiftId = plan.shifts[short?.shifts[0] ?? -1]?.id;
      if (shiftId === undefined) continue;
      const before = check(plan, roster).score;
      const shortage = await findShortage(app, search, { key, shiftId });
      expect(shortage?.repairs.length, `seed ${seed}`).toBeGreaterThan(0);
      const best = shortage?.repairs[0];
      if (!shortage || !best) continue;
      for (const each of shortage.repairs) {
        const after = check(each.plan, each.roster).score;
        expect(after.cover, `seed ${seed}, ${each.repair.kind}`).toBeLessThan(before.cover);
        expect(after.hard, `seed ${seed}, ${each.repair.kind}`).toBeLessThanOrEqual(before.hard);
      }
      const { repair, roster: shown } = best;
      const seenRevision = shortage.revision;
      await applyRepair(app, {
        key,
        repair,
        shift: shortage.shift,
        roster: shown,
        seenRevision,
        actor: 'cli',
      });
      const opened = await openDraft(app, key);
      const after = check(opened.plan, opened.work.roster).score;
      expect(after.cover, `seed ${seed}`).toBeLessThan(before.cover);
      expect(after.hard, `seed ${seed}`).toBeLessThanOrEqual(before.hard);
      made++;
    }
    expect(made).toBeGreaterThan(CASES / 2);
  }, 120_000);
});
