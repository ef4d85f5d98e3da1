/** Word of a search that the server did not outlive, for pages that are not its own. */

import type { OpenDraft } from '../../app/drafts/open-draft.ts';
import { findInterruptedRun } from '../../app/runs/find-run.ts';
import { formatClockDay } from '../../i18n/format.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';

/** False when nothing was interrupted. */
export async function interruptedRun(
  { language, say }: Visit,
  { app, searches }: WebDeps,
  { key, plan: { period, unit } }: Pick<OpenDraft, 'key' | 'plan'>,
) {
  const kept = await findInterruptedRun(app, searches.runs, key);
  if (!kept) return false;
  const began = formatClockDay(language, kept.startedAt, { zone: unit.zone });
  return {
    text: say('editor.run.interrupted-notice', { began }),
    href: makingPath(period.id, 'run'),
  };
}
