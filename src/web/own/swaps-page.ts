/** “Đổi ca”: what waits for one's word, what is offered to anyone, what one has asked for, and how each went. */

import { answerSwap, SWAP_ANSWERS } from '../../app/swaps/answer-swap.ts';
import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import { weighSwap } from '../../app/swaps/weigh-swap.ts';
import { isLive } from '../../domain/swap.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { secondIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';
import { judgementEffect, stopWords } from './swap-effect.ts';
import { offerTo } from './swap-offers.ts';
import { isAbout, isOfferFor, noteOfSwap, shiftsOf, swapSides, waitsFor } from './swap-sides.ts';
import { ownFrame } from './who.ts';

const MOST_OVER = 12;

export async function showSwaps(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const done = visit.query.get('done') ?? '';
  return swapsPage(visit, deps, who, { fault: '', done: DONE.includes(done) ? done : '' });
}

/** What was just done, as the address says it. */
const DONE = ['asked', 'consent', 'decline', 'withdraw', 'published'];

export async function answerAsk(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const answer = SWAP_ANSWERS.find((each) => each === visit.form.get('answer'));
  if (!answer) throw new AppError('invalid', 'web.failure.bad-address');
  const answered = await answerSwap(deps.app, {
    unitId: who.duty.unitId,
    swapId: visit.form.get('swap') ?? '',
    staffId: who.duty.staffId,
    answer,
    ...(visit.form.has('other') ? { otherShiftId: visit.form.get('other') ?? '' } : {}),
    note: visit.form.get('note') ?? '',
    noteOf: noteOfSwap(deps.language),
    actor: who.actor,
  });
  if (answered.done) {
    return redirect(who.path('swaps', { done: 'version' in answered ? 'published' : answer }));
  }
  const [first] = who.duty.versions;
  const reader = first ? { plan: first.plan, staffId: who.duty.staffId } : undefined;
  return swapsPage(visit, deps, who, { fault: stopWords(visit, answered, reader), done: '' });
}

async function swapsPage(
  visit: Visit,
  { app }: WebDeps,
  who: Who,
  { fault, done }: { readonly fault: string; readonly done: string },
): Promise<Reply> {
  const { duty, path, swaps } = who;
  const { staffId } = duty;
  const toAnswer = async (listed: ListedSwap) => {
    const swap = { ...listed.swap, partnerId: staffId };
    const judgement = await weighSwap(app, { swap, version: listed.version });
    const effect = judgementEffect(visit, judgement, {
      plan: listed.version.plan,
      staffId,
      about: shiftsOf(listed),
    });
    return { ...swapSides(visit, listed), action: path('swaps'), effect };
  };
  const toTake = async (listed: ListedSwap) => {
    const offer = await offerTo(visit, app, { listed, staffId });
    return offer && { ...swapSides(visit, listed), action: path('swaps'), ...offer };
  };
  const mine = swaps.filter((each) => isAbout(each, staffId) && !waitsFor(each, staffId));
  const offers = await Promise.all(swaps.filter((each) => isOfferFor(each, staffId)).map(toTake));
  return {
    kind: 'page',
    view: 'own/swaps',
    title: visit.say('own.tab.swaps'),
    ...ownFrame(visit, who, 'swaps'),
    ...secondIf(fault !== ''),
    model: {
      title: visit.say('own.tab.swaps'),
      fault,
      done: done === '' ? '' : visit.say(`swap.done.${done}`),
      askHref: path('ask'),
      waiting: await Promise.all(swaps.filter((each) => waitsFor(each, staffId)).map(toAnswer)),
      // What one cannot take is not offered to one.
      offers: offers.filter((each) => each !== undefined),
      mine: mine
        .filter(({ swap }) => isLive(swap))
        .map((listed) => ({
          ...swapSides(visit, listed),
          action: path('swaps'),
          own: listed.swap.askerId === staffId,
          consented: listed.swap.state === 'consented' && listed.swap.partnerId === staffId,
        })),
      over: mine
        .filter(({ swap }) => !isLive(swap))
        .slice(0, MOST_OVER)
        .map((listed) => swapSides(visit, listed)),
    },
  };
}
