/** The screen of an operation room: who leads the duty in every unit below, those to be called first. No account, nothing to be done by it. */

import { openBelowDisplay } from '../../app/displays/open-display.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import { moonOf } from '../../calendar/moon.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { formatDate, formatDayName, formatLunarLong, formatWeekday } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from '../kit/deps.ts';
import { missLimits } from '../kit/rate-limit.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { dutyRow } from './duty-rows.ts';
import { groupsOf, noneWords } from './on-duty-page.ts';

const REFRESH_SECONDS = 60;
const MISSES = { most: 20, windowMs: 60_000 };
const mayMiss = missLimits(MISSES);
const NIGHT = { from: '22:00', to: '06:00' };

export async function showBelowWall(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const display = await openBelowDisplay(app, visit.param('token'));
  if (!display) {
    if (mayMiss(app)) throw new AppError('not-found', 'display.missing');
    throw new AppError('too-many', 'own.failure.wait', { seconds: MISSES.windowMs / 1000 });
  }
  const { unit, below, dims } = display;
  const { say, language, now } = visit;
  const { zone } = unit;
  const today = dayOf(now, zone);
  const clock = clockTimeOf(now, zone);
  const urgent = below.units.filter((each) => each.urgent).length;
  return {
    kind: 'page',
    view: 'overview/below-wall',
    title: say('overview.duty.title', { clock }),
    script: 'wall.js',
    refreshSeconds: REFRESH_SECONDS,
    secret: true,
    model: {
      ...{ unitName: unit.name, zone, clock, now, moon: moonOf(today) },
      date: `${formatWeekday(language, today)} ${formatDate(today)}`,
      lunar: formatLunarLong(language, lunarOf(today)),
      named: formatDayName(language, today),
      dim: dims && (clock >= NIGHT.from || clock < NIGHT.to),
      full: say('overview.duty.full', { count: below.units.length }),
      fullCount: below.units.length - urgent,
      urgent: urgent === 0 ? '' : say('overview.duty.urgent', { count: urgent }),
      any: below.units.length > 0,
      none: noneWords(visit, below, { found: below.units, zone }),
      groups: groupsOf(visit, below.units, { words: '', branch: '' }).map(({ units, ...group }) => ({
        ...group,
        rows: units.map((each) => dutyRow(visit, each)),
      })),
      stale: say('editor.wall.stale', { clock: '%' }),
      signedOut: say('editor.wall.signed-out', { clock: '%' }),
      clockOff: say('editor.wall.clock-off'),
    },
  };
}
