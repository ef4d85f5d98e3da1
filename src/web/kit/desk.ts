/** The use cases of whoever makes the rota, as pages call them: a period's id stands for the period of one unit. */

import type { DraftEdited, DraftEditing } from '../../app/drafts/edit-draft.ts';
import type { Shortage } from '../../app/drafts/find-repairs.ts';
import type { OpenDraft } from '../../app/drafts/open-draft.ts';
import type { CandidateQuestion, SeatOptions } from '../../app/drafts/rank-candidates.ts';
import type { DraftUndoing, DraftUndone } from '../../app/drafts/undo-draft.ts';
import type { SolveRun } from '../../app/runs/solve-run.ts';
import type { Nearness } from '../../app/runs/start-mend.ts';
import type { VersionComparison } from '../../app/versions/compare-versions.ts';
import type { Publishing, PublishResult } from '../../app/versions/publish-version.ts';
import type { Instant } from '../../calendar/interval.ts';
import type { Case } from '../../domain/case.ts';
import type { KeptRun } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Repair } from '../../domain/repair.ts';

export interface PeriodEntry extends PeriodKey {
  readonly name: string;
  readonly unitName: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Keys of the breaks it serves. */
  readonly holidays: readonly string[];
  readonly hasDraft: boolean;
  /** 0 while nothing was published. */
  readonly version: number;
}

/** Everything throws `AppError('not-found', …)` for a period that is not there. */
export interface Desk {
  /** Every period, by start. */
  listPeriods(): Promise<readonly PeriodEntry[]>;
  readCase(periodId: string): Promise<Case>;

  openDraft(periodId: string): Promise<OpenDraft>;
  editDraft(periodId: string, editing: Omit<DraftEditing, 'key'>): Promise<DraftEdited>;
  undoDraft(periodId: string, undoing: Omit<DraftUndoing, 'key'>): Promise<DraftUndone | undefined>;
  rankCandidates(question: CandidateQuestion): SeatOptions;

  startRun(periodId: string, run: { seconds: number; seed: number; actor: string }): Promise<SolveRun>;
  startMend(
    periodId: string,
    mend: { from: Instant; seconds: number; near: Nearness; actor: string },
  ): Promise<SolveRun>;
  findRun(periodId: string): Promise<SolveRun | undefined>;
  /** Word of a search that the server did not outlive. */
  findInterruptedRun(periodId: string): Promise<KeptRun | undefined>;
  watchRun(key: PeriodKey, onChange: (run: SolveRun) => void): () => void;
  stopRun(periodId: string): Promise<void>;
  dropRun(periodId: string): Promise<void>;
  /** Over whatever draft there is; undo brings that back. */
  takeRun(periodId: string): Promise<void>;

  findShortage(periodId: string, shiftId: string): Promise<Shortage | undefined>;
  applyRepair(
    periodId: string,
    applying: { readonly shortage: Shortage; readonly repair: Repair; readonly actor: string },
  ): Promise<void>;

  publish(periodId: string, publishing: Omit<Publishing, 'key'>): Promise<PublishResult>;
  compareVersions(periodId: string, numbers: { before: number; after: number }): Promise<VersionComparison>;
}
