/** From someone's own page into the own calendar: a feed link of the person's own, made when asked for. */

import { issueFeedToken } from '../../app/feeds/issue-feed-token.ts';
import { listOwnCalendars } from '../../app/feeds/list-own-calendars.ts';
import { revokeFeedToken } from '../../app/feeds/revoke-feed-token.ts';
import { DEFAULT_FEED_OPTIONS } from '../../domain/feed.ts';
import { formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { ownPath } from '../paths/own.ts';
import type { Who } from './owner.ts';

/** Who signs in has a page of all the own links; a private link leads to one calendar, with what Vietnam's phones need to take it in. */
export async function subscribe(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  if (!who.byLink && !visit.query.has('staff')) {
    return redirect(`${ownPath(unitId).slice(0, -'/me'.length)}/feeds/mine`);
  }
  const { token } = await issueFeedToken(app, {
    unitId,
    scope: { kind: 'personal', staffId },
    options: { ...DEFAULT_FEED_OPTIONS, language: visit.language },
    actor: who.actor,
    ...(who.linkId === undefined ? {} : { linkId: who.linkId }),
  });
  return redirect(`/subscribe/${token}`);
}

/** Those made from this private page; with another page, another list. */
export async function madeCalendars({ language, say }: Visit, { app }: WebDeps, { duty, linkId, path }: Who) {
  if (linkId === undefined) return [];
  const links = await listOwnCalendars(app, { unitId: duty.unitId, staffId: duty.staffId, linkId });
  return links.map(({ id, createdAt, lastUsedAt }) => ({
    id,
    action: path('endCalendar'),
    made: say('own.links.made', { stamp: formatStamp(language, createdAt, duty.zone) }),
    used:
      lastUsedAt === undefined
        ? say('own.links.unused')
        : say('own.links.used', { stamp: formatStamp(language, lastUsedAt, duty.zone) }),
  }));
}

/** Only one that was made from this page. */
export async function endCalendar(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const id = visit.form.get('calendar') ?? '';
  const own = await listOwnCalendars(app, { unitId, staffId, linkId: who.linkId ?? '' });
  if (!own.some((each) => each.id === id))
    throw new AppError('not-found', 'error.feed.missing', { feed: id });
  await revokeFeedToken(app, { unitId, linkId: id, actor: who.actor });
  return redirect(who.path('duty'));
}
