/** The roster page, read only: days × posts, what the referee found, how the burden lies, phones. */

import { check } from '../../constraints/check.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import { fairnessBars } from './fairness-bars.ts';
import { findingsOf } from './findings.ts';
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
      ...pictureOf(visit.language, open.version),
      gridLabel: visit.say('web.grid.label', { period: plan.period.name }),
    },
  };
}

/** Everything of the page that the version alone decides. */
const pictureOf = remembered((language, version) => {
  const { plan, roster } = version;
  const findings = findingsOf(language, plan, check(plan, roster).violations);
  const standing = new Set(roster.assignments.map(({ staffId }) => staffId));
  return {
    grid: rosterGrid(language, version, findings),
    findings,
    fairness: fairnessBars(language, version),
    phones: plan.staff
      .filter(({ id }) => standing.has(id))
      .map(({ id, phone }) => ({ name: staffName(plan.staff, id), phone, href: telephonePath(phone) })),
  };
});
