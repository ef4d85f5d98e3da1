/** Word of a search that the server did not outlive, for pages that are not its own. */

import type { Plan } from '../../domain/plan.ts';
import { formatClockDay } from '../../i18n/format.ts';
import type { Desk } from '../kit/desk.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';

export interface InterruptedRun {
  readonly text: string;
  readonly href: string;
}

/** False when nothing was interrupted. */
export async function interruptedRun(
  { language, say }: Visit,
  desk: Desk,
  { period, unit }: Plan,
): Promise<InterruptedRun | false> {
  const kept = await desk.findInterruptedRun(period.id);
  if (!kept) return false;
  const began = formatClockDay(language, kept.startedAt, { zone: unit.zone });
  return {
    text: say('editor.run.interrupted-notice', { began }),
    href: makingPath(period.id, 'run'),
  };
}
