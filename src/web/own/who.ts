/** Whose own page it is: of who signs in, of someone a maker of the rota looks after, or of who has the private link. */

import { usesWatch } from '../../app/log/watch-setting.ts';
import { countNew } from '../../app/notices/own-notices.ts';
import type { PersonalLink } from '../../app/own/issue-personal-link.ts';
import { openPersonalLink } from '../../app/own/open-personal-link.ts';
import { readOwnDuty } from '../../app/own/read-own-duty.ts';
import { listSwaps } from '../../app/swaps/list-swaps.ts';
import type { Asker } from '../../domain/permission.ts';
import { formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { ownStaffId, requirePerson } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { missLimits } from '../kit/rate-limit.ts';
import type { Show } from '../kit/route.ts';
import type { OwnBar, PageReply, Reply, Visit } from '../kit/visit.ts';
import { type OwnPage, ownPath, ownPaths, personalPath } from '../paths/own.ts';
import { choosePerson } from './choose-person.ts';
import type { Who } from './owner.ts';
import { waitsFor } from './swap-sides.ts';

export type OwnShow = (visit: Visit, deps: WebDeps, who: Who) => Promise<Reply>;

/** For a route under `/units/:unit/me`. Throws `forbidden` for the page of another, unless one makes the rota. */
export function signedIn(show: OwnShow): Show {
  return async (visit, deps) => {
    const unitId = visit.param('unit');
    const asked = visit.query.get('staff');
    const staffId = asked ?? ownStaffId(visit, unitId);
    if (staffId === undefined) return choosePerson(visit, deps, unitId);
    requirePerson(visit, 'swap.ask', { unitId, staffId });
    const path = ownPaths(ownPath(unitId), asked === null ? {} : { staff: asked });
    const duty = await readOwnDuty(deps.app, { unitId, staffId });
    const swaps = await listSwaps(deps.app, unitId);
    const news = await countNew(deps.app, duty);
    const watches = await usesWatch(deps.app, unitId, 'log');
    return show(visit, deps, { duty, swaps, news, watches, actor: visit.actor, path, byLink: false });
  };
}

/** For a route under `/me/:token`. Unknown and revoked links look the same, and whoever guesses is told to wait. */
export function byLink(show: OwnShow): Show {
  return async (visit, deps) => {
    const token = visit.param('token');
    const link = await openPersonalLink(deps.app, token);
    if (!link) refuseLink(deps);
    const app = { ...deps.app, caller: personOf(link) };
    const duty = await readOwnDuty(app, link);
    const swaps = await listSwaps(app, link.unitId);
    const news = await countNew(app, duty);
    const path = ownPaths(personalPath(token));
    const watches = await usesWatch(app, link.unitId, 'log');
    return show(
      visit,
      { ...deps, app },
      { duty, swaps, news, watches, actor: actorOf(link), path, byLink: true, linkId: link.id },
    );
  };
}

/** Behind a private link stands nobody but the person: what the person's own account might do, and no more. */
function personOf(link: PersonalLink): Asker {
  const { unitId, staffId } = link;
  const membership = { accountId: actorOf(link), unitId, role: 'technician', staffId } as const;
  return { account: { operator: false }, memberships: [membership] };
}

/** No account stands behind a link: the trail names the link itself. */
function actorOf({ id }: PersonalLink): string {
  return `link:${id}`;
}

const MISSES = { most: 20, windowMs: 60_000 };
const mayMiss = missLimits(MISSES);

function refuseLink({ app }: WebDeps): never {
  if (mayMiss(app)) throw new AppError('not-found', 'own.failure.link');
  throw new AppError('too-many', 'own.failure.wait', { seconds: MISSES.windowMs / 1000 });
}

/** What every own page says of itself. A private link is a secret: what it opens is kept nowhere. */
export function ownFrame(
  visit: Visit,
  who: Who,
  current: OwnPage,
): Pick<PageReply, 'unitName' | 'own' | 'secret'> {
  const secret = who.byLink ? ({ secret: 'with-forms' } as const) : {};
  return { unitName: who.duty.unitName, own: ownBar(visit, who, current), ...secret };
}

type OwnTab = Extract<OwnPage, 'shift' | 'duty' | 'notices' | 'swaps' | 'team'>;

/** The four ways on, with what waits at each. */
function ownBar(visit: Visit, who: Who, current: OwnPage): OwnBar {
  const { say } = visit;
  const { path, duty, swaps, watches } = who;
  const figure = (count: number): string => (count === 0 ? '' : String(count));
  const tab = (page: OwnTab, icon: string, count = 0) => ({
    href: path(page),
    label: say(`own.tab.${page}`),
    icon,
    current: page === current,
    count: figure(count),
  });
  return {
    kept: say('own.device.kept-at', { stamp: formatStamp(visit.language, visit.now, duty.zone) }),
    manifest: path('manifest'),
    home: who.byLink ? path('duty') : '/',
    tabs: [
      ...(watches ? [tab('shift', 'pulse')] : []),
      tab('duty', 'calendar'),
      tab('swaps', 'swap', swaps.filter((listed) => waitsFor(listed, duty.staffId)).length),
      tab('team', 'people'),
      tab('notices', 'bell', who.news),
    ],
  };
}
