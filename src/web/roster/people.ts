/** The roster by person: who stands when, how many hours, and how the burden adds up over the years. */

import { check } from '../../constraints/check.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Language } from '../../i18n/translate.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { seesLeave } from './discreet.ts';
import { openVersion } from './open-version.ts';
import { peopleGrid, TOTAL_HEADS } from './people-grid.ts';
import { periodBar } from './period-bar.ts';
import { remembered } from './remembered.ts';

export async function showPeople(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const { plan } = open.version;
  return {
    kind: 'page',
    view: 'roster/people',
    title: plan.period.name,
    unitName: plan.unit.name,
    model: {
      bar: periodBar(visit, open, 'people'),
      grid: (seesLeave(visit, plan.unit.id) ? gridOf : discreetGridOf)(visit.language, open.version),
      gridLabel: visit.say('web.people.label', { period: plan.period.name }),
      totals: TOTAL_HEADS.map((key) => visit.say(key)),
    },
  };
}

/** The other for who may not know of colleagues' leave. */
const gridOf = remembered((language, version) => grid(language, version, true));
const discreetGridOf = remembered((language, version) => grid(language, version, false));

function grid(language: Language, version: RosterVersion, leave: boolean) {
  const { plan, roster } = version;
  const broken = check(plan, roster).violations.filter(({ level }) => level === 'hard');
  const faulty = new Set(broken.flatMap((each) => each.staffIds));
  return peopleGrid(language, version, { faulty, leave });
}
