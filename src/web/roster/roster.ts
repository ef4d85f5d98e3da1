/** The roster page, read only: days × posts, what the referee found, how the burden lies, phones. */

import { check, type Violation } from '../../constraints/check.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Language } from '../../i18n/translate.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { rosterPath, seatWhyPath, telephonePath } from '../paths/periods.ts';
import { seesLeave, withoutReasons } from './discreet.ts';
import { fairnessBars } from './fairness-bars.ts';
import { findingsOf, withAbsences } from './findings.ts';
import { isIn, monthNav, perMonth, placeOf, shownMonth } from './month-window.ts';
import { openVersion } from './open-version.ts';
import { periodBar } from './period-bar.ts';
import { remembered } from './remembered.ts';
import { anchorOf, rosterGrid } from './roster-grid.ts';

export async function showRoster(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const { plan } = open.version;
  const month = shownMonth(visit, plan);
  return {
    kind: 'page',
    view: 'roster/roster',
    title: plan.period.name,
    unitName: plan.unit.name,
    model: {
      bar: periodBar(visit, open, 'days'),
      months: monthNav(visit, plan, month, rosterPath(open.version.periodId, open.pinnedNumber)),
      ...(seesLeave(visit, plan.unit.id) ? picturesOf : discreetPicturesOf)(
        visit.language,
        open.version,
      )(month),
      gridLabel: visit.say('web.grid.label', { period: plan.period.name }),
    },
  };
}

/** Everything of the page that the version alone decides; the other for who may not know of colleagues' leave and wishes,
 * and replaces nobody. */
const picturesOf = remembered((language, version) =>
  pictures(language, version, { violations: check(version.plan, version.roster).violations, replaces: true }),
);
const discreetPicturesOf = remembered((language, version) =>
  pictures(language, version, {
    violations: withoutReasons(check(version.plan, version.roster).violations),
    replaces: false,
  }),
);

/** By the month that is shown. */
function pictures(
  language: Language,
  version: RosterVersion,
  { violations, replaces }: { readonly violations: readonly Violation[]; readonly replaces: boolean },
) {
  const { plan, roster } = version;
  // Who replaces nobody may not know either that a colleague is away.
  const { away: _unseen, ...public_ } = version;
  const told = replaces ? version : public_;
  const fairness = fairnessBars(language, version);
  const standing = new Set(roster.assignments.map(({ staffId }) => staffId));
  const phones = plan.staff
    .filter(({ id }) => standing.has(id))
    .map(({ id, phone }) => ({ name: staffName(plan.staff, id), phone, href: telephonePath(phone) }));
  return perMonth((month) => {
    const place = placeOf(plan, month, anchorOf(plan));
    const found = findingsOf(language, plan, violations, place);
    const findings = withAbsences(language, told, found, { place, replaces });
    const { markOf } = findings;
    return {
      grid: rosterGrid(language, version, {
        markOf,
        isShown: isIn(month),
        whyHref: (seat) => seatWhyPath(version.periodId, seat, version.number),
      }),
      findings,
      fairness,
      phones,
    };
  });
}
