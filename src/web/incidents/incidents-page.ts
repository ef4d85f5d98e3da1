/** “Sự cố”: those that are open with what is due, those that are closed; and the form that opens one. */

import { readIncidentRules } from '../../app/incidents/incident-rules.ts';
import { openIncident } from '../../app/incidents/open-incident.ts';
import { type ListedIncident, listIncidents } from '../../app/incidents/read-incidents.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf, parseInstant } from '../../calendar/zone.ts';
import { incidentCode, nextDue, type OwedReport } from '../../domain/incident.ts';
import type { IncidentRules } from '../../domain/incident-rules.ts';
import { formatClockDay, formatCountdown, formatDuration, formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn, ownStaffId, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { incidentPath, incidentRulesPath, incidentsPath, newIncidentPath } from '../paths/incidents.ts';
import { authorOf, newKey } from './author.ts';

export async function showIncidents(visit: Visit, { app, zone }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { say } = visit;
  const listed = await listIncidents(app, unitId);
  const open = listed.filter(({ incident }) => incident.closedAt === undefined);
  return {
    kind: 'page',
    view: 'incidents/incidents',
    title: say('incidents.title'),
    model: {
      count:
        open.length === 0 ? say('incidents.none-open') : say('incidents.open-count', { count: open.length }),
      newPath: mayWrite(visit, unitId) ? newIncidentPath(unitId) : '',
      rulesPath: incidentRulesPath(unitId),
      none: listed.length === 0,
      incidents: listed.map((each) => row(visit, unitId, each, zone)),
    },
  };
}

export function mayWrite(visit: Visit, unitId: string): boolean {
  return mayIn(visit, 'log.write', unitId) || ownStaffId(visit, unitId) !== undefined;
}

function row(visit: Visit, unitId: string, { incident, owed }: ListedIncident, zone: string) {
  const { say, language, now } = visit;
  const { title, rules, detectedAt, closedAt, systems } = incident;
  const level = rules.levels.find(({ id }) => id === incident.level);
  const next =
    closedAt === undefined || owed.some(({ state }) => state === 'late') ? nextDue(owed) : undefined;
  return {
    code: incidentCode(incident),
    title,
    href: incidentPath(unitId, incident.number),
    level: level?.name ?? '',
    serious: level?.serious === true,
    kind: rules.kinds.find(({ id }) => id === incident.kind)?.name ?? '',
    systems: systems.join(', '),
    detected: say('incidents.detected-at', { stamp: formatStamp(language, detectedAt, zone) }),
    open: closedAt === undefined,
    state:
      closedAt === undefined
        ? say('incidents.open-for', {
            time: formatDuration(language, Math.floor(minutesBetween(detectedAt, now))),
          })
        : say('incidents.closed-at', { stamp: formatStamp(language, closedAt, zone) }),
    due: next ? dueWords(visit, next, { zone, named: true }) : '',
    late: next?.state === 'late',
  };
}

/** `hạn 08:00 thứ Bảy 06/02, còn 7 giờ 13 phút`; empty where no time is set. */
export function dueWords(
  { say, language, now }: Visit,
  { duty, dueAt, state }: OwedReport,
  { zone, named }: { readonly zone: string; readonly named: boolean },
): string {
  if (dueAt === undefined) return '';
  const left = Math.floor(minutesBetween(now, dueAt));
  const about = { name: duty.name, moment: formatClockDay(language, dueAt, { zone }) };
  if (state === 'late') {
    return say(named ? 'incidents.due.late' : 'incidents.due.late-only', {
      ...about,
      time: formatCountdown(language, Math.max(0, -left)),
    });
  }
  return say(named ? 'incidents.due.left' : 'incidents.due.left-only', {
    ...about,
    time: formatCountdown(language, left),
  });
}

export async function showNewIncident(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { now, query } = visit;
  const rules = await readIncidentRules(deps.app, { unitId, shipped: deps.incidentRules });
  const zone = deps.zone;
  const values = new URLSearchParams({
    key: newKey(),
    entry: query.get('entry') ?? '',
    title: query.get('title') ?? '',
    systems: query.get('system') ?? '',
    kind: rules.kinds[0]?.id ?? '',
    level: rules.levels[0]?.id ?? '',
    detected: `${dayOf(now, zone)}T${clockTimeOf(now, zone)}`,
  });
  return formPage(visit, rules, { values, faults: [] });
}

export async function createIncident(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const author = authorOf(visit);
  const asked = { unitId: author.unitId, shipped: deps.incidentRules };
  const rules = await readIncidentRules(deps.app, asked);
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const detectedAt = parseInstant(text('detected'), deps.zone);
  const entry = Number(text('entry'));
  const level = rules.levels.find(({ id }) => id === text('level'))?.name ?? '';
  if (detectedAt === undefined) {
    const faults = [{ field: 'detected', key: 'incidents.fault.detected' }];
    return formPage(visit, rules, { values: form, faults });
  }
  try {
    const number = await openIncident(deps.app, {
      ...author,
      shipped: deps.incidentRules,
      title: text('title'),
      kind: text('kind'),
      level: text('level'),
      systems: text('systems').split(/[\n,;]/u),
      detectedAt,
      personalData: form.get('personalData') === TICKED,
      ...(Number.isSafeInteger(entry) && entry > 0 ? { origin: entry } : {}),
      words: visit.say('incidents.entry.open', { title: text('title'), level }),
    });
    return redirect(incidentPath(author.unitId, number));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    const field = error.key.split('.').at(-1) ?? '';
    return formPage(visit, rules, {
      values: form,
      faults: [{ field, key: error.key, params: error.params }],
    });
  }
}

interface Filled {
  readonly values: URLSearchParams;
  readonly faults: readonly FormFault[];
}

function formPage(visit: Visit, rules: IncidentRules, { values, faults }: Filled): Reply {
  const unitId = visit.param('unit');
  const form = formOf(visit, values, faults);
  const options = (list: IncidentRules['kinds']) => list.map(({ id, name }) => ({ value: id, label: name }));
  return {
    kind: 'page',
    view: 'incidents/new',
    title: visit.say('incidents.new'),
    ...refusedIf(faults.length > 0),
    model: {
      form,
      key: values.get('key') ?? newKey(),
      entry: values.get('entry') ?? '',
      origin:
        (values.get('entry') ?? '') === ''
          ? ''
          : visit.say('incidents.from-entry', { number: values.get('entry') ?? '' }),
      to: newIncidentPath(unitId),
      back: incidentsPath(unitId),
      fields: [
        form.text('title', 'incidents.field.title', { required: true, maxlength: 200 }),
        form.radios('level', 'log.field.severity', options(rules.levels)),
        form.select('kind', 'word.kind', options(rules.kinds)),
        form.text('detected', 'incidents.field.detected', { type: 'datetime-local', required: true }),
        form.area('systems', 'incidents.field.systems', { rows: 2, maxlength: 1000 }),
        form.check('personalData', 'incidents.field.personal-data'),
      ],
    },
  };
}
