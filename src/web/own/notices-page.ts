/** “Báo”: what one was told, newest first, in words, and what of it is new since one last said so. */

import { listOwnNotices, markNoticesSeen } from '../../app/notices/own-notices.ts';
import { readNamesOf } from '../../app/notices/read-names.ts';
import type { Notice } from '../../domain/notice.ts';
import { formatStamp } from '../../i18n/format.ts';
import { noticeWords } from '../../output/notices/notice-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { askedPath } from '../paths/orders.ts';
import { replacePath, sickPath } from '../paths/replacements.ts';
import type { Who } from './owner.ts';
import { waitingReceipts } from './receipts.ts';
import { ownFrame } from './who.ts';

export async function showNotices(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { duty, path, news, byLink } = who;
  const { language } = visit;
  const nameOf = await readNamesOf(app, duty.unitId);
  const notices = await listOwnNotices(app, duty);
  return {
    kind: 'page',
    view: 'own/notices',
    title: visit.say('own.tab.notices'),
    ...ownFrame(visit, who, 'notices'),
    model: {
      title: visit.say('own.tab.notices'),
      waiting: await waitingReceipts(visit, app, who, 'notices'),
      notices: notices.map((notice) => ({
        ...noticeWords({ language, zone: duty.zone, nameOf }, notice),
        stamp: formatStamp(language, notice.createdAt, duty.zone),
        fresh: notice.readAt === undefined,
        href: byLink ? '' : needPath(notice),
      })),
      fresh: news > 0 ? visit.say('own.notice.fresh', { count: news }) : '',
      unseen: news > 0,
      waysHref: path('ways'),
      action: path('notices'),
    },
  };
}

export async function markSeen(_visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  await markNoticesSeen(app, who.duty);
  return redirect(who.path('notices'));
}

/** To whoever could stand it instead; empty for what needs nobody. */
function needPath({ unitId, facts }: Notice): string {
  if (facts.kind === 'late') return replacePath(facts.periodId, `${facts.shift.id}@${facts.place}`);
  if (facts.kind === 'order') return askedPath(unitId, facts.orderId);
  return facts.kind === 'absence' ? sickPath(unitId, { staff: facts.absentId }) : '';
}
