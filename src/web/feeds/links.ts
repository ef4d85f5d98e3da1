/** The feed links of a unit, and one's own: who has which, made, changed for another, ended. */

import { findFeedLink } from '../../app/feeds/find-feed-link.ts';
import { issueFeedToken } from '../../app/feeds/issue-feed-token.ts';
import { type FeedLink, isPast, listFeedLinks } from '../../app/feeds/list-feed-links.ts';
import { type FeedSubjects, listFeedSubjects } from '../../app/feeds/list-feed-subjects.ts';
import { revokeFeedToken } from '../../app/feeds/revoke-feed-token.ts';
import { rotateFeedToken } from '../../app/feeds/rotate-feed-token.ts';
import type { Instant } from '../../calendar/interval.ts';
import { AppError } from '../../kernel/app-error.ts';
import { foldForSearch } from '../../kernel/names.ts';
import type { WebDeps } from '../kit/deps.ts';
import { typedEnd } from '../kit/end-day.ts';
import type { FormFault } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { busyCalendarPath } from '../paths/calendars.ts';
import { feedSheetPath, feedsPath, ownFeedsPath, SUBSCRIBE_PATH } from '../paths/feeds.ts';
import { machinesPath } from '../paths/machines.ts';
import { type FeedLinkRow, feedLinkRows, parseScope, subjectName } from './feed-links.ts';
import { feedFields, optionsOf } from './feed-options.ts';
import { subscribePage } from './subscribe.ts';

/** Revoked ones are told for as long as someone may wonder why a calendar stands still. */
const MOST_REVOKED = 50;
/** All in sight at once: nothing to search for. */
const FEW_LINKS = 8;

interface Faults {
  readonly scope?: string;
  readonly end?: FormFault;
}

export async function showFeeds(
  visit: Visit,
  { app }: WebDeps,
  { scope = '', end }: Faults = {},
): Promise<Reply> {
  const unitId = visit.param('unit');
  const [subjects, links] = await Promise.all([listFeedSubjects(app, unitId), listFeedLinks(app, unitId)]);
  const { live, ended } = parted(links, visit.now);
  const served = new Set(live.flatMap(({ scope }) => (scope.kind === 'personal' ? [scope.staffId] : [])));
  const wanted = foldForSearch(visit.query.get('q') ?? '');
  const asked = (rows: FeedLinkRow[]) =>
    rows.filter(({ subject }) => foldForSearch(subject).includes(wanted));
  const without = subjects.staff.filter(({ id }) => !served.has(id)).length;
  const title = visit.say('feed-page.title', { unit: subjects.unit.name });
  const refused = scope !== '' || end !== undefined;
  return {
    kind: 'page',
    view: 'feeds/links',
    title,
    unitName: subjects.unit.name,
    ...refusedIf(refused),
    model: {
      title,
      fault: scope,
      path: feedsPath(unitId),
      sheetPath: feedSheetPath(unitId),
      guidePath: SUBSCRIBE_PATH,
      machinesPath: machinesPath(unitId),
      count: visit.say('feed-page.count', { links: live.length, without }),
      asked: visit.query.get('q') ?? '',
      searched: live.length > FEW_LINKS,
      rows: asked(feedLinkRows(visit, subjects, live)),
      ended: asked(feedLinkRows(visit, subjects, ended)),
      groups: scopeGroups(visit, subjects),
      fields: refused ? feedFields(visit, visit.form, end) : feedFields(visit),
    },
  };
}

function parted(links: readonly FeedLink[], now: Instant) {
  const lives = (link: FeedLink): boolean => link.revokedAt === undefined && !isPast(link, now);
  const live = links.filter(lives);
  const ended = links.filter((link) => !lives(link));
  return { live, ended: ended.slice(-MOST_REVOKED) };
}

function scopeGroups({ say, form, query, unit }: Visit, { staff, posts }: FeedSubjects) {
  const chosen = form.get('scope') ?? query.get('scope');
  const option = (value: string, label: string) => ({ value, label, current: value === chosen });
  return [
    {
      label: say('feed-page.scope.everyone'),
      options: [
        option('unit', say('feed-page.kind.unit')),
        option('leaders', say('feed-page.kind.leaders')),
        ...(unit?.leads ? [option('leaders-below', say('feed-page.kind.leaders-below'))] : []),
      ],
    },
    {
      label: say('feed-page.kind.post'),
      options: posts.map(({ id, name }) => option(`post:${id}`, name)),
    },
    {
      label: say('feed-page.kind.personal'),
      options: staff.map(({ id, name }) => option(`personal:${id}`, name)),
    },
  ].filter(({ options }) => options.length > 0);
}

/** One's own feed, for whoever is on the staff list; where nobody signs in, everybody's. */
export async function showOwnFeeds(visit: Visit, { app }: WebDeps, end?: FormFault): Promise<Reply> {
  const unitId = visit.param('unit');
  if (!visit.visitor) return { kind: 'redirect', to: feedsPath(unitId) };
  const staffId = ownStaffId(visit);
  const [subjects, links] = await Promise.all([listFeedSubjects(app, unitId), listFeedLinks(app, unitId)]);
  const own = links.filter(({ scope }) => scope.kind === 'personal' && scope.staffId === staffId);
  const title = visit.say('feed-page.mine.title');
  return {
    kind: 'page',
    view: 'feeds/own',
    title,
    unitName: subjects.unit.name,
    ...refusedIf(end !== undefined),
    model: {
      title,
      path: feedsPath(unitId),
      guidePath: SUBSCRIBE_PATH,
      busyPath: busyCalendarPath(unitId),
      name: staffId === undefined ? '' : subjectName(subjects, { kind: 'personal', staffId }),
      scope: `personal:${staffId}`,
      rows: feedLinkRows(visit, subjects, parted(own, visit.now).live),
      fields: end ? feedFields(visit, visit.form, end) : feedFields(visit),
    },
  };
}

function ownStaffId({ visitor, param }: Visit): string | undefined {
  return visitor?.memberships.find(({ unitId }) => unitId === param('unit'))?.staffId;
}

/** The answer itself tells the link, this once. */
export async function makeFeed(visit: Visit, deps: WebDeps): Promise<Reply> {
  const scope = parseScope(visit.form.get('scope') ?? '');
  if (!scope) return showFeeds(visit, deps, { scope: visit.say('feed-page.fault.scope') });
  const unitId = visit.param('unit');
  const options = optionsOf(visit);
  const typed = await typedEnd(visit, deps);
  if ('fault' in typed) {
    const own = visit.form.get('back') === 'mine' && visit.visitor !== undefined;
    return own ? showOwnFeeds(visit, deps, typed.fault) : showFeeds(visit, deps, { end: typed.fault });
  }
  const issuing = { unitId, scope, options, actor: visit.actor, ...typed.end };
  const { token } = await issueFeedToken(deps.app, issuing);
  return toldOnce(visit, deps, token);
}

export async function rotateFeed(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { token } = await rotateFeedToken(deps.app, keyOf(visit));
  return toldOnce(visit, deps, token);
}

export async function revokeFeed(visit: Visit, { app }: WebDeps): Promise<Reply> {
  await revokeFeedToken(app, keyOf(visit));
  return { kind: 'redirect', to: backPath(visit) };
}

function keyOf({ param, actor }: Visit) {
  return { unitId: param('unit'), linkId: param('link'), actor };
}

function backPath({ param, form }: Visit): string {
  return form.get('back') === 'mine' ? ownFeedsPath(param('unit')) : feedsPath(param('unit'));
}

async function toldOnce(visit: Visit, deps: WebDeps, token: string): Promise<Reply> {
  const opened = await findFeedLink(deps.app, token);
  if (!opened) throw new AppError('not-found', 'web.feed.missing');
  return subscribePage(visit, deps, { token, opened, once: { back: backPath(visit) } });
}
