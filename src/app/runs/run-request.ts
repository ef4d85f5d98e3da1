/**
 * The problem of a search, made of what the database has now: by whoever is asked, and again by each process that takes it up,
 * so that nothing of it has to travel.
 */

import { cellsOf, compile } from '../../constraints/compile.ts';
import type { MendOrder, RunPurpose } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { mendProblem } from '../../solver/mend.ts';
import type { Database } from '../../store/database.ts';
import { readOnly } from '../../store/read-only.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { type OpenDraft, openDraftWithin } from '../drafts/open-draft.ts';
import { CHANGE_PRICE, changePrices, NEAR_FACTORS } from './change-price.ts';
import type { RunRequest } from './solve-runs.ts';

/** What is asked for. */
export interface RunOrder {
  readonly key: PeriodKey;
  readonly purpose: RunPurpose;
  /** Absent where a whole roster is searched for. */
  readonly mend?: MendOrder;
  readonly seconds: number;
  readonly seed: number;
  readonly actor: string;
}

/** Throws as `getPlan` does. */
export function requestOf(app: App, order: RunOrder): Promise<Omit<RunRequest, 'onEnd'>> {
  return readOnly(app.db, (trx) => requestWithin(trx, app, order));
}

export async function requestWithin(
  trx: Database,
  app: App,
  { key, purpose, mend, seconds, seed, actor }: RunOrder,
): Promise<Omit<RunRequest, 'onEnd'>> {
  const open = await openDraftWithin(trx, app, key);
  const { revision, work } = open;
  const asked = { key, purpose, seconds, seed, actor, revision, base: work.roster };
  if (mend) return { ...asked, mend, ...mendOf(open, mend) };
  const plan = await planToSolve(trx, open);
  const start = revision > 0 ? { start: cellsOf(plan, work.roster) } : {};
  return { ...asked, plan, problem: compile(plan), ...start };
}

function mendOf(
  { plan, work }: OpenDraft,
  { from, near }: MendOrder,
): Pick<RunRequest, 'plan' | 'problem' | 'start'> {
  const base = cellsOf(plan, work.roster);
  const price = changePrices(plan, from, { ...CHANGE_PRICE, nearFactor: NEAR_FACTORS[near] });
  return { plan, problem: mendProblem(compile(plan), { base, price }), start: base };
}

/** Of a period until lifted only days not published yet are planned: seats that are out stay as if they were pinned. */
export async function planToSolve(trx: Database, { key, plan }: OpenDraft): Promise<Plan> {
  if (plan.period.untilLifted !== true) return plan;
  const version = await findNewestVersion(trx, key);
  if (!version || version.withdrawn === true) return plan;
  const [shifts, staff] = [plan.shifts, plan.staff].map((all) => new Set(all.map(({ id }) => id)));
  const known = new Set(plan.pins.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`));
  const out = version.roster.assignments
    .map(({ shiftId, staffId }) => ({ shiftId, staffId }))
    .filter((pin) => shifts?.has(pin.shiftId) && staff?.has(pin.staffId))
    .filter(({ shiftId, staffId }) => !known.has(`${shiftId} ${staffId}`));
  return { ...plan, pins: [...plan.pins, ...out] };
}
