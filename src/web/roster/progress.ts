/** What is in progress and nobody else sees yet, in words: a search that runs, changes, a draft handed in, an approval given. */

import { listProgress, type PeriodProgress } from '../../app/periods/list-progress.ts';
import { listGoingRuns } from '../../app/runs/find-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { mayDo } from '../../domain/permission.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';

export interface ProgressLine {
  readonly periodId: string;
  readonly periodName: string;
  readonly kind: 'running' | 'waiting' | 'approved' | 'returned' | 'changed' | 'unpublished';
  readonly icon: 'clock' | 'check-circle' | 'document' | 'undo';
  readonly words: string;
  readonly href: string;
  readonly action: string;
}

/** Of a unit's periods, by start; a search first. Empty for who may not see drafts. */
export async function progressOf(visit: Visit, deps: WebDeps, unitId: string): Promise<ProgressLine[]> {
  if (visit.visitor && !mayDo(visit.visitor, 'draft.view', { unitId })) return [];
  const progress = await listProgress(deps.app, unitId);
  return [
    ...(await runningLines(visit, deps, unitId)),
    ...progress.flatMap((each) => draftLine(visit, each)),
  ];
}

/** Of one period. */
export async function progressOfPeriod(
  visit: Visit,
  deps: WebDeps,
  { unitId, periodId }: PeriodKey,
): Promise<ProgressLine[]> {
  const lines = await progressOf(visit, deps, unitId);
  return lines.filter((line) => line.periodId === periodId);
}

async function runningLines(
  { say }: Visit,
  { app, searches }: WebDeps,
  unitId: string,
): Promise<ProgressLine[]> {
  const going = await listGoingRuns(app, searches.runs, unitId);
  return going.map(({ key, periodName }) => ({
    periodId: key.periodId,
    periodName,
    kind: 'running',
    icon: 'clock',
    words: say('progress.running'),
    href: makingPath(key.periodId, 'run'),
    action: say('progress.see-run'),
  }));
}

const ICONS = { waiting: 'clock', approved: 'check-circle', returned: 'undo' } as const;

function draftLine(
  { say }: Visit,
  { key, periodName, version, changed, approval, by }: PeriodProgress,
): ProgressLine[] {
  const line = { periodId: key.periodId, periodName };
  if (approval === 'waiting' || approval === 'approved' || approval === 'returned') {
    return [
      {
        ...line,
        kind: approval,
        icon: ICONS[approval],
        words: say(`progress.${approval}`, { name: by || say('flow.someone') }),
        href: makingPath(key.periodId, approval === 'returned' ? 'draft' : 'publish'),
        action: say(`progress.see-${approval}`),
      },
    ];
  }
  if (changed === 0) return [];
  const kind = version === 0 ? 'unpublished' : 'changed';
  return [
    {
      ...line,
      kind,
      icon: 'document',
      words: say(`progress.${kind}`, { count: changed, version }),
      href: makingPath(key.periodId, 'draft'),
      action: say('progress.see-draft'),
    },
  ];
}
