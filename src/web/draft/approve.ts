/** Handing a draft in, and the word of who approves it; both answer with the publishing page where they refuse. */

import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { approveVersion } from '../../app/versions/approve-version.ts';
import { submitVersion } from '../../app/versions/submit-version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { NOTHING_TYPED, publishPage } from './publish.ts';

export async function submitDraft(visit: Visit, deps: WebDeps): Promise<Reply> {
  const periodId = visit.param('period');
  const note = visit.form.get('note') ?? '';
  const revision = Number(visit.form.get('revision'));
  try {
    const key = await resolvePeriod(deps.app, periodId);
    await submitVersion(deps.app, { key, revision, note, actor: visit.actor });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    const flowFault = visit.say('flow.refusal.moved-on');
    return publishPage(visit, deps, { ...NOTHING_TYPED, submitNote: note, flowFault });
  }
  return redirect(makingPath(periodId, 'publish', { done: 'submitted' }));
}

export async function approveDraft(visit: Visit, deps: WebDeps): Promise<Reply> {
  const periodId = visit.param('period');
  const decision = visit.form.get('decision');
  if (decision !== 'approve' && decision !== 'return') {
    throw new AppError('invalid', 'web.failure.bad-address');
  }
  const reason = visit.form.get('reason') ?? '';
  const key = await resolvePeriod(deps.app, periodId);
  const result = await approveVersion(deps.app, {
    key,
    revision: Number(visit.form.get('revision')),
    decision,
    reason,
    actor: visit.actor,
  });
  if (!result.done) {
    const flowFault = visit.say(`flow.refusal.${result.refusal}`);
    return publishPage(visit, deps, { ...NOTHING_TYPED, returnReason: reason, flowFault });
  }
  const done = decision === 'approve' ? 'approved' : 'returned';
  return redirect(makingPath(periodId, 'publish', { done }));
}
