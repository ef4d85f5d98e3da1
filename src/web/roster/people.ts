/** The roster by person: who stands when, how many hours, and how the burden adds up over the years. */

import { check } from '../../constraints/check.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Language } from '../../i18n/translate.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { peoplePath } from '../paths/periods.ts';
import { seesLeave } from './discreet.ts';
import { isIn, monthNav, perMonth, shownMonth } from './month-window.ts';
import { openVersion } from './open-version.ts';
import { peopleGrid, TOTAL_HEADS } from './people-grid.ts';
import { periodBar } from './period-bar.ts';
import { remembered } from './remembered.ts';

export async function showPeople(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const { plan } = open.version;
  const month = shownMonth(visit, plan);
  return {
    kind: 'page',
    view: 'roster/people',
    title: plan.period.name,
    unitName: plan.unit.name,
    model: {
      bar: periodBar(visit, open, 'people'),
      months: monthNav(visit, plan, month, peoplePath(open.version.periodId, open.pinnedNumber)),
      grid: (seesLeave(visit, plan.unit.id) ? gridsOf : discreetGridsOf)(visit.language, open.version)(month),
      gridLabel: visit.say('web.people.label', { period: plan.period.name }),
      totals: TOTAL_HEADS.map((key) => visit.say(key)),
    },
  };
}

/** The other for who may not know of colleagues' leave. */
const gridsOf = remembered((language, version) => grids(language, version, true));
const discreetGridsOf = remembered((language, version) => grids(language, version, false));

/** By the month that is shown. */
function grids(language: Language, version: RosterVersion, leave: boolean) {
  const { plan, roster } = version;
  const broken = check(plan, roster).violations.filter(({ level }) => level === 'hard');
  const faulty = new Set(broken.flatMap((each) => each.staffIds));
  return perMonth((month) => peopleGrid(language, version, { faulty, leave, isShown: isIn(month) }));
}
