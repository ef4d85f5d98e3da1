/** The swaps of a unit, for who decides on them: both sides, what it would do, through or not; and how the unit wants it. */

import { readDutyFlow } from '../../app/periods/save-duty-flow.ts';
import { decideSwap } from '../../app/swaps/decide-swap.ts';
import { type ListedSwap, listSwaps } from '../../app/swaps/list-swaps.ts';
import { weighSwap } from '../../app/swaps/weigh-swap.ts';
import { mayDo } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { secondIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { arrangePath, flowPath, personalLinksPath, unitSwapsPath } from '../paths/own.ts';
import { documentPath, makingPath } from '../paths/periods.ts';
import { judgementEffect, stopWords } from './swap-effect.ts';
import { noteOfSwap, shiftsOf, swapSides } from './swap-sides.ts';

const MOST_OVER = 40;

interface Typed {
  readonly fault: string;
  /** The swap it is about. */
  readonly swapId: string;
  readonly note: string;
}

export async function decideUnitSwap(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const swapId = visit.form.get('swap') ?? '';
  const note = visit.form.get('note') ?? '';
  const decision = visit.form.get('decision');
  if (decision !== 'approve' && decision !== 'refuse') {
    throw new AppError('invalid', 'web.failure.bad-address');
  }
  if (decision === 'refuse' && note.trim() === '') {
    return showUnitSwaps(visit, deps, { fault: visit.say('swap.refusal.no-reason'), swapId, note });
  }
  const decided = await decideSwap(deps.app, {
    unitId,
    swapId,
    decision,
    note,
    noteOf: noteOfSwap(deps.language),
    actor: visit.actor,
  });
  if (!decided.done) return showUnitSwaps(visit, deps, { fault: stopWords(visit, decided), swapId, note });
  if (!('version' in decided)) return redirect(unitSwapsPath(unitId, { done: 'refused' }));
  const done = decided.draft === 'apart' ? 'apart' : 'approved';
  return redirect(unitSwapsPath(unitId, { done, period: decided.swap.periodId }));
}

const NOTHING: Typed = { fault: '', swapId: '', note: '' };

export async function showUnitSwaps(visit: Visit, { app }: WebDeps, typed = NOTHING): Promise<Reply> {
  const unitId = visit.param('unit');
  const swaps = await listSwaps(app, unitId);
  const flow = await readDutyFlow(app, unitId);
  const of = (state: string): ListedSwap[] => swaps.filter(({ swap }) => swap.state === state);
  const toDecide = async (listed: ListedSwap) => {
    const judgement = await weighSwap(app, listed);
    const faulty = listed.swap.id === typed.swapId;
    return {
      ...swapSides(visit, listed),
      period: listed.version.plan.period.name,
      action: unitSwapsPath(unitId),
      paperHref: paperHref(listed),
      effect: judgementEffect(visit, judgement, {
        plan: listed.version.plan,
        about: shiftsOf(listed),
      }),
      score: judgement.fits ? scoreWords(visit, judgement.change.soft) : '',
      blocked: !judgement.fits,
      typedNote: faulty ? typed.note : '',
      fault: faulty ? typed.fault : '',
    };
  };
  const waiting = await Promise.all(of('consented').map(toDecide));
  const done = visit.query.get('done') ?? '';
  const periodId = visit.query.get('period') ?? '';
  const title = visit.say('swap.unit.title');
  const isKnown = DONE.includes(done);
  return {
    kind: 'page',
    view: 'own/unit-swaps',
    title,
    ...secondIf(typed.fault !== ''),
    model: {
      title,
      done: isKnown ? visit.say(`swap.done.${done}`) : '',
      compareHref: isKnown && periodId !== '' ? makingPath(periodId, 'compare') : '',
      draftHref: done === 'apart' && periodId !== '' ? makingPath(periodId, 'draft') : '',
      fault: waiting.some(({ fault }) => fault !== '') ? '' : typed.fault,
      waiting,
      asked: of('asked').map((listed) => swapSides(visit, listed)),
      over: swaps
        .filter(({ swap }) => swap.state !== 'asked' && swap.state !== 'consented')
        .slice(0, MOST_OVER)
        .map((listed) => ({
          ...swapSides(visit, listed),
          paperHref: listed.swap.state === 'approved' ? paperHref(listed) : '',
        })),
      arrangeHref: arrangePath(unitId),
      flow: visit.say(flow.approveSwaps ? 'flow.swaps.approved-note' : 'flow.swaps.free-note'),
      flowHref: mayChange(visit, unitId) ? flowPath(unitId) : '',
      linksHref:
        !visit.visitor || mayDo(visit.visitor, 'feed.edit', { unitId }) ? personalLinksPath(unitId) : '',
    },
  };
}

/** The paper that both and the head sign, for the file. */
function paperHref({ swap }: ListedSwap): string {
  return `${documentPath(swap.periodId, 'swap', 'pdf')}?${new URLSearchParams({ swap: swap.id })}`;
}

const DONE = ['refused', 'approved', 'apart'];

function scoreWords({ say }: Visit, soft: number): string {
  if (soft === 0) return say('swap.effect.same');
  return say(soft < 0 ? 'swap.effect.fairer' : 'swap.effect.costlier');
}

function mayChange({ visitor }: Visit, unitId: string): boolean {
  return !visitor || mayDo(visitor, 'unit.edit', { unitId });
}
