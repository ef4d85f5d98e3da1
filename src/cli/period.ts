/** `rota period new`: a month, a quarter, a year or any days, from the last of the kind or as the unit stands; `rota period lift`: ends one that goes on. */

import type { App } from '../app/app.ts';
import { createPeriod } from '../app/periods/create-period.ts';
import { liftPeriod } from '../app/periods/lift-period.ts';
import { proposeOrigin } from '../app/periods/propose-origin.ts';
import { addDays, type Day, parseDay } from '../calendar/day.ts';
import type { Interval } from '../calendar/interval.ts';
import { type ClockTime, instantAt, parseClockTime, parseInstant } from '../calendar/zone.ts';
import { type PeriodKind, parseStretch, spanOfStretch } from '../domain/period-kind.ts';
import type { Unit } from '../domain/unit.ts';
import { stretchName } from '../output/stretch-name.ts';
import { tellParsed } from './case-folder.ts';
import { type Arguments, type Command, type ExitCode, type Io, UsageError } from './command.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota period';
const FIRST_DAYS = 7;
const STRETCHES = ['month', 'quarter', 'year'] as const;

export const periodCommand: Command = {
  name: 'period',
  positionals: ['new|lift'],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'month', kind: 'text', placeholder: 'YYYY-MM' },
    { name: 'quarter', kind: 'text', placeholder: 'YYYY-QN' },
    { name: 'year', kind: 'text', placeholder: 'YYYY' },
    { name: 'from', kind: 'text', placeholder: 'YYYY-MM-DD' },
    { name: 'to', kind: 'text', placeholder: 'YYYY-MM-DD' },
    { name: 'until-lifted', kind: 'flag' },
    { name: 'name', kind: 'text', placeholder: 'TEXT' },
    { name: 'start', kind: 'text', placeholder: 'HH:MM' },
    { name: 'period', kind: 'text', placeholder: 'ID' },
    { name: 'at', kind: 'text', placeholder: 'YYYY-MM-DDTHH:MM' },
  ],

  run(args, io) {
    return withApp(async (app): Promise<ExitCode> => {
      const [action] = args.positionals;
      if (action === 'new') return makeNew(app, args, io);
      if (action === 'lift') return lift(app, args, io);
      throw new UsageError('cli.error.one-of', { options: 'new, lift' });
    });
  },
};

interface Wanted {
  readonly kind: PeriodKind;
  readonly name: string;
  readonly span: (unit: Unit) => Interval;
}

async function makeNew(app: App, args: Arguments, io: Io): Promise<ExitCode> {
  const unitId = await unitOf(app, args.text('unit'));
  const { kind, name, span } = wantedOf(args, io);
  const { unit, from, staffIds } = await proposeOrigin(app, unitId, kind);
  const open = kind === 'open' ? { untilLifted: true as const } : {};
  const created = await createPeriod(app, {
    unitId,
    name,
    spans: [span(unit)],
    holidays: [],
    ...open,
    from,
    staffIds,
    actor: ACTOR,
  });
  if (!created.ok) {
    tellParsed(created, io);
    return 2;
  }
  const { periodId } = created.value;
  io.out(
    io.json
      ? `${JSON.stringify({ ...created.value, name })}\n`
      : `${io.say('cli.period.made', { name, period: periodId })}\n`,
  );
  return 0;
}

function wantedOf(args: Arguments, io: Io): Wanted {
  const start = clockOf(args);
  const given = STRETCHES.filter((each) => args.text(each) !== undefined);
  const [kind] = given;
  if (given.length > 1 || (kind !== undefined && args.text('from') !== undefined)) {
    throw new UsageError('cli.error.one-of', { options: '--month, --quarter, --year, --from' });
  }
  if (kind !== undefined) {
    const text = args.text(kind) ?? '';
    const stretch = parseStretch(text);
    if (stretch?.kind !== kind) throw new UsageError(`cli.period.error.${kind}`, { value: text });
    const name = args.text('name') ?? stretchName(io.language, stretch);
    return { kind, name, span: ({ zone }) => spanOfStretch(stretch, start, zone) };
  }
  const from = dayOf(args, 'from');
  const name = args.text('name');
  if (args.flag('until-lifted')) {
    const days = { from, to: addDays(from, FIRST_DAYS) };
    return { kind: 'open', name: nameOf(name), span: ({ zone }) => spanOf(days, start, zone) };
  }
  const last = dayOf(args, 'to');
  if (last < from) throw new UsageError('cli.period.error.order', { from, to: last });
  return {
    kind: 'days',
    name: nameOf(name),
    span: ({ zone }) => spanOf({ from, to: addDays(last, 1) }, start, zone),
  };
}

function nameOf(name: string | undefined): string {
  if (name === undefined || name.trim() === '')
    throw new UsageError('cli.error.required', { option: 'name' });
  return name.trim();
}

function dayOf(args: Arguments, option: 'from' | 'to'): Day {
  const text = args.text(option);
  if (text === undefined) throw new UsageError('cli.error.required', { option });
  const day = parseDay(text);
  if (day === undefined) throw new UsageError('cli.period.error.day', { option, value: text });
  return day;
}

function clockOf(args: Arguments): ClockTime {
  const text = args.text('start') ?? '06:00';
  const clock = parseClockTime(text);
  if (clock === undefined) throw new UsageError('cli.period.error.clock', { value: text });
  return clock;
}

function spanOf(
  { from, to }: { readonly from: Day; readonly to: Day },
  start: ClockTime,
  zone: string,
): Interval {
  return { start: instantAt(from, start, zone), end: instantAt(to, start, zone) };
}

async function lift(app: App, args: Arguments, io: Io): Promise<ExitCode> {
  const unitId = await unitOf(app, args.text('unit'));
  const periodId = args.text('period');
  if (periodId === undefined) throw new UsageError('cli.error.required', { option: 'period' });
  const { unit } = await proposeOrigin(app, unitId, 'open');
  const text = args.text('at');
  const at = text === undefined ? app.clock() : parseInstant(text, unit.zone);
  if (at === undefined) throw new UsageError('cli.period.error.moment', { value: text ?? '' });
  const key = { unitId, periodId };
  const withdrawn = await liftPeriod(app, {
    key,
    at,
    note: io.say('cli.period.lift-note'),
    by: { actor: ACTOR },
  });
  io.out(io.json ? `${JSON.stringify({ withdrawn })}\n` : `${io.say('cli.period.lifted', { withdrawn })}\n`);
  return 0;
}
