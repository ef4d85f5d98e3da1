/** “Ai nhận được?” on one's own page: which shifts someone is sought for, and a yes or no by one touch. */

import type { App } from '../../app/app.ts';
import { answerCall } from '../../app/replacements/answer-call.ts';
import { listCallsToMe } from '../../app/replacements/read-calls.ts';
import { replacementNote } from '../../output/roster/replacement-note.ts';
import { toldShiftWords } from '../../output/roster/shift-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';

export async function waitingCalls({ language }: Visit, app: App, { duty, path }: Who) {
  const calls = await listCallsToMe(app, duty);
  return calls.map(({ call, shift }) => {
    const { whole, lunar, named, night, post } = toldShiftWords(language, duty.zone, shift);
    return { id: call.id, when: whole, lunar, named, night, post, action: path('call') };
  });
}

export async function answerOwnCall(visit: Visit, { app, language }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const { kind } = await answerCall(app, {
    unitId,
    staffId,
    callId: visit.form.get('call') ?? '',
    answer: visit.form.get('answer') === 'yes' ? 'yes' : 'no',
    noteOf: ({ plan }, replacing) => replacementNote(language, plan, replacing),
    actor: who.actor,
  });
  return redirect(who.path('duty', { done: `call-${kind}` }));
}

const DONE = ['taken', 'declined', 'over', 'refused'] as const;

/** What came of it, after the answer; empty otherwise. */
export function answeredWords({ query, say }: Visit): string {
  const done = DONE.find((each) => query.get('done') === `call-${each}`);
  return done === undefined ? '' : say(`call.done.${done}`);
}
