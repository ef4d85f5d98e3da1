/** Reports of all units an order asks: units × moments, the late ones red with whom to call, what arose in sentences beside. */

import { type ReportBoard, type ReportedUnit, readReports } from '../../app/reports/read-reports.ts';
import { type Instant, minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { hasArisen, type ReportCell } from '../../domain/report-board.ts';
import { formatCountdown, formatDayMonth, formatWeekdayDateShort } from '../../i18n/format.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { dayHead } from '../../output/roster/day-head.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { belowIncidentsPath } from '../paths/incidents.ts';
import { belowDutyPath, type OrderAddress, orderPartPath } from '../paths/overview.ts';
import { telephonePath } from '../paths/periods.ts';
import { reportsPath, summaryPath } from '../paths/reports.ts';

const MOST_IN_GROUP = 40;
/** Around the moment that is on: more would not stand side by side. */
const MOST_MOMENTS = 6;
const VIEWS = ['all', 'late', 'told'] as const;
type View = (typeof VIEWS)[number];

export async function showReports(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const board = await readReports(app, key);
  const { order, units } = board;
  const { say } = visit;
  const moments = momentsShown(board.moments, visit.now);
  const words = visit.query.get('q') ?? '';
  const view = VIEWS.find((each) => each === visit.query.get('view')) ?? 'all';
  const wanted = foldForSearch(words).split(' ');
  const found = units.filter(({ unit }) => wanted.every((word) => foldedName(unit).includes(word)));
  const late = found.filter(({ overdue }) => overdue > 0);
  const told = found.filter((row) => row.overdue === 0 && hasArisen(row));
  const rest = found.filter((row) => row.overdue === 0 && !hasArisen(row));
  const calm = rest.filter(({ cells }) => cells.some(({ report }) => report !== undefined));
  const ahead = rest.filter((row) => !calm.includes(row));
  const title = say('reports.title', { order: order.content.name });
  return {
    kind: 'page',
    view: 'reports/board',
    title,
    script: 'overview.js',
    model: {
      ...{ title, clock: clockTimeOf(visit.now, order.zone), path: reportsPath(key), words },
      tabs: tabsOf(visit, key),
      views: viewsOf(
        visit,
        key,
        { all: found.length, late: late.length, told: found.filter(hasArisen).length },
        view,
      ),
      summaries: (['pdf', 'docx'] as const).map((format) => ({
        ...{ label: say(`reports.summary.${format}`), href: summaryPath(key, format) },
      })),
      moments: moments.map((dueAt) => momentHead(visit, dueAt, board)),
      columns: moments.length + 2,
      groups: [
        ...(view === 'told' ? [] : [groupOf(visit, 'late', late, { board, moments })]),
        ...(view === 'late' ? [] : [groupOf(visit, 'told', told, { board, moments })]),
        ...(view === 'all' ? [groupOf(visit, 'calm', calm, { board, moments })] : []),
        ...(view === 'all' ? [groupOf(visit, 'ahead', ahead, { board, moments })] : []),
      ].filter(({ rows }) => rows.length > 0),
      none: noneWords(visit, board, found),
      arisen: arisenOf(visit, board),
      incidentsPath: belowIncidentsPath(key.unitId),
    },
  };
}

function tabsOf({ say }: Visit, key: OrderAddress) {
  return [
    { href: orderPartPath(key, 'overview'), label: say('overview.tab.overview'), current: false },
    { href: belowDutyPath(key.unitId), label: say('overview.tab.on-duty'), current: false },
    { href: reportsPath(key), label: say('overview.tab.reports'), current: true },
  ];
}

const foldedName = onceFor(({ name }: ReportedUnit['unit']) => foldForSearch(name));

/** The last that are over, and those to come. */
function momentsShown(moments: readonly Instant[], now: Instant): readonly Instant[] {
  if (moments.length <= MOST_MOMENTS) return moments;
  const past = moments.filter((moment) => moment <= now).length;
  const from = Math.max(0, Math.min(past - 3, moments.length - MOST_MOMENTS));
  return moments.slice(from, from + MOST_MOMENTS);
}

function viewsOf({ say }: Visit, key: OrderAddress, counts: Readonly<Record<View, number>>, view: View) {
  return VIEWS.map((each) => ({
    label: say(`reports.view.${each}`, { count: counts[each] }),
    href: reportsPath(key, each === 'all' ? {} : { view: each }),
    current: each === view,
  }));
}

function momentHead(visit: Visit, dueAt: Instant, { order, units }: ReportBoard) {
  const { say, now, language } = visit;
  const cells = units.flatMap(({ cells: own }) =>
    own.filter((cell) => cell.dueAt === dueAt && cell.state !== 'not-asked'),
  );
  const came = cells.filter(({ report }) => report !== undefined);
  const late = came.filter(({ lateMinutes }) => lateMinutes > 0).length;
  const missing = cells.length - came.length;
  const isOver = dueAt < now;
  const left = formatCountdown(language, Math.floor(minutesBetween(now, dueAt)));
  const rest = isOver
    ? [
        missing > 0 ? say('reports.moment.missing', { count: missing }) : '',
        late > 0 ? say('reports.moment.late', { count: late }) : '',
      ].filter(Boolean)
    : [say('reports.moment.left', { time: left })];
  const head = dayHead(language, dayOf(dueAt, order.zone));
  return {
    clock: clockTimeOf(dueAt, order.zone),
    ...{ weekday: head.weekdayShort, date: head.date, lunar: head.lunar, moon: head.moon, named: head.named },
    count: isOver || came.length > 0 ? `${came.length}/${cells.length}` : '',
    rest: rest.join(' · '),
    bad: isOver && missing > 0,
  };
}

interface Shown {
  readonly board: ReportBoard;
  readonly moments: readonly Instant[];
}

function groupOf(
  visit: Visit,
  name: 'late' | 'told' | 'calm' | 'ahead',
  units: readonly ReportedUnit[],
  shown: Shown,
) {
  const rows = units.slice(0, MOST_IN_GROUP);
  const more = units.length - rows.length;
  return {
    title: visit.say(`reports.group.${name}`),
    count: visit.say('word.units', { count: units.length }),
    more: more === 0 ? '' : visit.say('overview.more', { count: more }),
    rows: rows.map((row) => rowOf(visit, row, shown)),
  };
}

function rowOf(visit: Visit, row: ReportedUnit, { board, moments }: Shown) {
  const { unit, onDuty, overdue } = row;
  const called = onDuty ?? { name: unit.contact.name, phone: unit.contact.phone };
  const calls = board.phones && overdue > 0 && called.phone !== '';
  return {
    name: unit.name,
    cells: moments.map((dueAt) => {
      const cell = row.cells.find((each) => each.dueAt === dueAt);
      const at = momentWords(visit, dueAt, board.order.zone);
      return cell
        ? { ...cellOf(visit, cell, row, board.order.zone), at }
        : { state: 'not-asked', icon: '', words: '–', text: '', at };
    }),
    phone: calls ? called.phone : '',
    phoneHref: calls ? telephonePath(called.phone) : '',
    callLabel: visit.say('overview.call', { name: called.name, phone: calls ? called.phone : '' }),
  };
}

const ICONS = {
  calm: 'check-circle',
  told: 'triangle',
  overdue: 'octagon',
  due: '',
  'not-asked': '',
} as const;

function cellOf(
  { say, language }: Visit,
  { state, report, lateMinutes }: ReportCell,
  { onDuty, unit }: ReportedUnit,
  zone: string,
) {
  const late = formatCountdown(language, lateMinutes < 60 ? lateMinutes : Math.floor(lateMinutes / 60) * 60);
  const look = { state, icon: ICONS[state] };
  if (report) {
    const clock = clockTimeOf(report.sentAt, zone);
    const text =
      lateMinutes > 0 ? say('reports.cell.came-late', { clock, late }) : `${clock} · ${report.signer}`;
    return { ...look, words: say(`reports.cell.${report.calm ? 'calm' : 'told'}`), text };
  }
  if (state !== 'overdue') return { ...look, words: '–', text: '' };
  const who = onDuty?.name ?? unit.contact.name;
  return {
    ...look,
    words: say('reports.cell.overdue', { late }),
    text: who === '' ? '' : say(onDuty ? 'reports.cell.on-duty' : 'reports.cell.contact', { who }),
  };
}

function noneWords({ say }: Visit, { moments, units }: ReportBoard, found: readonly ReportedUnit[]): string {
  if (moments.length === 0 && units.every((row) => row.arisen.length === 0)) return say('reports.no-moments');
  return found.length === 0 ? say('overview.none-found') : '';
}

/** Newest last, as they came. */
function arisenOf({ say }: Visit, { units, order: { zone } }: ReportBoard) {
  const all = units.flatMap(({ unit, arisen, cells }) =>
    [...arisen, ...cells.flatMap(({ report }) => (report && !report.calm ? [report] : []))].map((report) => ({
      ...{ unit: unit.name, at: report.sentAt, signer: say('reports.signed', { who: report.signer }) },
      texts: report.texts.map(({ heading, text }) => ({ heading, text })),
    })),
  );
  return all
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, ...rest }) => ({
      ...rest,
      at: `${formatDayMonth(dayOf(at, zone))} ${clockTimeOf(at, zone)}`,
    }));
}

export function momentWords({ language }: Visit, dueAt: Instant, zone: string): string {
  return `${clockTimeOf(dueAt, zone)} ${formatWeekdayDateShort(language, dayOf(dueAt, zone))}`;
}
