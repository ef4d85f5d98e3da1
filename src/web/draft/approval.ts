/** What the publishing page says of approval, and of published swaps that the draft would take back. */

import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import type { Approval } from '../../app/versions/read-approval.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import { exchanged, isLive } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatStamp } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';
import { noteOfSwap } from '../own/swap-sides.ts';

const DONE = ['submitted', 'approved', 'returned'];
const TONES = { approved: 'good', returned: 'error' } as const;

export function approvalModel(
  visit: Visit,
  {
    approval,
    plan,
    revision,
  }: { readonly approval: Approval; readonly plan: Plan; readonly revision: number },
) {
  const { say, visitor, query } = visit;
  const { asked, chosen, approvers, state, submission, names } = approval;
  const unitId = plan.unit.id;
  const may = (action: 'version.submit' | 'version.approve' | 'version.publish'): boolean =>
    !visitor || mayDo(visitor, action, { unitId });
  const done = query.get('done') ?? '';
  const waiting = asked && state === 'waiting';
  const own = submission?.submittedBy === visit.actor;
  return {
    // Whether the unit asks for approval, and why.
    rule: say(`flow.${asked ? 'asked' : 'not-asked'}-${chosen ? 'chosen' : 'standard'}`, { approvers }),
    asked,
    // How far this draft has come, in words; empty while it was not handed in.
    state: asked ? stateWords(visit, approval, plan.unit.zone) : '',
    tone: state === 'approved' || state === 'returned' ? TONES[state] : 'warning',
    note: waiting && submission?.note ? say('flow.note', { note: submission.note }) : '',
    done: visit.method === 'GET' && DONE.includes(done) ? say(`flow.done.${done}`) : '',
    maySubmit: asked && state !== 'approved' && state !== 'waiting' && may('version.submit'),
    submit: say(state === 'none' ? 'flow.submit' : 'flow.submit-again', { revision }),
    mayDecide: waiting && may('version.approve'),
    // Handed in by the one who looks: someone else must approve it.
    own: waiting && own,
    mayPublish: may('version.publish') && (!asked || state === 'approved'),
  };

  function stateWords({ language }: Visit, { state: now }: Approval, zone: string): string {
    if (now === 'void') return say('flow.state.void');
    if (!submission || now === 'none' || now === 'published') return '';
    const { decidedBy = '', decidedAt, reason = '', submittedBy, submittedAt } = submission;
    const at = now === 'waiting' ? submittedAt : (decidedAt ?? submittedAt);
    const name = names.get(now === 'waiting' ? submittedBy : decidedBy) ?? say('flow.someone');
    return say(`flow.state.${now}`, { name, stamp: formatStamp(language, at, zone), reason });
  }
}

/** Swaps that stand in the published roster, and that the draft seats as they were before; empty words for none. */
export function lackingSwaps(
  { language, say }: Visit,
  swaps: readonly ListedSwap[],
  { published, draft }: { readonly published: RosterVersion | undefined; readonly draft: Roster },
) {
  const stands = (roster: Roster, shiftId: string, staffId: string | undefined): boolean =>
    roster.assignments.some((each) => each.shiftId === shiftId && each.staffId === staffId);
  const lacking = swaps.filter(({ swap }) => {
    const { periodId, seat, askerId, partnerId, state } = swap;
    if (!published || state !== 'approved' || periodId !== published.periodId) return false;
    return (
      stands(published.roster, seat.shiftId, partnerId) &&
      !stands(draft, seat.shiftId, partnerId) &&
      stands(draft, seat.shiftId, askerId)
    );
  });
  const note = noteOfSwap(language);
  return {
    words: lacking.length === 0 ? '' : say('flow.draft-lacks', { count: lacking.length }),
    swaps: lacking.map(({ swap, version }) => note(swap, version)),
  };
}

/** Swaps that still wait, and that publishing the draft would end: someone else has one of their seats in it. */
export function voidedSwaps(
  { language, say }: Visit,
  swaps: readonly ListedSwap[],
  { periodId, draft }: { readonly periodId: string; readonly draft: Roster },
) {
  const voided = swaps.filter(({ swap }) => {
    if (swap.periodId !== periodId || !isLive(swap)) return false;
    const after = exchanged(draft, swap);
    return !after.ok && after.refusal === 'moved';
  });
  const note = noteOfSwap(language);
  return {
    words: voided.length === 0 ? '' : say('flow.draft-voids', { count: voided.length }),
    swaps: voided.map(({ swap, version }) => note(swap, version)),
  };
}
