/** The use cases of whoever makes the rota, bound to this machine's app and its running searches. */

import type { App } from '../app/app.ts';
import { applyRepair } from '../app/drafts/apply-repair.ts';
import { editDraft } from '../app/drafts/edit-draft.ts';
import { findShortage } from '../app/drafts/find-repairs.ts';
import { openDraft } from '../app/drafts/open-draft.ts';
import { rankCandidates } from '../app/drafts/rank-candidates.ts';
import { undoDraft } from '../app/drafts/undo-draft.ts';
import type { Gate, GateSettings } from '../app/gate.ts';
import { getCase } from '../app/periods/get-case.ts';
import { listPeriods } from '../app/periods/list-periods.ts';
import { resolvePeriod } from '../app/periods/resolve-period.ts';
import { findInterruptedRun, findRun } from '../app/runs/find-run.ts';
import { dropRun, stopRun } from '../app/runs/keep-runs.ts';
import type { SolveRuns, StartSearch } from '../app/runs/solve-runs.ts';
import { startMend } from '../app/runs/start-mend.ts';
import { startRun, takeRun } from '../app/runs/start-run.ts';
import { compareVersions } from '../app/versions/compare-versions.ts';
import { publishVersion } from '../app/versions/publish-version.ts';
import type { PeriodKey } from '../domain/period.ts';
import { AppError } from '../kernel/app-error.ts';
import type { Desk } from '../web/kit/desk.ts';

/** What all visits share. */
export interface DeskSearches {
  readonly runs: SolveRuns;
  readonly search: StartSearch;
  /** Before the short searches for repairs of one seat. */
  readonly repairs: Gate;
}

/** So many pages with repairs at once, each a second or less; and so many in line. */
export const REPAIRS_GATE: GateSettings = {
  atOnce: 1,
  mostWaiting: 10,
  refusal: 'editor.failure.repairs-busy',
};

export function createDesk(app: App, { runs, search, repairs }: DeskSearches): Desk {
  const keyOf = (periodId: string): Promise<PeriodKey> => resolvePeriod(app, periodId);
  return {
    async listPeriods() {
      const periods = await listPeriods(app);
      return periods.map(({ unitId, unitName, period, draft, published }) => ({
        unitId,
        unitName,
        periodId: period.id,
        name: period.name,
        startsAt: period.span.start,
        endsAt: period.span.end,
        holidays: period.holidays,
        hasDraft: draft !== undefined,
        version: published?.number ?? 0,
      }));
    },
    readCase: async (id) => getCase(app, await keyOf(id)),

    openDraft: async (id) => openDraft(app, await keyOf(id)),
    editDraft: async (id, editing) => editDraft(app, { ...editing, key: await keyOf(id) }),
    undoDraft: async (id, undoing) => undoDraft(app, { ...undoing, key: await keyOf(id) }),
    rankCandidates,

    startRun: async (id, run) => startRun(app, runs, { ...run, key: await keyOf(id) }),
    startMend: async (id, mend) => startMend(app, runs, { ...mend, key: await keyOf(id) }),
    findRun: async (id) => findRun(app, runs, await keyOf(id)),
    findInterruptedRun: async (id) => findInterruptedRun(app, runs, await keyOf(id)),
    watchRun: (key, onChange) => runs.watch(key, onChange),
    stopRun: async (id) => stopRun(app, runs, await keyOf(id)),
    dropRun: async (id) => dropRun(app, runs, await keyOf(id)),
    async takeRun(id) {
      const key = await keyOf(id);
      const run = await findRun(app, runs, key);
      if (!run) throw new AppError('not-found', 'editor.failure.no-result');
      await takeRun(app, run);
      runs.markTaken(key);
    },

    async findShortage(id, shiftId) {
      const key = await keyOf(id);
      return repairs(() => findShortage(app, search, { key, shiftId }), app.origin?.address);
    },
    async applyRepair(id, { shortage, repair, actor }) {
      const found = shortage.repairs.find((each) => each.repair === repair);
      if (!found) throw new AppError('not-found', 'editor.failure.repair');
      const { shift, revision: seenRevision } = shortage;
      const { roster } = found;
      await applyRepair(app, { key: await keyOf(id), repair, shift, roster, seenRevision, actor });
    },

    publish: async (id, publishing) => publishVersion(app, { ...publishing, key: await keyOf(id) }),
    compareVersions: async (id, numbers) => compareVersions(app, await keyOf(id), numbers),
  };
}
