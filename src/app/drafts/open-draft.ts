/** A draft as one works on it: plan, roster fitted to it, pins, and what undo and redo would do. */

import type { Draft } from '../../domain/draft.ts';
import type { Work } from '../../domain/draft-edit.ts';
import type { DraftStep } from '../../domain/draft-step.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { fitRoster } from '../../domain/roster-fit.ts';
import type { Database } from '../../store/database.ts';
import { firstUndone, lastDone } from '../../store/draft-step-store.ts';
import { findDraft } from '../../store/draft-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listLeavers } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { recentPlanWithin } from '../periods/plan-memory.ts';

export interface OpenDraft {
  readonly key: PeriodKey;
  /** Its pins are those of `work`. */
  readonly plan: Plan;
  readonly work: Work;
  /** Absent while nothing was saved; the roster in `work` is then empty. */
  readonly draft?: Draft;
  /** 0 without a draft. */
  readonly revision: number;
  readonly undo?: DraftStep;
  readonly redo?: DraftStep;
  /** Off the staff list by now, though the period may seat them in days gone by: they are offered nothing. */
  readonly left: ReadonlySet<string>;
}

/** Throws as `getPlan` does. */
export function openDraft(app: App, key: PeriodKey): Promise<OpenDraft> {
  allow(app, 'draft.view', key);
  return readOnly(app.db, (trx) => openDraftWithin(trx, app, key));
}

/** The same inside a transaction that goes on to write. */
export async function openDraftWithin(trx: Database, app: App, key: PeriodKey): Promise<OpenDraft> {
  const plan = await recentPlanWithin(trx, app, key);
  const draft = await findDraft(trx, key);
  const empty = { periodId: key.periodId, assignments: [] };
  return {
    key,
    plan,
    work: { roster: draft ? fitRoster(plan, draft.roster).roster : empty, pins: plan.pins },
    revision: draft?.revision ?? 0,
    ...(draft ? { draft } : {}),
    left: new Set((await listLeavers(trx, key.unitId)).map(({ member }) => member.id)),
    ...(await stepsAround(trx, key)),
  };
}

/** The same draft after a change, without reading the plan again. */
export async function reopenDraft(
  trx: Database,
  { key, plan, left }: OpenDraft,
  { work, draft }: { readonly work: Work; readonly draft: Draft },
): Promise<OpenDraft> {
  const steps = await stepsAround(trx, key);
  return { key, plan: { ...plan, pins: work.pins }, work, draft, revision: draft.revision, left, ...steps };
}

async function stepsAround(trx: Database, key: PeriodKey): Promise<Pick<OpenDraft, 'undo' | 'redo'>> {
  const undo = await lastDone(trx, key);
  const redo = await firstUndone(trx, key);
  return { ...(undo ? { undo } : {}), ...(redo ? { redo } : {}) };
}
