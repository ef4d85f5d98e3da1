/** Puts a whole roster in the place of the draft, as one step that can be undone: solved, mended, repaired. */

import type { Draft } from '../../domain/draft.ts';
import type { StepName } from '../../domain/draft-step.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import { fitRoster } from '../../domain/roster-fit.ts';
import type { Certificate } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { markKeptRunTaken } from '../../store/kept-run-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { changeDraft } from './change-draft.ts';
import { openDraftWithin } from './open-draft.ts';

export interface DraftReplacing {
  readonly key: PeriodKey;
  readonly roster: Roster;
  /** The revision the roster was made from, 0 for none; absent to replace whatever there is. */
  readonly seenRevision?: number;
  readonly step: StepName;
  /** The search it came of: nobody needs to take it any more. */
  readonly runId?: string;
  /** Holds for the plan it was made for, and is dropped when posts, rules or people have changed since. */
  readonly certificate?: { readonly of: Certificate; readonly plan: Plan };
  readonly actor: string;
}

/** Throws `conflict`, `error.draft.conflict`, when the draft is no longer the one seen; and as `getPlan` does. */
export async function replaceDraft(app: App, replacing: DraftReplacing): Promise<Draft> {
  allow(app, 'draft.edit', replacing.key);
  const { key, roster, seenRevision, step, runId, certificate, actor } = replacing;
  return app.db.transaction().execute(async (trx) => {
    const { plan, work, revision } = await openDraftWithin(trx, app, key);
    if (seenRevision !== undefined && seenRevision !== revision) {
      throw new AppError('conflict', 'error.draft.conflict', { seen: seenRevision, current: revision });
    }
    if (runId !== undefined) await markKeptRunTaken(trx, runId);
    const holds = certificate !== undefined && isSamePlan(certificate.plan, plan);
    return changeDraft(trx, app, {
      key,
      before: work,
      after: { ...work, roster: fitRoster(plan, roster).roster },
      revision,
      step,
      ...(holds ? { certificate: certificate.of } : {}),
      actor,
    });
  });
}

/** Pins aside: they are the draft's own, and its revision tells when they change. */
function isSamePlan(a: Plan, b: Plan): boolean {
  return JSON.stringify({ ...a, pins: [] }) === JSON.stringify({ ...b, pins: [] });
}
