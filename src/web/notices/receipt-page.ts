/** Where the button in a mail or a push message leads: what one was told, and “đã nhận lịch” by one more touch. Looking alone confirms nothing: programs that read mail follow links too. */

import { answerByToken, openReceipt, receiveByToken } from '../../app/notices/open-receipt.ts';
import { readNamesOf } from '../../app/notices/read-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { noticeWords } from '../../output/notices/notice-words.ts';
import { replacementNote } from '../../output/roster/replacement-note.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { missLimits } from '../kit/rate-limit.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { receivedPath } from '../paths/notices.ts';

export async function showReceipt(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const token = visit.param('token');
  const open = await openReceipt(app, token);
  if (!open) refuse(app);
  const { notice, unitName, zone } = open;
  const nameOf = await readNamesOf(app, notice.unitId);
  const { title, lines } = noticeWords({ language: visit.language, zone, nameOf }, notice);
  const done = visit.query.get('done') ?? '';
  const isCall = notice.facts.kind === 'call';
  return {
    kind: 'page',
    view: isCall ? 'notices/call' : 'notices/receipt',
    title: visit.say(isCall ? 'call.ask' : 'receipt.say'),
    unitName,
    secret: 'with-forms',
    own: { home: receivedPath(token), tabs: [] },
    model: {
      name: nameOf(notice.staffId),
      title,
      lines,
      received: done === 'received',
      changed: done === 'changed',
      action: receivedPath(token),
      ...(isCall ? callModel(visit) : {}),
    },
  };
}

export async function takeReceipt(visit: Visit, { app, language }: WebDeps): Promise<Reply> {
  const token = visit.param('token');
  const open = await openReceipt(app, token);
  if (!open) refuse(app);
  const way = visit.form.get('way') === 'push' ? 'push' : 'mail';
  if (open.notice.facts.kind !== 'call') {
    return redirect(`${receivedPath(token)}?done=${await receiveByToken(app, open, way)}`);
  }
  // A push message has its answer in the address.
  const said = visit.form.get('answer') ?? visit.query.get('answer');
  const { kind } = await answerByToken(app, open, {
    way,
    answer: said === 'yes' ? 'yes' : 'no',
    noteOf: ({ plan }, replacing) => replacementNote(language, plan, replacing),
  });
  return redirect(`${receivedPath(token)}?done=${kind}`);
}

const ANSWERED = ['taken', 'declined', 'over', 'refused'] as const;

function callModel({ say, query }: Visit) {
  const done = ANSWERED.find((each) => each === query.get('done'));
  return {
    done: done === undefined ? '' : say(`call.done.${done}`),
    taken: done === 'taken',
    icon: done === 'taken' ? 'check-circle' : 'triangle',
  };
}

const MISSES = { most: 20, windowMs: 60_000 };
const mayMiss = missLimits(MISSES);

function refuse(app: WebDeps['app']): never {
  if (mayMiss(app)) throw new AppError('not-found', 'receipt.failure.link');
  throw new AppError('too-many', 'own.failure.wait', { seconds: MISSES.windowMs / 1000 });
}
