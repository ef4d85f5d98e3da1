/** `rota holiday notice`: the notice of a holiday in place of the guess, and what changes in the periods planned on it. */

import {
  enterHolidayNotice,
  type NoticeOutcome,
  previewHolidayNotice,
} from '../app/periods/enter-holiday-notice.ts';
import { changesAnything, type NoticeEffect } from '../app/periods/notice-effects.ts';
import type { Day } from '../calendar/day.ts';
import type { TypedNotice } from '../calendar/holiday-notice.ts';
import { type HolidayBreak, lastDayOf } from '../calendar/holidays.ts';
import { formatDate, formatWeekday } from '../i18n/format.ts';
import type { Parsed } from '../kernel/fault.ts';
import { tellParsed } from './case-folder.ts';
import { type Arguments, type Command, type ExitCode, type Io, UsageError } from './command.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota holiday';
const ACTION = 'notice';
const DAY = 'DD/MM/YYYY';

export const holidayCommand: Command = {
  name: 'holiday',
  positionals: [ACTION],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'holiday', kind: 'text', placeholder: 'KEY' },
    { name: 'number', kind: 'text', placeholder: 'TEXT' },
    { name: 'date', kind: 'text', placeholder: DAY },
    { name: 'from', kind: 'text', placeholder: DAY },
    { name: 'to', kind: 'text', placeholder: DAY },
    { name: 'paid', kind: 'text', placeholder: `${DAY},…` },
    { name: 'swaps', kind: 'text', placeholder: `${DAY}=${DAY},…` },
    { name: 'dry-run', kind: 'flag' },
  ],

  async run(args, io): Promise<ExitCode> {
    const [word = ''] = args.positionals;
    if (word !== ACTION) throw new UsageError('cli.error.action', { value: word, actions: ACTION });
    const notice = noticeOf(args);
    const dry = args.flag('dry-run');
    return withApp(async (app): Promise<ExitCode> => {
      const unitId = await unitOf(app, args.text('unit'));
      const parsed = dry
        ? await previewHolidayNotice(app, { unitId, notice })
        : await enterHolidayNotice(app, { unitId, notice, actor: ACTOR });
      const outcome = tellParsed(asOptions(parsed), io, 'cli.holiday.faults');
      if (!outcome) return 2;
      io.out(
        io.json ? `${JSON.stringify({ saved: !dry, ...outcome }, null, 2)}\n` : wordsOf(outcome, dry, io),
      );
      return 0;
    });
  },
};

/** What was left out is a fault of the notice, told with its other faults. */
function noticeOf(args: Arguments): TypedNotice {
  const typed = (name: keyof TypedNotice): string => args.text(name) ?? '';
  return {
    holiday: typed('holiday'),
    number: typed('number'),
    date: typed('date'),
    from: typed('from'),
    to: typed('to'),
    paid: typed('paid'),
    swaps: typed('swaps'),
  };
}

/** Its fields are the options here. */
function asOptions<T>(parsed: Parsed<T>): Parsed<T> {
  if (parsed.ok) return parsed;
  return { ok: false, faults: parsed.faults.map((each) => ({ ...each, column: `--${each.column}` })) };
}

function wordsOf(outcome: NoticeOutcome, dry: boolean, io: Io): string {
  const { entry, replaced, effects } = outcome;
  const span = spanParams(entry, io);
  const head = { title: entry.title, ...span, source: entry.source };
  const lines = [
    io.say(dry ? 'cli.holiday.preview' : 'cli.holiday.entered', head),
    io.say('cli.holiday.paid', { days: daysInWords(entry.holidays, io) }),
    ...entry.swaps.map(({ off, worked }) =>
      io.say('cli.holiday.worked', {
        off: dayInWords(off, io),
        worked: worked === null ? '–' : dayInWords(worked, io),
      }),
    ),
    ...replaced.map((each) =>
      io.say('cli.holiday.replaced', {
        title: each.title,
        ...spanParams(each, io),
        status: io.say(`cli.holiday.status.${each.status}`),
      }),
    ),
    ...(effects.length === 0 ? [io.say('cli.holiday.no-periods')] : []),
    ...effects.flatMap((effect) => [
      '',
      io.say('cli.holiday.period', { period: effect.name }),
      ...effectLines(effect, io).map((line) => `  ${line}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function effectLines(effect: NoticeEffect, io: Io): string[] {
  const { days, outside, added, removed, points, pins, draft, published } = effect;
  const outsideLine =
    outside.length > 0 ? [io.say('cli.holiday.outside', { days: daysInWords(outside, io) })] : [];
  if (!changesAnything(effect)) return [io.say('cli.holiday.unchanged'), ...outsideLine];
  return [
    ...days.map(({ day, before, after }) =>
      io.say('cli.holiday.day', {
        day: dayInWords(day, io),
        before: io.say(`cli.holiday.standing.${before}`),
        after: io.say(`cli.holiday.standing.${after}`),
      }),
    ),
    ...outsideLine,
    ...(added + removed > 0 ? [io.say('cli.holiday.shifts', { added, removed })] : []),
    ...(points.before !== points.after ? [io.say('cli.holiday.points', points)] : []),
    ...(pins > 0 ? [io.say('cli.holiday.pins', { count: pins })] : []),
    ...(draft ? [io.say('cli.holiday.draft', draft)] : []),
    ...(published ? [io.say('cli.holiday.published', published)] : []),
  ];
}

function spanParams(span: HolidayBreak, io: Io): { readonly first: string; readonly last: string } {
  return { first: dayInWords(span.from, io), last: dayInWords(lastDayOf(span), io) };
}

function daysInWords(days: readonly Day[], io: Io): string {
  return days.map((day) => dayInWords(day, io)).join(', ');
}

function dayInWords(day: Day, io: Io): string {
  return `${formatWeekday(io.language, day)} ${formatDate(day)}`;
}
