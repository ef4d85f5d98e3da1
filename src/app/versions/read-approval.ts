/** Whether a period's roster must be approved before it is published, and how far the draft has come. */

import { asksApproval } from '../../domain/duty-flow.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { type ApprovalState, approvalState, type Submission } from '../../domain/submission.ts';
import type { Database } from '../../store/database.ts';
import { findDraft } from '../../store/draft-store.ts';
import { listMembers } from '../../store/membership-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findSubmission, readDutyFlow } from '../../store/submission-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export interface Approval {
  readonly asked: boolean;
  /** True where the unit has said so itself, not only by having approvers. */
  readonly chosen: boolean;
  readonly approvers: number;
  readonly state: ApprovalState;
  readonly submission?: Submission;
  /** Names of accounts, for who handed in and who decided. */
  readonly names: ReadonlyMap<string, string>;
}

export function readApproval(app: App, key: PeriodKey): Promise<Approval> {
  allow(app, 'draft.view', key);
  return readOnly(app.db, (trx) => approvalWithin(trx, key));
}

/** The same inside a transaction that goes on to write. */
export async function approvalWithin(trx: Database, key: PeriodKey): Promise<Approval> {
  const flow = await readDutyFlow(trx, key.unitId);
  const members = await listMembers(trx, key.unitId);
  const approvers = members.filter(
    ({ membership, account }) => membership.role === 'approver' && account.disabledAt === undefined,
  ).length;
  const submission = await findSubmission(trx, key);
  const revision = (await findDraft(trx, key))?.revision ?? 0;
  return {
    asked: asksApproval(flow, approvers),
    chosen: flow.approvePublishing !== undefined,
    approvers,
    state: approvalState(submission, revision),
    ...(submission ? { submission } : {}),
    names: new Map(members.map(({ account }) => [account.id, account.name])),
  };
}
