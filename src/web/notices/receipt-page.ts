/** Where the button in a mail or a push message leads: what one was told, and “đã nhận lịch” by one more touch. Looking alone confirms nothing: programs that read mail follow links too. */

import { openReceipt, receiveByToken } from '../../app/notices/open-receipt.ts';
import { readNamesOf } from '../../app/notices/read-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { noticeWords } from '../../output/notices/notice-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { missLimits } from '../kit/miss-limit.ts';
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
  return {
    kind: 'page',
    view: 'notices/receipt',
    title: visit.say('receipt.say'),
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
    },
  };
}

export async function takeReceipt(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const token = visit.param('token');
  const open = await openReceipt(app, token);
  if (!open) refuse(app);
  const way = visit.form.get('way') === 'push' ? 'push' : 'mail';
  return redirect(`${receivedPath(token)}?done=${await receiveByToken(app, open, way)}`);
}

const MISSES = { most: 20, windowMs: 60_000 };
const mayMiss = missLimits(MISSES);

function refuse(app: WebDeps['app']): never {
  if (mayMiss(app)) throw new AppError('not-found', 'receipt.failure.link');
  throw new AppError('too-many', 'own.failure.wait', { seconds: MISSES.windowMs / 1000 });
}
