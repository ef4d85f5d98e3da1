/** Personal links for many people at once, and the sheet of QR codes to cut out and hand to them. */

import { issuePersonalFeeds } from '../../app/feeds/issue-personal-feeds.ts';
import { type FeedLink, listFeedLinks } from '../../app/feeds/list-feed-links.ts';
import { type FeedSubjects, listFeedSubjects } from '../../app/feeds/list-feed-subjects.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatStamp } from '../../i18n/format.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formOf } from '../kit/fields.ts';
import { addressPicture } from '../kit/qr.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { feedSheetPath, feedsPath, isInnerAddress, subscribeAddresses } from '../paths/feeds.ts';
import { feedFields, optionsOf, optionWords } from './feed-options.ts';

export async function showFeedSheet(
  visit: Visit,
  { app, publicUrl }: WebDeps,
  fault?: string,
): Promise<Reply> {
  const { say } = visit;
  const unitId = visit.param('unit');
  const [{ unit, staff }, links] = await Promise.all([
    listFeedSubjects(app, unitId),
    listFeedLinks(app, unitId),
  ]);
  const title = say('feed-page.sheet.title');
  return {
    kind: 'page',
    view: 'feeds/sheet-choice',
    title,
    unitName: unit.name,
    ...refusedIf(fault !== undefined),
    model: {
      title,
      fault: fault ?? '',
      path: feedSheetPath(unitId),
      back: feedsPath(unitId),
      inner: isInnerAddress(publicUrl),
      people: peopleChoices(staff, links, fault === undefined),
      fields: fault === undefined ? feedFields(visit) : feedFields(visit, visit.form),
      old: formOf(visit, new URLSearchParams({ old: visit.form.get('old') ?? 'keep' })).radios(
        'old',
        'feed-page.sheet.old',
        ['keep', 'replace'].map((value) => ({
          value,
          label: say(`feed-page.sheet.${value}`),
          note: say(`feed-page.sheet.${value}.text`),
        })),
      ),
    },
  };
}

/** Who has no link yet is proposed; where all have one, all are. After a fault nobody is: nobody had been chosen. */
function peopleChoices(staff: FeedSubjects['staff'], links: readonly FeedLink[], proposing: boolean) {
  const live = links.filter(({ revokedAt }) => revokedAt === undefined);
  const served = new Set(live.flatMap(({ scope }) => (scope.kind === 'personal' ? [scope.staffId] : [])));
  const everybody = staff.every(({ id }) => served.has(id));
  return staff.map(({ id }) => {
    const has = served.has(id);
    return { id, name: staffName(staff, id), served: has, checked: proposing && (everybody || !has) };
  });
}

/** The sheet is the answer itself: nowhere are its links kept. */
export async function makeFeedSheet(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { say, form } = visit;
  const unitId = visit.param('unit');
  const subjects = await listFeedSubjects(deps.app, unitId);
  const people = chosenPeople(subjects, new Set(form.getAll('person')));
  if (people.length === 0) return showFeedSheet(visit, deps, say('feed-page.fault.people'));
  const options = optionsOf(visit);
  const issued = await issuePersonalFeeds(deps.app, {
    unitId,
    staffIds: people.map(({ id }) => id),
    options,
    replace: form.get('old') === 'replace',
    actor: visit.actor,
  });
  const { unit } = subjects;
  const title = say('feed-page.sheet.title');
  return {
    kind: 'page',
    view: 'feeds/sheet',
    title: `${title} · ${unit.name}`,
    secret: true,
    model: {
      unit: unit.name,
      back: feedsPath(unitId),
      made: say('feed-page.sheet.made', {
        count: issued.length,
        stamp: formatStamp(visit.language, visit.now, unit.zone),
      }),
      options: optionWords(visit, options),
      cards: people.map(({ name }, i) => ({
        name,
        qr: addressPicture(
          visit,
          subscribeAddresses(deps.publicUrl, issued[i]?.token ?? '', name).page,
          say('feed-page.sheet.qr-of', { name }),
        ),
      })),
    },
  };
}

/** In the order of the unit's lists, as the cards are handed out. */
function chosenPeople({ staff }: FeedSubjects, chosen: ReadonlySet<string>) {
  return staff.filter(({ id }) => chosen.has(id)).map(({ id }) => ({ id, name: staffName(staff, id) }));
}
