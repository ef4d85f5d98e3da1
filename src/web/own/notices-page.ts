/** “Báo”: what changed for one, newest first, and what of it is new since one last said so. */

import { markNoticesSeen, readOwnSteps } from '../../app/own/read-own-duty.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { noticesOf } from './notices.ts';
import type { Who } from './owner.ts';
import { ownFrame } from './who.ts';

const MOST_NOTICES = 30;

export async function showNotices(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { duty, path } = who;
  const notices = noticesOf(visit, who, await readOwnSteps(app, duty)).slice(0, MOST_NOTICES);
  const fresh = notices.filter((notice) => notice.fresh).length;
  return {
    kind: 'page',
    view: 'own/notices',
    title: visit.say('own.tab.notices'),
    ...ownFrame(visit, who, 'notices'),
    model: {
      title: visit.say('own.tab.notices'),
      notices,
      fresh: fresh > 0 ? visit.say('own.notice.fresh', { count: fresh }) : '',
      unseen: fresh > 0 || (duty.seenAt === undefined && notices.length > 0),
      action: path('notices'),
    },
  };
}

export async function markSeen(_visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  await markNoticesSeen(app, who.duty);
  return redirect(who.path('notices'));
}
