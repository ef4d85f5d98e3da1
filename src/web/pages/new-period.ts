/** A new period in one page: which holiday, from which earlier period, with which posts and people. */

import { parseDay } from '../../calendar/day.ts';
import { lastDayOf } from '../../calendar/holidays.ts';
import { instantAt, parseClockTime } from '../../calendar/zone.ts';
import { isMessageKey } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { makingPath, NEW_PERIOD_PATH } from '../addresses.ts';
import type { WebDeps } from '../deps.ts';
import {
  lastMoment,
  type NewPeriodFields,
  type NewPeriodSources,
  newPeriodModel,
  proposedFields,
} from '../models/new-period.ts';
import { horizonFrom, titleOfBreak } from '../models/period-list.ts';
import type { Reply, Visit } from '../visit.ts';

export async function showNewPeriod(visit: Visit, deps: WebDeps): Promise<Reply> {
  const sources = await sourcesOf(visit, deps, visit.query.get('template'));
  const proposed = proposedFields(sources);
  const chosen = sources.breaks.find(({ key }) => key === visit.query.get('holiday'));
  const template = sources.entries.find(({ periodId }) => periodId === visit.query.get('template'));
  const fields = {
    ...proposed,
    ...(template && { template: template.periodId }),
    ...(chosen && {
      holiday: chosen.key,
      name: titleOfBreak(chosen),
      from: chosen.from,
      to: lastDayOf(chosen),
    }),
  };
  return page(visit, sources, { fields, faults: [] });
}

export async function createPeriod(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form, say } = visit;
  const sources = await sourcesOf(visit, deps, form.get('template'));
  const text = (name: string): string => (form.get(name) ?? '').trim().slice(0, 120);
  const fields: NewPeriodFields = {
    template: text('template'),
    holiday: text('holiday'),
    name: text('name'),
    from: text('from'),
    to: text('to'),
    start: text('start'),
    postIds: form.getAll('post'),
    staffIds: form.getAll('person'),
  };
  const [from, to] = [parseDay(fields.from), parseDay(fields.to)];
  const start = parseClockTime(fields.start);
  const faults = [
    ...(fields.name === '' ? [say('editor.new.fault.name')] : []),
    ...(from === undefined || to === undefined ? [say('editor.new.fault.days')] : []),
    ...(from !== undefined && to !== undefined && to < from ? [say('editor.new.fault.order')] : []),
    ...(start === undefined ? [say('editor.new.fault.start', { value: fields.start })] : []),
    ...(fields.postIds.length === 0 ? [say('editor.new.fault.posts')] : []),
    ...(fields.staffIds.length === 0 ? [say('editor.new.fault.people')] : []),
  ];
  if (faults.length > 0 || !from || !to || !start) return page(visit, sources, { fields, faults });
  const { zone } = sources.source.unit;
  const created = await deps.desk.createPeriod({
    templateId: fields.template,
    name: fields.name,
    span: { start: instantAt(from, start, zone), end: instantAt(lastMoment(to), start, zone) },
    holidays: sources.breaks.some(({ key }) => key === fields.holiday) ? [fields.holiday] : [],
    postIds: fields.postIds,
    staffIds: fields.staffIds,
    actor: visit.actor,
  });
  if (created.ok) return { kind: 'redirect', to: makingPath(created.value.periodId, 'prepare') };
  const told = created.faults.map(({ key, params }) => (isMessageKey(key) ? say(key, params) : key));
  return page(visit, sources, { fields, faults: told });
}

/** Throws `not-found` while the unit has no period at all: the first one comes from files. */
async function sourcesOf(
  visit: Visit,
  { app, desk }: WebDeps,
  template: string | null,
): Promise<NewPeriodSources> {
  const entries = await desk.listPeriods();
  const chosen = entries.find(({ periodId }) => periodId === template) ?? entries.at(-1);
  if (!chosen) throw new AppError('not-found', 'editor.failure.no-template');
  const breaks = await app.listBreaks(visit.today, horizonFrom(visit.today));
  return {
    entries,
    breaks: breaks.filter(({ to }) => to > visit.today).sort((a, b) => (a.from < b.from ? -1 : 1)),
    source: await desk.readCase(chosen.periodId),
  };
}

function page(
  visit: Visit,
  sources: NewPeriodSources,
  { fields, faults }: { readonly fields: NewPeriodFields; readonly faults: readonly string[] },
): Reply {
  return {
    kind: 'page',
    view: 'new-period',
    title: visit.say('editor.new.title'),
    unitName: sources.source.unit.name,
    ...(faults.length > 0 && { status: 400 }),
    model: { ...newPeriodModel(visit, sources, fields), faults, action: NEW_PERIOD_PATH },
  };
}
