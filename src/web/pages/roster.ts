/** The roster page, read only: days × posts, what the referee found, how the burden lies, phones. */

import { check } from '../../constraints/check.ts';
import { telephonePath } from '../addresses.ts';
import type { WebDeps } from '../deps.ts';
import { fairnessBars } from '../models/fairness-bars.ts';
import { findingsOf } from '../models/findings.ts';
import { periodBar } from '../models/period-bar.ts';
import { rosterGrid } from '../models/roster-grid.ts';
import type { Reply, Visit } from '../visit.ts';
import { openVersion } from './open-version.ts';

export async function showRoster(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const { version } = open;
  const { plan, roster } = version;
  const findings = findingsOf(visit.language, plan, check(plan, roster).violations);
  const standing = new Set(roster.assignments.map(({ staffId }) => staffId));
  return {
    kind: 'page',
    view: 'roster',
    title: plan.period.name,
    unitName: plan.unit.name,
    model: {
      bar: periodBar(visit, open, 'days'),
      grid: rosterGrid(visit.language, version, findings),
      gridLabel: visit.say('web.grid.label', { period: plan.period.name }),
      findings,
      fairness: fairnessBars(visit.language, version),
      phones: plan.staff
        .filter(({ id }) => standing.has(id))
        .map(({ name, phone }) => ({ name, phone, href: telephonePath(phone) })),
    },
  };
}
