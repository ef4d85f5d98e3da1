/** The periods someone may work on, and where each stands: not generated, drafted, published and drafted again. */

import type { PeriodSummary } from '../../app/periods/list-periods.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import type { ProgressLine } from './progress.ts';

/** The nearest first. Empty for those who make no rotas. */
export function makingRows(
  visit: Visit,
  entries: readonly PeriodSummary[],
  progress: readonly ProgressLine[],
) {
  const { say } = visit;
  return entries
    .filter((entry) => isMaker(visit, entry))
    .map(({ period: { id, name }, unitName, draft, published }) => ({
      name,
      unitName,
      hasDraft: draft !== undefined,
      stage: !draft
        ? say('editor.periods.empty')
        : !published
          ? say('editor.periods.draft')
          : say('editor.periods.changing', { version: published.number }),
      // What of it nobody else sees yet.
      notes: progress.filter(({ periodId }) => periodId === id).map(({ icon, words }) => ({ icon, words })),
      href: makingPath(id, draft ? 'draft' : 'prepare'),
      action: say(draft ? 'editor.periods.open' : 'editor.periods.prepare'),
    }));
}

/** Where nobody has to sign in, everyone makes rotas. */
export function isMaker({ visitor }: Visit, { unitId }: { readonly unitId: string }): boolean {
  return visitor === undefined || mayDo(visitor, 'draft.edit', { unitId });
}

/** Whether the reader may make a new period somewhere: in the unit of the page. */
export function mayStart({ visitor, unit }: Visit): boolean {
  return unit !== undefined && (visitor === undefined || mayDo(visitor, 'period.edit', { unitId: unit.id }));
}
