/** The last look before a search: can the period be covered at all, and how long may the search take. */

import type { App } from '../../app/app.ts';
import { listAvailability } from '../../app/availability/list-availability.ts';
import { openDraft } from '../../app/drafts/open-draft.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { breaksServed } from '../../domain/plan.ts';
import { clashLines } from '../../output/roster/clash-lines.ts';
import { seatsNeeded } from '../../output/roster/seats.ts';
import { teamAwayLines } from '../../output/roster/team-away-lines.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { leaveRequestsPath } from '../paths/calendars.ts';
import { makingPath } from '../paths/periods.ts';
import { rulesPath } from '../paths/setup.ts';
import { isMaker } from '../roster/making-list.ts';
import { openPosts } from '../setup/open-posts.ts';
import { setupBar } from '../setup/setup-bar.ts';
import { interruptedRun } from './interrupted-run.ts';
import { needOf } from './need.ts';
import { RUN_SECONDS } from './run.ts';
import { formatSeconds } from './seconds.ts';

export async function showPrepare(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openDraft(deps.app, await resolvePeriod(deps.app, visit.param('period')));
  const { key, plan, revision } = open;
  const seats = seatsNeeded(plan);
  return {
    kind: 'page',
    view: 'draft/prepare',
    title: visit.say('editor.prepare.title', { period: plan.period.name }),
    unitName: plan.unit.name,
    model: {
      bar: setupBar(
        visit,
        { unitId: plan.unit.id, id: plan.period.id, name: plan.period.name },
        { page: 'prepare', hasDraft: revision > 0 },
      ),
      facts: visit.say('editor.run.facts', {
        people: plan.staff.length,
        days: plan.days.length,
        seats,
        pins: plan.pins.length,
      }),
      notices: breaksServed(plan).flatMap(({ status, title }) =>
        status === 'official' ? [] : [`${title}: ${visit.say(`web.holiday.${status}`)}`],
      ),
      clashes: isMaker(visit, key) ? clashLines(visit.language, plan) : [],
      teams: teamAwayLines(visit.language, plan),
      rulesPath: rulesPath(key.periodId),
      interrupted: await interruptedRun(visit, deps, open),
      waiting: await waitingLeave(visit, deps.app, key),
      open: isMaker(visit, key) ? openPosts(visit, plan) : [],
      need: needOf(visit, plan),
      runPath: makingPath(key.periodId, 'run'),
      importPath: makingPath(key.periodId, 'importRoster'),
      start:
        revision > 0
          ? visit.say('editor.run.from-draft', { revision })
          : visit.say('editor.run.from-nothing'),
      seconds: RUN_SECONDS.map((value, i) => ({
        value,
        label: formatSeconds(visit.language, value * 1000),
        note: visit.say(`editor.prepare.seconds-${value}`),
        checked: i === 1,
      })),
    },
  };
}

/** Leave in these days that waits for consent, for who may give it; nothing when there is none. */
async function waitingLeave(visit: Visit, app: App, key: PeriodKey) {
  if (!isMaker(visit, key)) return false;
  const { lines } = await listAvailability(app, { key });
  const count = lines.filter(({ state }) => state === 'waiting').length;
  if (count === 0) return false;
  return {
    text: visit.say('leave.waiting.in-period', { count }),
    href: leaveRequestsPath(key.unitId),
  };
}
