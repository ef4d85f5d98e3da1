/** Private links to people's own pages: who has one, made anew, ended. A link is told once, on the answer to the form. */

import {
  type IssuedPersonalLink,
  issuePersonalLink,
  revokePersonalLink,
} from '../../app/own/issue-personal-link.ts';
import { isPast, listPersonalPeople } from '../../app/own/list-personal-people.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatStamp } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { endField, endWords, typedEnd } from '../kit/end-day.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { paged } from '../kit/pages.ts';
import { addressPicture } from '../kit/qr.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import {
  allLinksPath,
  ownPath,
  ownPaths,
  personalLinkPath,
  personalLinksPath,
  personalPath,
} from '../paths/own.ts';

export async function showPersonalLinks(
  visit: Visit,
  { app, clock, mail }: WebDeps,
  fault?: FormFault,
): Promise<Reply> {
  const unitId = visit.param('unit');
  const { zone, people } = await listPersonalPeople(app, unitId);
  const form = formOf(visit, visit.form, fault ? [fault] : []);
  const staff = people.map(({ member }) => member);
  const { shown, pages } = paged({ path: personalLinksPath(unitId), query: visit.query }, people);
  const title = visit.say('own.links.title');
  const stamp = (at: Parameters<typeof formatStamp>[1]): string => formatStamp(visit.language, at, zone);
  return {
    kind: 'page',
    view: 'own/links',
    title,
    ...refusedIf(fault !== undefined),
    model: {
      title,
      until: endField(form),
      count: visit.say('own.links.count', {
        links: people.filter(({ link }) => link && !isPast(link, clock())).length,
        people: people.length,
      }),
      allPath: allLinksPath(unitId),
      hasMail: mail !== undefined,
      pages,
      people: shown.map(({ member, link }) => ({
        name: staffName(staff, member.id),
        title: member.title,
        pageHref: ownPaths(ownPath(unitId), { staff: member.id })('duty'),
        made: link ? visit.say('own.links.made', { stamp: stamp(link.createdAt) }) : '',
        used: link
          ? link.lastUsedAt === undefined
            ? visit.say('own.links.unused')
            : visit.say('own.links.used', { stamp: stamp(link.lastUsedAt) })
          : visit.say('own.links.none'),
        ends: link ? endWords(visit, link, zone) : '',
        over: link !== undefined && isPast(link, clock()),
        hasLink: link !== undefined,
        makePath: personalLinkPath(unitId, member.id, 'make'),
        revokePath: personalLinkPath(unitId, member.id, 'revoke'),
        makeFor: visit.say('own.links.make-for', {
          name: staffName(staff, member.id),
          action: visit.say(link ? 'own.links.remake' : 'own.links.make'),
        }),
        revokeFor: visit.say('own.links.revoke-for', {
          name: staffName(staff, member.id),
          action: visit.say('word.revoke'),
        }),
      })),
    },
  };
}

export async function makePersonalLink(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, publicUrl } = deps;
  const unitId = visit.param('unit');
  const typed = await typedEnd(visit, deps);
  if ('fault' in typed) return showPersonalLinks(visit, deps, typed.fault);
  const staffId = visit.param('staff');
  const issuing = { unitId, staffId, actor: visit.actor, ...typed.end };
  const issued: IssuedPersonalLink = await issuePersonalLink(app, issuing);
  const { people } = await listPersonalPeople(app, unitId);
  const name = staffName(
    people.map(({ member }) => member),
    staffId,
  );
  const address = `${publicUrl}${personalPath(issued.token)}`;
  const title = visit.say('own.links.new', { name });
  return {
    kind: 'page',
    view: 'own/link',
    title,
    script: 'copy.js',
    secret: true,
    model: {
      title,
      qr: addressPicture(visit, address, visit.say('own.links.qr', { name })),
      message: visit.say('own.links.message', { name, address }),
      back: personalLinksPath(unitId),
    },
  };
}

export async function endPersonalLink(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await revokePersonalLink(app, { unitId, staffId: visit.param('staff'), actor: visit.actor });
  return redirect(personalLinksPath(unitId));
}
