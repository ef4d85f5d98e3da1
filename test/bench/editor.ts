/**
 * How long the editor takes on a large unit: opening the page, listing candidates for a seat, one edit. Run it with
 * `npm run bench:editor`; times are medians in milliseconds over the real server and a real database.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDraft } from '../../src/app/drafts/open-draft.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { compile, rosterOf } from '../../src/constraints/compile.ts';
import type { Case } from '../../src/domain/case.ts';
import { solve } from '../../src/solver/solve.ts';
import { openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { ROOT } from '../../src/wiring/root.ts';
import { sampleCase } from '../sample-case.ts';
import { openSite } from '../web/site/site.ts';

const DAYS = 14;
const DAY_MS = 86_400_000;
const ROUNDS = 15;

/** The national sample, longer: 120 people, 8 posts, 14 days. */
function largeCase(): Case {
  const source = sampleCase('tet-2027-national');
  const { start } = source.period.span;
  const span = { start, end: (start + DAYS * DAY_MS) as Instant };
  return { ...source, period: { ...source.period, span }, pins: [] };
}

function median(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'editor-bench-'));
  const app = await openApp(join(folder, 'bench.db'), readHolidays(ROOT));
  const loaded = await loadCase(app, { source: largeCase(), actor: 'bench' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const key = loaded.value;
  const { plan } = await openDraft(app, key);
  const budget = { kind: 'steps', moves: 400_000, nodes: 0 } as const;
  const { cells } = await solve(compile(plan), { seed: 1, budget, clock: () => 0 });
  await saveDraft(app, { key, roster: rosterOf(plan, cells), seenRevision: 0, actor: 'bench' });
  const site = await openSite({ ...app, close: async () => {} });
  const page = `${site.url}/periods/${key.periodId}/draft`;
  const timed = async (ask: () => Promise<Response>): Promise<number> => {
    const begun = performance.now();
    await (await ask()).text();
    return performance.now() - begun;
  };
  const opens: number[] = [];
  const lists: number[] = [];
  const edits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    opens.push(await timed(() => fetch(page)));
    const { work, revision } = await openDraft(app, key);
    const seat = work.roster.assignments[(round * 37) % work.roster.assignments.length];
    if (!seat) continue;
    const ref = `${seat.shiftId}@${seat.place}`;
    lists.push(await timed(() => fetch(`${page}/candidates?${new URLSearchParams({ seat: ref })}`)));
    const body = new URLSearchParams({
      choice: 'empty',
      seat: ref,
      seen: seat.staffId,
      revision: String(revision),
    });
    const headers = { Accept: 'application/json', Origin: site.url };
    edits.push(await timed(() => fetch(`${page}/edit`, { method: 'POST', body, headers })));
  }
  console.log(
    `${plan.staff.length} people, ${plan.days.length} days, ${plan.posts.length} posts, ${plan.shifts.length} shifts`,
  );
  console.log(`page ${median(opens)} ms, candidates ${median(lists)} ms, edit ${median(edits)} ms`);
  await site.close();
  await app.close();
  rmSync(folder, { recursive: true });
}

await main();
