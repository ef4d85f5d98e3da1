/** The roster page, read only: days × posts, what the referee found, how the burden lies, phones. */

import { check, type Violation } from '../../constraints/check.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Language } from '../../i18n/translate.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import { seesLeave, withoutReasons } from './discreet.ts';
import { fairnessBars } from './fairness-bars.ts';
import { findingsOf, withLeavers } from './findings.ts';
import { openVersion } from './open-version.ts';
import { periodBar } from './period-bar.ts';
import { remembered } from './remembered.ts';
import { rosterGrid } from './roster-grid.ts';

export async function showRoster(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const { plan } = open.version;
  return {
    kind: 'page',
    view: 'roster/roster',
    title: plan.period.name,
    unitName: plan.unit.name,
    model: {
      bar: periodBar(visit, open, 'days'),
      ...(seesLeave(visit, plan.unit.id) ? pictureOf : discreetPictureOf)(visit.language, open.version),
      gridLabel: visit.say('web.grid.label', { period: plan.period.name }),
    },
  };
}

/** Everything of the page that the version alone decides; the other for who may not know of colleagues' leave and wishes. */
const pictureOf = remembered((language, version) =>
  picture(language, version, check(version.plan, version.roster).violations),
);
const discreetPictureOf = remembered((language, version) =>
  picture(language, version, withoutReasons(check(version.plan, version.roster).violations)),
);

function picture(language: Language, version: RosterVersion, violations: readonly Violation[]) {
  const { plan, roster } = version;
  const findings = withLeavers(language, version, findingsOf(language, plan, violations));
  const standing = new Set(roster.assignments.map(({ staffId }) => staffId));
  return {
    grid: rosterGrid(language, version, findings),
    findings,
    fairness: fairnessBars(language, version),
    phones: plan.staff
      .filter(({ id }) => standing.has(id))
      .map(({ id, phone }) => ({ name: staffName(plan.staff, id), phone, href: telephonePath(phone) })),
  };
}
