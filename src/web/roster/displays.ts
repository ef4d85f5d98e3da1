/** “Màn hình treo tường”: the links by which a unit's screens show who is on duty; made, and ended. A link is told once. */

import { issueDisplayLink, readDisplayLinks, revokeDisplayLink } from '../../app/displays/display-links.ts';
import { formatStamp } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { addressPicture } from '../kit/qr.ts';
import type { PageReply, Reply, Visit } from '../kit/visit.ts';
import { belowDisplayPath, displayPath, displaysPath } from '../paths/displays.ts';

export async function showDisplays(visit: Visit, { app, zone }: WebDeps, address = ''): Promise<PageReply> {
  const unitId = visit.param('unit');
  const { say, language } = visit;
  const links = await readDisplayLinks(app, unitId);
  const title = say('display.title');
  return {
    kind: 'page',
    view: 'roster/displays',
    title,
    script: 'copy.js',
    ...(address === '' ? {} : { secret: true as const }),
    model: {
      title,
      made: address === '' ? false : { address, qr: addressPicture(visit, address, say('display.qr')) },
      makePath: displaysPath(unitId),
      leads: visit.unit?.leads === true,
      links: links.map(({ id, name, phones, dims, below, createdAt, lastUsedAt }) => ({
        name: name === '' ? say('display.unnamed') : name,
        shows: [
          below ? say('display.of-below') : '',
          say(phones ? 'display.with-phones' : 'display.without-phones'),
          dims ? say('display.dims') : '',
        ]
          .filter(Boolean)
          .join(' · '),
        made: say('own.links.made', { stamp: formatStamp(language, createdAt, zone) }),
        used:
          lastUsedAt === undefined
            ? say('own.links.unused')
            : say('own.links.used', { stamp: formatStamp(language, lastUsedAt, zone) }),
        endPath: displaysPath(unitId, id),
        endFor: say('display.end-for', { name }),
      })),
    },
  };
}

export async function makeDisplay(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const below = form.get('below') === 'yes';
  const token = await issueDisplayLink(deps.app, {
    unitId: visit.param('unit'),
    name: form.get('name') ?? '',
    phones: form.get('phones') === 'yes',
    dims: form.get('dims') === 'yes',
    below,
    actor: visit.actor,
  });
  const path = below ? belowDisplayPath(token) : displayPath(token);
  return showDisplays(visit, deps, `${deps.publicUrl}${path}`);
}

export async function endDisplay(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await revokeDisplayLink(app, { unitId, id: visit.param('link'), actor: visit.actor });
  return redirect(displaysPath(unitId));
}
