/** The page for a screen on the wall: who is on duty, who comes next, the days of the period. It refreshes itself. */

import { wallCode } from '../../app/check-ins/wall-code.ts';
import { openDisplay } from '../../app/displays/open-display.ts';
import { readWatchBoard, type WatchBoard } from '../../app/displays/watch-board.ts';
import { takesShifts } from '../../app/notices/notice-settings.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { lastResortOf } from '../../app/units/last-resort.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import type { Day } from '../../calendar/day.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import { moonOf } from '../../calendar/moon.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatDate, formatDayName, formatLunarLong, formatWeekday } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { dayHead, rosterDays } from '../../output/roster/day-head.ts';
import type { WebDeps } from '../kit/deps.ts';
import { addressPicture } from '../kit/qr.ts';
import { missLimits } from '../kit/rate-limit.ts';
import type { PageReply, Reply, Visit } from '../kit/visit.ts';
import { wallCodePath } from '../paths/displays.ts';
import { dutyAt } from './duty.ts';
import { boardModel } from './wall-board.ts';

const REFRESH_SECONDS = 60;
const MOST_DAYS = 14;
/** So many names fit in large letters. */
const MOST_LARGE = 7;
/** When a screen may be dimmer. */
const NIGHT = { from: '22:00', to: '06:00' };

export async function showWall(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const periodId = visit.param('period');
  const version = await readVersion(app, await resolvePeriod(app, periodId));
  if (!version) throw new AppError('not-found', 'web.failure.no-period', { period: periodId.slice(0, 80) });
  const versions = version.withdrawn ? [] : [version];
  const { unit } = version.plan;
  const lastResort = await lastResortOf(app, unit.id);
  const board = await readWatchBoard(app, unit.id);
  return wallPage(visit, { unit, versions, main: version, dims: false, take: '', lastResort, board });
}

/** For a screen of its own: no account, and nothing to be done by it. Ended links and those never made look the same. */
export async function showDisplay(visit: Visit, { app, publicUrl }: WebDeps): Promise<Reply> {
  const display = await openDisplay(app, visit.param('token'));
  if (!display) refuse(app);
  const { unit, versions, dims, lastResort, board } = display;
  const running = versions.find(({ plan }) =>
    plan.shifts.some(({ span }) => span.start <= visit.now && visit.now < span.end),
  );
  const code = (await takesShifts(app, unit.id)) ? wallCode(app, unit.id) : undefined;
  const take = code === undefined ? '' : `${publicUrl}${wallCodePath(unit.id, code)}`;
  const page = wallPage(visit, {
    unit,
    versions,
    main: running ?? versions[0],
    dims,
    take,
    lastResort,
    board,
  });
  return { ...page, secret: true };
}

const MISSES = { most: 20, windowMs: 60_000 };
const mayMiss = missLimits(MISSES);

function refuse(app: WebDeps['app']): never {
  if (mayMiss(app)) throw new AppError('not-found', 'display.missing');
  throw new AppError('too-many', 'own.failure.wait', { seconds: MISSES.windowMs / 1000 });
}

interface Wall {
  readonly unit: Unit;
  readonly versions: readonly RosterVersion[];
  /** Whose days and number it tells; absent where nothing is published. */
  readonly main: RosterVersion | undefined;
  readonly dims: boolean;
  /** Where “nhận ca” is said; empty where nobody takes shifts. */
  readonly take: string;
  /** Empty for none, or where phones are hidden. */
  readonly lastResort: string;
  readonly board: WatchBoard | undefined;
}

function wallPage(visit: Visit, wall: Wall): PageReply {
  const { unit, versions, main, dims, take, lastResort, board } = wall;
  const { zone, name, callNote } = main?.plan.unit ?? unit;
  const { language, now, say } = visit;
  const today = dayOf(now, zone);
  const clock = clockTimeOf(now, zone);
  const period = main?.plan.period.name ?? '';
  const duty = dutyAt(visit, versions);
  const people = duty.posts.reduce((sum, post) => sum + post.people.length, 0);
  return {
    kind: 'page',
    view: 'roster/wall',
    title: say('editor.wall.title', { period }),
    script: 'wall.js',
    refreshSeconds: REFRESH_SECONDS,
    model: {
      unitName: name,
      zone,
      roster: main ? say('editor.wall.roster', { period }) : say('display.nothing'),
      clock,
      date: `${formatWeekday(language, today)} ${formatDate(today)}`,
      lunar: formatLunarLong(language, lunarOf(today)),
      moon: moonOf(today),
      named: formatDayName(language, today),
      duty,
      board: board ? boardModel(visit, board, zone) : false,
      many: people > MOST_LARGE,
      dim: dims && (clock >= NIGHT.from || clock < NIGHT.to),
      days: main
        ? daysAround(main, today).map((day) => ({ head: dayHead(language, day), today: day === today }))
        : [],
      take: take === '' ? false : addressPicture(visit, take, say('check-in.qr')),
      callNote: callNote ?? say('editor.wall.call'),
      lastResort: lastResort === '' ? '' : say('unit.last-resort', { phone: lastResort }),
      stamp: main ? say('editor.wall.stamp', { number: main.number, clock }) : clock,
      now,
      stale:
        board && main
          ? say('wall.stale', { clock: '%', number: main.number })
          : say('editor.wall.stale', { clock: '%' }),
      signedOut: say('editor.wall.signed-out', { clock: '%' }),
      clockOff: say('editor.wall.clock-off'),
    },
  };
}

/** Of a long period, those from yesterday on. */
function daysAround({ plan }: RosterVersion, today: Day): readonly Day[] {
  const days = rosterDays(plan);
  const yesterday = days.filter((day) => day < today).length - 1;
  const from = Math.max(0, Math.min(yesterday, days.length - MOST_DAYS));
  return days.slice(from, from + MOST_DAYS);
}
