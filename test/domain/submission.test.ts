/** The way of a draft to approval: once, by another, for the revision that was looked at. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { asksApproval } from '../../src/domain/duty-flow.ts';
import { approvalState, moveSubmission, type Submission } from '../../src/domain/submission.ts';

const WAITING: Submission = {
  number: 1,
  revision: 4,
  note: '',
  submittedBy: 'ha',
  submittedAt: 0 as Instant,
  state: 'waiting',
};
const at = 5 as Instant;

describe('a draft handed in', () => {
  it('is approved by another, and published once', () => {
    const approved = moveSubmission(WAITING, { kind: 'approve', at, by: 'nam' }, 4);
    if (!approved.ok) throw new Error(approved.refusal);
    expect(approved.submission).toMatchObject({ state: 'approved', decidedBy: 'nam', decidedAt: 5 });
    const published = moveSubmission(approved.submission, { kind: 'publish' }, 4);
    if (!published.ok) throw new Error(published.refusal);
    expect(published.submission.state).toBe('published');
    expect(moveSubmission(published.submission, { kind: 'publish' }, 4)).toMatchObject({ refusal: 'over' });
  });

  it.each([
    ['own', { kind: 'approve', at, by: 'ha' }, 4],
    ['void', { kind: 'approve', at, by: 'nam' }, 5],
    ['void', { kind: 'return', at, by: 'nam', reason: 'thiếu lãnh đạo' }, 5],
    ['no-reason', { kind: 'return', at, by: 'nam', reason: ' ' }, 4],
    ['over', { kind: 'publish' }, 4],
  ] as const)('is refused: %s', (refusal, event, revision) => {
    expect(moveSubmission(WAITING, event, revision)).toEqual({ ok: false, refusal });
  });

  it('goes back with a reason, even to oneself', () => {
    const moved = moveSubmission(WAITING, { kind: 'return', at, by: 'ha', reason: ' sửa đêm 30 ' }, 4);
    expect(moved).toMatchObject({ ok: true, submission: { state: 'returned', reason: 'sửa đêm 30' } });
  });

  it.each([
    [undefined, 4, 'none'],
    [WAITING, 4, 'waiting'],
    [WAITING, 5, 'void'],
    [{ ...WAITING, state: 'approved' }, 5, 'void'],
    [{ ...WAITING, state: 'returned' }, 4, 'returned'],
    [{ ...WAITING, state: 'returned' }, 5, 'none'],
    [{ ...WAITING, state: 'published' }, 5, 'none'],
  ] as const)('%#: stands as %s', (submission, revision, state) => {
    expect(approvalState(submission, revision)).toBe(state);
  });

  it('is asked for where there is an approver, unless the unit says otherwise', () => {
    expect(asksApproval({ approveSwaps: true, leaveWaits: true }, 0)).toBe(false);
    expect(asksApproval({ approveSwaps: true, leaveWaits: true }, 1)).toBe(true);
    expect(asksApproval({ approveSwaps: true, leaveWaits: true, approvePublishing: false }, 2)).toBe(false);
    expect(asksApproval({ approveSwaps: true, leaveWaits: true, approvePublishing: true }, 0)).toBe(true);
  });
});
