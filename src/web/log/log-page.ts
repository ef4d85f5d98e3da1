/** “Nhật ký”: open items on top, then lines by shift, newest first; filtered, searched without diacritics, live. */

import { newestEntry, readLog, type ShownLog, type ShownShift, shiftName } from '../../app/log/read-log.ts';
import { requirePart, watchSettingOf } from '../../app/log/watch-setting.ts';
import { openUnit } from '../../app/units/open-unit.ts';
import type { LogFilter } from '../../domain/log-entry.ts';
import { LOG_KINDS, type LogEntry, SEVERITIES } from '../../domain/log-entry.ts';
import { usesPart } from '../../domain/watch-setting.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { mayIn, ownStaffId } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { PagePart, Reply, Visit } from '../kit/visit.ts';
import { alertsPath } from '../paths/alerts.ts';
import { incidentsPath } from '../paths/incidents.ts';
import { logPath, logStepPath, recordPath, watchSettingsPath } from '../paths/log.ts';
import { ownPath, ownPaths } from '../paths/own.ts';
import { systemsPath } from '../paths/systems.ts';
import { type EntryContext, entryRow, openItemRow } from './entry-rows.ts';
import { asideModel } from './log-aside.ts';

const DONE = ['written', 'closed', 'corrected'];

export async function showLog(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await requirePart(deps.app, unitId, 'log');
  const { unit, log, context, filter } = await opened(visit, deps);
  const asked = visit.query;
  const done = DONE.find((each) => each === asked.get('done'));
  const { say } = visit;
  const last = log.entries.at(-1);
  return {
    kind: 'page',
    view: 'log/log',
    title: say('log.title'),
    unitName: unit.name,
    script: 'log.js',
    model: {
      title: say('log.title'),
      done: done === undefined ? '' : say(`log.done.${done}`),
      to: logPath(unitId),
      partsHref: `${logStepPath(unitId, 'parts')}${searchOf(asked)}`,
      eventsHref: logStepPath(unitId, 'events'),
      newest: log.newest,
      freshWords: say('log.fresh'),
      ways: await waysOf(visit, deps, unitId),
      settingsHref: mayIn(visit, 'watch.edit', unitId) ? watchSettingsPath(unitId) : '',
      shiftHref: ownStaffId(visit, unitId) === undefined ? '' : ownPaths(ownPath(unitId))('shift'),
      writes: context.writes,
      entryKey: newKey(deps),
      kinds: LOG_KINDS.filter((kind) => kind !== 'handover' && kind !== 'check' && kind !== 'alert').map(
        (value) => ({ value, label: say(`log.kind.${value}`), current: false }),
      ),
      severities: SEVERITIES.map((value) => ({ value, label: say(`log.severity.${value}`), current: false })),
      filters: {
        words: asked.get('words') ?? '',
        system: asked.get('system') ?? '',
        kinds: options(LOG_KINDS, filter.kind, (value) => say(`log.kind.${value}`)),
        severities: options(SEVERITIES, filter.severity, (value) => say(`log.severity.${value}`)),
        quiet: filter.withoutNormalChecks === true,
        systems: [...new Set([...log.entries.map(({ system }) => system)])].filter(Boolean),
        any: asked.size > 0,
      },
      open: openModel(visit, log, context),
      lines: linesModel(visit, log, context),
      olderHref:
        log.more && last ? `${logPath(unitId)}${searchOf(asked, { before: String(last.number) })}` : '',
      chain: say('log.chain', { count: log.newest }),
      aside: await asideModel(visit, deps, { unitId, zone: context.zone }),
    },
  };
}

/** To the other parts of the watch that the unit uses. */
async function waysOf({ say }: Visit, { app }: WebDeps, unitId: string): Promise<object[]> {
  const setting = await watchSettingOf(app, unitId);
  const ways = [
    { part: 'incidents', href: incidentsPath(unitId), label: say('incidents.title') },
    { part: 'alerts', href: alertsPath(unitId), label: say('alerts.title') },
    { part: 'systems', href: systemsPath(unitId), label: say('systems.title') },
  ] as const;
  return ways.filter(({ part }) => usesPart(setting, part));
}

/** The same lines for the script that keeps the page fresh. */
export async function showLogParts(visit: Visit, deps: WebDeps): Promise<Reply> {
  await requirePart(deps.app, visit.param('unit'), 'log');
  const { log, context } = await opened(visit, deps);
  const parts: PagePart[] = [
    { name: 'open', view: 'log/open', model: openModel(visit, log, context) },
    { name: 'lines', view: 'log/lines', model: linesModel(visit, log, context) },
  ];
  return { kind: 'parts', parts, data: { newest: log.newest } };
}

const LOOK_MS = 1_000;

/** An event when something was written to the database; the script asks what. */
export async function streamLog(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await requirePart(app, unitId, 'log');
  let newest = await newestEntry(app, unitId);
  return {
    kind: 'stream',
    start(send) {
      let stamp = app.stamp();
      const look = async (): Promise<void> => {
        if (app.stamp() === stamp) return;
        stamp = app.stamp();
        const now = await newestEntry(app, unitId);
        if (now !== newest) send({ newest: now });
        newest = now;
      };
      const timer = setInterval(() => void look().catch(() => {}), LOOK_MS);
      return () => clearInterval(timer);
    },
  };
}

async function opened(visit: Visit, { app }: WebDeps) {
  const unitId = visit.param('unit');
  const filter = filterOf(visit, unitId);
  const [{ unit }, log] = await Promise.all([openUnit(app, unitId), readLog(app, filter)]);
  const context: EntryContext = {
    ...{ unitId, zone: unit.zone, nameOf: log.nameOf, corrections: log.corrections },
    writes: mayIn(visit, 'log.write', unitId) || ownStaffId(visit, unitId) !== undefined,
  };
  return { unit, log, context, filter };
}

function filterOf({ query }: Visit, unitId: string): LogFilter {
  const kind = LOG_KINDS.find((each) => each === query.get('kind'));
  const severity = SEVERITIES.find((each) => each === query.get('severity'));
  const system = query.get('system') ?? '';
  const words = (query.get('words') ?? '').split(/\s+/u).filter(Boolean).slice(0, 10);
  const before = Number(query.get('before') ?? Number.NaN);
  return {
    unitId,
    ...(kind ? { kind } : {}),
    ...(severity ? { severity } : {}),
    ...(system === '' ? {} : { system }),
    ...(words.length === 0 ? {} : { words }),
    ...(query.get('quiet') === 'yes' ? { withoutNormalChecks: true } : {}),
    ...(Number.isSafeInteger(before) ? { before } : {}),
    ...(query.has('shift')
      ? { shift: { periodId: query.get('period') ?? '', shiftId: query.get('shift') ?? '' } }
      : {}),
  };
}

function options<T extends string>(values: readonly T[], chosen: T | undefined, label: (value: T) => string) {
  return values.map((value) => ({ value, label: label(value), current: value === chosen }));
}

function openModel(visit: Visit, log: ShownLog, context: EntryContext) {
  return {
    count: log.openItems.length,
    items: log.openItems.map((entry) => openItemRow(visit, context, entry)),
    writes: context.writes,
    closeTo: logStepPath(context.unitId, 'close'),
  };
}

function linesModel(visit: Visit, log: ShownLog, context: EntryContext) {
  const groups: { name: string; entries: LogEntry[] }[] = [];
  for (const entry of log.entries) {
    const name = entry.shift ? shiftName(entry.shift) : '';
    const group = groups.at(-1);
    if (group?.name === name) group.entries.push(entry);
    else groups.push({ name, entries: [entry] });
  }
  return {
    empty: groups.length === 0,
    groups: groups.map(({ name, entries }) => ({
      ...headOf(visit, log, log.shifts.get(name)),
      files: filesOf(visit, context.unitId, log.shifts.get(name)),
      count: visit.say('log.lines', { count: entries.length }),
      entries: entries.map((entry) => entryRow(visit, context, entry)),
    })),
  };
}

/** For a week after its end a shift's book and handover are made of the roster in force; later ones are kept on paper. */
function filesOf(visit: Visit, unitId: string, shown: ShownShift | undefined) {
  if (!shown) return [];
  return (['book.pdf', 'book.docx', 'handover.pdf', 'handover.docx'] as const).map((file) => ({
    href: recordPath(unitId, file, shown),
    label: file
      .replace('book', visit.say('log.doc.book'))
      .replace('handover', visit.say('log.doc.handover'))
      .replace('.pdf', ', PDF')
      .replace('.docx', ', DOCX'),
  }));
}

function headOf(visit: Visit, log: ShownLog, shown: ShownShift | undefined) {
  const nothing = { night: false, named: '', lunar: '', people: '', running: false, signed: '' };
  if (!shown) return { ...nothing, title: visit.say('log.no-shift') };
  const { version, shift, staffIds, received } = shown;
  const words = shiftWords(visit.language, version.plan, shift);
  return {
    title: visit.say('log.shift', { what: words.what, day: words.day }),
    night: words.night,
    named: words.named,
    lunar: words.lunar,
    people: staffIds.map(log.nameOf).filter(Boolean).join(', '),
    running: shift.span.start <= visit.now && visit.now < shift.span.end,
    signed: received
      ? visit.say('log.signed', { by: received.staffId === undefined ? '' : log.nameOf(received.staffId) })
      : '',
  };
}

function searchOf(query: URLSearchParams, change: Readonly<Record<string, string>> = {}): string {
  const next = new URLSearchParams(query);
  next.delete('done');
  for (const [name, value] of Object.entries(change)) next.set(name, value);
  return next.size === 0 ? '' : `?${next}`;
}

/** By which a form that is sent twice writes one line. */
export function newKey({ app }: Pick<WebDeps, 'app'>): string {
  return `form:${Buffer.from(app.randomBytes(12)).toString('base64url')}`;
}
