/**
 * A draft handed in to be approved before it is published: one revision, and what was said of it. A later edit of the
 * draft makes it void. It knows no store; who may approve stands in `permission.ts`.
 */

import type { Instant } from '../calendar/interval.ts';

const SUBMISSION_STATES = ['waiting', 'approved', 'returned', 'published'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export interface Submission {
  /** 1, 2, 3 … within the period. */
  readonly number: number;
  /** The draft's revision that was handed in. */
  readonly revision: number;
  readonly note: string;
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  readonly state: SubmissionState;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  /** Why it was sent back. */
  readonly reason?: string;
}

/** How far the draft at `revision` has come; `void`: it was edited after it was handed in. */
export type ApprovalState = 'none' | 'void' | SubmissionState;

export function approvalState(submission: Submission | undefined, revision: number): ApprovalState {
  if (!submission) return 'none';
  if (submission.revision === revision) return submission.state;
  // What was sent back or published is done with, whatever came after.
  return submission.state === 'waiting' || submission.state === 'approved' ? 'void' : 'none';
}

export type SubmissionEvent =
  | { readonly kind: 'approve'; readonly at: Instant; readonly by: string }
  | { readonly kind: 'return'; readonly at: Instant; readonly by: string; readonly reason: string }
  | { readonly kind: 'publish' };

/** `own`: nobody approves what they handed in. `void`: the draft has moved on. `no-reason`: sent back without a word. */
export type SubmissionRefusal = 'over' | 'void' | 'own' | 'no-reason';

export type SubmissionMoved =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly refusal: SubmissionRefusal };

/** @param revision the draft's as it is now. */
export function moveSubmission(
  submission: Submission,
  event: SubmissionEvent,
  revision: number,
): SubmissionMoved {
  if (submission.revision !== revision) return { ok: false, refusal: 'void' };
  if (event.kind === 'publish') {
    if (submission.state !== 'approved') return { ok: false, refusal: 'over' };
    return { ok: true, submission: { ...submission, state: 'published' } };
  }
  if (submission.state !== 'waiting') return { ok: false, refusal: 'over' };
  const decided = { ...submission, decidedBy: event.by, decidedAt: event.at };
  if (event.kind === 'approve') {
    if (event.by === submission.submittedBy) return { ok: false, refusal: 'own' };
    return { ok: true, submission: { ...decided, state: 'approved' } };
  }
  if (event.reason.trim() === '') return { ok: false, refusal: 'no-reason' };
  return { ok: true, submission: { ...decided, state: 'returned', reason: event.reason.trim() } };
}
