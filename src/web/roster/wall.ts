/** The page for a screen on the wall: who is on duty, who comes next, the days of the period. It refreshes itself. */

import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import { moonOf } from '../../calendar/moon.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { formatDate, formatDayName, formatLunarLong, formatWeekday } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { dayHead, rosterDays } from '../../output/roster/day-head.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { dutyAt } from './duty.ts';

const REFRESH_SECONDS = 60;
const MOST_DAYS = 14;
/** So many names fit in large letters. */
const MOST_LARGE = 7;

export async function showWall(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const periodId = visit.param('period');
  const version = await readVersion(app, await resolvePeriod(app, periodId));
  if (!version) throw new AppError('not-found', 'web.failure.no-period', { period: periodId.slice(0, 80) });
  const { plan, number } = version;
  const { zone, name, callNote } = plan.unit;
  const { language, now, say } = visit;
  const today = dayOf(now, zone);
  const duty = dutyAt(visit, version.withdrawn ? [] : [version]);
  const people = duty.posts.reduce((sum, post) => sum + post.people.length, 0);
  return {
    kind: 'page',
    view: 'roster/wall',
    title: say('editor.wall.title', { period: plan.period.name }),
    script: 'wall.js',
    refreshSeconds: REFRESH_SECONDS,
    model: {
      unitName: name,
      zone,
      roster: say('editor.wall.roster', { period: plan.period.name }),
      clock: clockTimeOf(now, zone),
      date: `${formatWeekday(language, today)} ${formatDate(today)}`,
      lunar: formatLunarLong(language, lunarOf(today)),
      moon: moonOf(today),
      named: formatDayName(language, today),
      duty,
      many: people > MOST_LARGE,
      days: rosterDays(plan)
        .slice(0, MOST_DAYS)
        .map((day) => ({ head: dayHead(language, day), today: day === today })),
      callNote: callNote ?? say('editor.wall.call'),
      stamp: say('editor.wall.stamp', { number, clock: clockTimeOf(now, zone) }),
      now,
      stale: say('editor.wall.stale', { clock: '%' }),
      signedOut: say('editor.wall.signed-out', { clock: '%' }),
      clockOff: say('editor.wall.clock-off'),
    },
  };
}
