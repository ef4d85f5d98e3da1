/** “Ai trực hệ thống nào, giờ nào”: a page and its files. */

import {
  readWatchedHours,
  type SystemHours,
  type WatchedHours,
} from '../../app/systems/read-watched-hours.ts';
import { addDays, type Day, parseDay } from '../../calendar/day.ts';
import { type Interval, minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { formatDuration, formatWeekdayDateShort } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { formatXlsxTable } from '../../output/documents/xlsx-file.ts';
import { formatCsv } from '../../output/roster-csv.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formOf } from '../kit/fields.ts';
import { fileReply } from '../kit/file-reply.ts';
import { withMoments } from '../kit/moment-fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { systemsPath, watchedHoursFilePath, watchedHoursPath } from '../paths/systems.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

interface Asked {
  readonly from: Day;
  readonly to: Day;
}

/** Yesterday and today where nothing is asked. Undefined for what is no day. */
function askedIn({ query, today }: Visit): Asked | undefined {
  const typed = withMoments(query, today);
  const day = (name: string, standard: Day): Day | undefined => {
    const text = typed.get(name) ?? '';
    return text === '' ? standard : parseDay(text);
  };
  const from = day('from', addDays(today, -1));
  const to = day('to', today);
  return from === undefined || to === undefined ? undefined : { from, to };
}

export async function showWatchedHours(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const asked = askedIn(visit);
  let fault = asked ? undefined : new AppError('invalid', 'systems.hours.no-day');
  let hours: WatchedHours | undefined;
  try {
    hours = asked && (await readWatchedHours(app, { unitId, ...asked }));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    fault = error;
  }
  const { say, query } = visit;
  const values = asked ? new URLSearchParams({ ...asked }) : query;
  const form = formOf(visit, values, fault ? [{ key: fault.key, params: fault.params }] : []);
  return {
    kind: 'page',
    view: 'systems/watched-hours',
    title: say('systems.hours.title'),
    ...refusedIf(fault !== undefined),
    model: {
      form,
      path: watchedHoursPath(unitId),
      back: systemsPath(unitId),
      fields: [
        form.text('from', 'word.from-day', { type: 'date', required: true }),
        form.text('to', 'word.to-day', { type: 'date', required: true }),
      ],
      csvPath: fault ? '' : watchedHoursFilePath(unitId, 'csv', values),
      xlsxPath: fault ? '' : watchedHoursFilePath(unitId, 'xlsx', values),
      none: hours?.systems.length === 0,
      systems: hours ? hours.systems.map((each) => card(visit, hours, each)) : [],
    },
  };
}

function card(
  { say, language }: Visit,
  { zone, within }: WatchedHours,
  { system, spans, gaps }: SystemHours,
) {
  const lines = [
    ...spans.map((each) => ({
      at: each.span.start,
      when: whenWords(language, each.span, zone),
      people: each.people.map(({ name }) => name).join(', '),
      post: each.post,
      version: say('systems.hours.version', { number: each.version }),
      gap: false,
    })),
    ...gaps.map((gap) => ({
      at: gap.start,
      when: whenWords(language, gap, zone),
      people: say('systems.hours.nobody', {
        time: formatDuration(language, minutesBetween(gap.start, gap.end)),
      }),
      post: '',
      version: '',
      gap: true,
    })),
  ].sort((a, b) => a.at - b.at);
  const minutes = gaps.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0);
  const whole = minutesBetween(within.start, within.end);
  return {
    name: system.name,
    level: system.level === undefined ? '' : say('systems.level', { level: system.level }),
    lines,
    state:
      minutes === 0
        ? say('systems.hours.whole')
        : minutes >= whole
          ? say('systems.hours.never')
          : say('systems.hours.lacks', { time: formatDuration(language, minutes) }),
    good: minutes === 0,
  };
}

/** `T6 05/02 22:00 – T7 06/02 06:00`; the day once where both are of it. */
function whenWords(language: Visit['language'], { start, end }: Interval, zone: string): string {
  const [first, last] = [dayOf(start, zone), dayOf(end, zone)];
  const until = clockTimeOf(end, zone);
  const day = first === last ? '' : `${formatWeekdayDateShort(language, last)} `;
  return `${formatWeekdayDateShort(language, first)} ${clockTimeOf(start, zone)} – ${day}${until}`;
}

export async function downloadWatchedHours(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const format = (['csv', 'xlsx'] as const).find((each) => each === visit.param('format'));
  const asked = askedIn(visit);
  if (format === undefined || !asked) throw new AppError('not-found', 'web.failure.no-page');
  const { say } = visit;
  const hours = await readWatchedHours(app, { unitId: visit.param('unit'), ...asked });
  const head = COLUMNS.map((column) => say(`systems.column.${column}`));
  const rows = hours.systems.flatMap((each) => fileRows(hours, each));
  const name = say('systems.hours.sheet');
  const content =
    format === 'xlsx' ? await formatXlsxTable({ name, head, rows }) : formatCsv([head, ...rows]);
  return fileReply({
    content,
    mediaType: TYPES[format],
    fileName: `${say('systems.hours.file')}-${asked.from}-${asked.to}.${format}`,
  });
}

const COLUMNS = ['system', 'level', 'from', 'to', 'people', 'post', 'version'] as const;

/** A row a stretch, by start; one that nobody watched has no people. */
function fileRows({ zone }: WatchedHours, { system, spans, gaps }: SystemHours): string[][] {
  const moment = (at: Interval['start']): string => `${dayOf(at, zone)} ${clockTimeOf(at, zone)}`;
  const level = system.level === undefined ? '' : String(system.level);
  return [
    ...spans.map(({ span, people, post, version }) => ({
      span,
      cells: [people.map(({ name }) => name).join(', '), post, String(version)],
    })),
    ...gaps.map((span) => ({ span, cells: ['', '', ''] })),
  ]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, cells }) => [system.name, level, moment(span.start), moment(span.end), ...cells]);
}
