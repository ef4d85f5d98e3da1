/**
 * How to subscribe: with a link, buttons and a QR code for one feed; without, the same guide in general. What holds a link is
 * a secret: shown to who has the link already, or once to who has just made it.
 */

import { findFeedLink, type OpenedFeedLink } from '../../app/feeds/find-feed-link.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from '../kit/deps.ts';
import { addressPicture } from '../kit/qr.ts';
import { missLimits } from '../kit/rate-limit.ts';
import type { PageReply, Reply, Visit } from '../kit/visit.ts';
import { isInnerAddress, subscribeAddresses } from '../paths/feeds.ts';
import { clientGuides } from './calendar-guides.ts';
import { FEED_MISSES } from './feed-endpoint.ts';
import { optionWords } from './feed-options.ts';

/** For everyone: it names no unit and nobody. */
export async function showGuide(visit: Visit, { publicUrl }: WebDeps): Promise<Reply> {
  const title = visit.say('feed-page.guide.title');
  return {
    kind: 'page',
    view: 'feeds/subscribe',
    title,
    model: {
      title,
      link: false,
      once: false,
      back: '',
      inner: isInnerAddress(publicUrl),
      guides: clientGuides(visit),
    },
  };
}

/** Where the QR code leads: whoever has the token has the feed, and is helped to subscribe to it. */
export async function showSubscribe(visit: Visit, deps: WebDeps): Promise<Reply> {
  const token = visit.param('token');
  const opened = (await findFeedLink(deps.app, token)) ?? refuseLink(deps);
  return subscribePage(visit, deps, { token, opened });
}

const mayMiss = missLimits(FEED_MISSES);

function refuseLink({ app }: WebDeps): never {
  if (mayMiss(app)) throw new AppError('not-found', 'web.feed.missing');
  throw new AppError('too-many', 'feed-page.failure.too-many', { seconds: FEED_MISSES.windowMs / 1000 });
}

interface Subscribing {
  readonly token: string;
  readonly opened: OpenedFeedLink;
  /** For the one who made the link: where to go on. */
  readonly once?: { readonly back: string };
}

export function subscribePage(
  visit: Visit,
  { publicUrl }: WebDeps,
  { token, opened, once }: Subscribing,
): PageReply {
  const { say } = visit;
  const { link, unit, subject } = opened;
  const title = say(`feed.calendar.${link.scope.kind}`, { name: subject });
  const addresses = subscribeAddresses(publicUrl, token, title);
  return {
    kind: 'page',
    view: 'feeds/subscribe',
    title,
    unitName: unit.name,
    secret: true,
    script: 'copy.js',
    model: {
      title,
      link: { ...addresses, options: optionWords(visit, link.options) },
      qr: addressPicture(visit, addresses.page, say('feed-page.qr')),
      once: once !== undefined,
      back: once?.back ?? '',
      inner: isInnerAddress(publicUrl),
      guides: clientGuides(visit),
    },
  };
}
