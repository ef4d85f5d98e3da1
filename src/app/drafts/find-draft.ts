/** The roster in work of a period, fitted to the plan as it now is. */

import type { Draft } from '../../domain/draft.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Assignment } from '../../domain/roster.ts';
import { fitRoster } from '../../domain/roster-fit.ts';
import { findDraft as findStored } from '../../store/draft-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { planWithin } from '../periods/get-plan.ts';

export interface FittedDraft {
  readonly plan: Plan;
  /** Its roster holds only what the plan has. */
  readonly draft: Draft;
  /** What the draft held besides: shifts and people that inputs have taken away since. */
  readonly dropped: readonly Assignment[];
}

/** Undefined while there is no draft. Throws as `getPlan` does. */
export function findDraft(app: App, key: PeriodKey): Promise<FittedDraft | undefined> {
  allow(app, 'draft.view', key);
  return readOnly(app.db, async (trx) => {
    const plan = await planWithin(trx, app, key);
    const draft = await findStored(trx, key);
    if (!draft) return undefined;
    const { roster, dropped } = fitRoster(plan, draft.roster);
    return { plan, draft: { ...draft, roster }, dropped };
  });
}
