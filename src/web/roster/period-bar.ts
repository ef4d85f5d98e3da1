/** The bar over every page of a period: which version this is, how full it is, other views, downloads, print. */

import type { VersionSummary } from '../../app/versions/list-versions.ts';
import { mayDo, permits, roleIn } from '../../domain/permission.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatStamp } from '../../i18n/format.ts';
import { evennessLines } from '../../output/roster/evenness.ts';
import { coverOfVersion } from '../../output/roster/seats.ts';
import type { Visit } from '../kit/visit.ts';
import { feedsPath, ownFeedsPath, SUBSCRIBE_PATH } from '../paths/feeds.ts';
import {
  DOWNLOAD_FORMATS,
  documentsPath,
  downloadPath,
  makingPath,
  peoplePath,
  printPath,
  rosterPath,
  seenPath,
} from '../paths/periods.ts';
import { certificateWords } from './certificate.ts';
import { isMaker } from './making-list.ts';

export interface OpenVersion {
  readonly version: RosterVersion;
  readonly entries: readonly VersionSummary[];
  /** The version's number when it is not the newest: links must keep it. */
  readonly pinnedNumber: number | undefined;
}

export function periodBar(visit: Visit, open: OpenVersion, view: 'days' | 'people' | 'seen') {
  const { language, say } = visit;
  const { version, entries, pinnedNumber } = open;
  const { plan, periodId } = version;
  const { zone } = plan.unit;
  const { filled, needed } = coverOfVersion(version);
  const newest = entries.at(-1);
  return {
    periodName: plan.period.name,
    versionName: say('web.version.name', { number: version.number }),
    withdrawn: version.withdrawn === true,
    // A sentence when a newer version stands, else empty.
    superseded:
      newest && pinnedNumber !== undefined
        ? say('web.version.superseded', {
            number: newest.number,
            stamp: formatStamp(language, newest.publishedAt, zone),
          })
        : '',
    newestHref: rosterPath(periodId),
    // A sentence when it was printed with numbers that are others today, else empty.
    oldPhones: oldPhoneWords(visit, version, pinnedNumber === undefined),
    versions: entries.toReversed().map(({ number, publishedAt }) => ({
      href: rosterPath(periodId, number === newest?.number ? undefined : number),
      name: say('web.version.name', { number }),
      stamp: formatStamp(language, publishedAt, zone),
      current: number === version.number,
    })),
    seats: say('web.seats', { filled, needed }),
    short: filled < needed,
    certificate: certificateWords(language, version.certificate, version.plan),
    // How evenly it shares, a line a group.
    even: version.certificate ? evennessLines(language, version.plan, version.roster).join('\n') : '',
    views: [
      { href: rosterPath(periodId, pinnedNumber), label: say('web.views.days'), current: view === 'days' },
      {
        href: peoplePath(periodId, pinnedNumber),
        label: say('web.views.people'),
        current: view === 'people',
      },
      ...(maySee(visit, plan.unit.id)
        ? [{ href: seenPath(periodId), label: say('receipt.say'), current: view === 'seen' }]
        : []),
    ],
    downloads: DOWNLOAD_FORMATS.map((format) => ({
      href: downloadPath(periodId, format, pinnedNumber),
      label: format.toUpperCase(),
      note: say(`web.download.${format}`),
    })),
    // The editor; empty for those who may not edit.
    editHref: isMaker(visit, { unitId: plan.unit.id }) ? makingPath(periodId, 'draft') : '',
    printHref: printPath(periodId, pinnedNumber),
    documentsHref: documentsPath(periodId, pinnedNumber),
    feedsHref: feedsHref(visit, plan.unit.id),
  };
}

function maySee({ visitor }: Visit, unitId: string): boolean {
  return !visitor || mayDo(visitor, 'draft.view', { unitId });
}

const MOST_NAMES = 4;

function oldPhoneWords(
  { say }: Visit,
  { number, plan, oldPhones = [] }: RosterVersion,
  isNewest: boolean,
): string {
  if (oldPhones.length === 0) return '';
  const names = oldPhones.slice(0, MOST_NAMES).map((id) => staffName(plan.staff, id));
  const more = oldPhones.length > MOST_NAMES ? ', …' : '';
  return say(isNewest ? 'web.version.old-phones' : 'web.version.old-phones-shown', {
    number,
    names: `${names.join(', ')}${more}`,
  });
}

/** Where this reader makes links: for everyone, for oneself, or not at all. */
function feedsHref({ visitor }: Visit, unitId: string): string {
  if (!visitor) return feedsPath(unitId);
  const role = roleIn(visitor, unitId);
  const extent = role && permits(role, 'feed.edit');
  if (extent === undefined) return SUBSCRIBE_PATH;
  return extent === 'all' ? feedsPath(unitId) : ownFeedsPath(unitId);
}
