/** From someone's own page into the own calendar: a feed link of the person's own, made when asked for. */

import { issueFeedToken } from '../../app/feeds/issue-feed-token.ts';
import { DEFAULT_FEED_OPTIONS } from '../../domain/feed.ts';
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
