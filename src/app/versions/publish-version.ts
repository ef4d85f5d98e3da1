/** Publishes the draft as the period's next version, and carries its burden into the ledger: one transaction. */

import { check, type Violation } from '../../constraints/check.ts';
import { compareScores, type Score } from '../../constraints/shapes.ts';
import type { CoveredTwice } from '../../domain/covered-twice.ts';
import type { Draft } from '../../domain/draft.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Assignment, Roster } from '../../domain/roster.ts';
import { fitRoster, keepPlaces } from '../../domain/roster-fit.ts';
import { moveSubmission } from '../../domain/submission.ts';
import type { Certificate, RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findDraft } from '../../store/draft-store.ts';
import { saveSubmission } from '../../store/submission-store.ts';
import { findNewestVersion, findVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { planWithin } from '../periods/get-plan.ts';
import { addVersion } from './add-version.ts';
import { type Approval, approvalWithin } from './read-approval.ts';
import { besideReplaced, type NoteOfReplaced, replacedHours, replaceHours } from './replaced-hours.ts';

export interface Publishing {
  readonly key: PeriodKey;
  /** The draft's revision that was looked at. */
  readonly revision: number;
  readonly note: string;
  /** Why it is published although it breaks hard rules. */
  readonly overrideReason?: string;
  /** Refuses what the unit wants approved and nobody approved. Whoever runs the command line owns the machine, and need not ask. */
  readonly approved?: 'as-unit-asks';
  /** Ids of periods whose published hours it may take over, when it covers the same posts at the same time. */
  readonly replaces?: readonly string[];
  /** Words for the versions of those periods. */
  readonly noteOfReplaced?: NoteOfReplaced;
  readonly actor: string;
}

export type PublishResult =
  | { readonly published: true; readonly version: RosterVersion }
  /** It breaks hard rules and no reason was given. */
  | {
      readonly published: false;
      readonly refusal: 'hard-violations';
      readonly violations: readonly Violation[];
    }
  /** The unit wants it approved first, and this revision was not. */
  | { readonly published: false; readonly refusal: 'not-approved' }
  /** Another period has published the same posts at the same hours, and this one does not say that it replaces them. */
  | { readonly published: false; readonly refusal: 'covers-twice'; readonly covered: readonly CoveredTwice[] }
  /** It names shifts or people that the plan does not have any more. */
  | { readonly published: false; readonly refusal: 'outdated'; readonly dropped: readonly Assignment[] };

/**
 * Nothing changes when it refuses. Throws `not-found` without period or draft, `conflict` when the draft has moved on
 * from the revision looked at, and as `getPlan` does.
 */
export async function publishVersion(app: App, publishing: Publishing): Promise<PublishResult> {
  allow(app, 'version.publish', publishing.key);
  const { key, revision, note, actor } = publishing;
  const overrideReason = publishing.overrideReason?.trim() ?? '';
  return app.db.transaction().execute(async (trx): Promise<PublishResult> => {
    const whole = await planWithin(trx, app, key);
    const covered = await replacedHours(trx, whole);
    const plan = besideReplaced(whole, covered);
    const draft = await draftSeen(trx, key, revision);
    const approval = await approvalWithin(trx, key);
    const isApproved = approval.state === 'approved';
    if (publishing.approved && approval.asked && !isApproved) {
      return { published: false, refusal: 'not-approved' };
    }
    const { roster: fitted, dropped } = fitRoster(plan, draft.roster);
    if (dropped.length > 0) return { published: false, refusal: 'outdated', dropped };
    if (covered.some(({ period }) => !publishing.replaces?.includes(period.id))) {
      return { published: false, refusal: 'covers-twice', covered };
    }
    const newest = await findNewestVersion(trx, key);
    const roster = keepPlaces(await lastRoster(trx, key, newest), fitted);
    const report = check(plan, roster);
    const violations = report.violations.filter(({ level }) => level === 'hard');
    if (violations.length > 0 && overrideReason === '') {
      return { published: false, refusal: 'hard-violations', violations };
    }
    const noteOf = publishing.noteOfReplaced ?? (() => '');
    await replaceHours(trx, app, { by: plan, covered, noteOf, actor });
    const version = await addVersion(trx, app, {
      previous: newest,
      actor,
      content: {
        plan,
        roster,
        note,
        ...(violations.length > 0 ? { overrideReason } : {}),
        ...certified(draft, report.score),
      },
    });
    if (isApproved) await useApproval(trx, key, approval);
    return { published: true, version };
  });
}

/** An approval is good for one publishing. */
async function useApproval(trx: Database, key: PeriodKey, { submission }: Approval): Promise<void> {
  const used = submission && moveSubmission(submission, { kind: 'publish' }, submission.revision);
  if (used?.ok) await saveSubmission(trx, key, used.submission);
}

async function draftSeen(trx: Database, key: PeriodKey, revision: number): Promise<Draft> {
  const draft = await findDraft(trx, key);
  if (!draft) throw new AppError('not-found', 'error.draft.missing', { period: key.periodId });
  if (draft.revision !== revision) {
    throw new AppError('conflict', 'error.draft.conflict', { seen: revision, current: draft.revision });
  }
  return draft;
}

/** The roster people last had on their calendars; a withdrawing version is empty and follows one that was not. */
async function lastRoster(trx: Database, key: PeriodKey, newest: RosterVersion | undefined): Promise<Roster> {
  const last = newest?.withdrawn ? await findVersion(trx, key, newest.number - 1) : newest;
  return last?.roster ?? { periodId: key.periodId, assignments: [] };
}

/** A certificate stands only while the referee counts the same: people and holidays may have changed since. */
function certified({ certificate }: Draft, score: Score): { readonly certificate?: Certificate } {
  return certificate && compareScores(certificate.score, score) === 0 ? { certificate } : {};
}
