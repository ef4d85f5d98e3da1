/** One incident: its timeline with the box to write in, reports due, systems and usual steps, whom to call. */

import { type IncidentCall, type OpenIncident, readIncident } from '../../app/incidents/read-incidents.ts';
import { listOwnContacts } from '../../app/units/edit-contacts.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { isOldContact } from '../../domain/contact-entry.ts';
import { incidentCode, type OwedReport } from '../../domain/incident.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import {
  formatClockDay,
  formatDate,
  formatDuration,
  formatStamp,
  formatWeekdayDateShort,
} from '../../i18n/format.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formOf } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { incidentPath, incidentReportPath, incidentRulesPath, incidentsPath } from '../paths/incidents.ts';
import { telephonePath } from '../paths/periods.ts';
import { incidentOf, newKey } from './author.ts';
import { dueWords, mayWrite } from './incidents-page.ts';

const REFRESH_SECONDS = 60;

export async function showIncident(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const contacts = await listOwnContacts(deps.app, unitId);
  const open = await readIncident(deps.app, { unitId, number: incidentOf(visit), contacts });
  const { incident } = open;
  const { say, language, now } = visit;
  const { zone } = deps;
  const { rules, closedAt, detectedAt } = incident;
  const level = rules.levels.find(({ id }) => id === incident.level);
  const writes = mayWrite(visit, unitId) && closedAt === undefined;
  const title = `${incidentCode(incident)} · ${incident.title}`;
  return {
    kind: 'page',
    view: 'incidents/incident',
    title,
    script: 'incident.js',
    refreshSeconds: REFRESH_SECONDS,
    model: {
      title,
      listPath: incidentsPath(unitId),
      level: level?.name ?? '',
      serious: level?.serious === true,
      open: closedAt === undefined,
      state:
        closedAt === undefined
          ? say('incidents.open-for', {
              time: formatDuration(language, Math.floor(minutesBetween(detectedAt, now))),
            })
          : say('incidents.closed-at', { stamp: formatStamp(language, closedAt, zone) }),
      facts: factsOf(visit, open, zone),
      writes,
      key: newKey(),
      paths: {
        step: incidentPath(unitId, incident.number, 'step'),
        call: incidentPath(unitId, incident.number, 'call'),
        judge: incidentPath(unitId, incident.number, 'judge'),
        close: incidentPath(unitId, incident.number, 'close'),
      },
      timeline: open.timeline.map((each) => line(visit, open, each, zone)),
      reports: open.owed.map((each, i) => owedRow(visit, unitId, { open, owed: each, place: i + 1, zone })),
      check: rules.check
        ? { name: rules.name, remark: rules.remark, href: incidentRulesPath(unitId) }
        : false,
      systems: incident.systems,
      steps: rules.steps.map((words) => stepRow(visit, open, words, zone)),
      calls: open.calls.map((each, i) => callRow(visit, each, { place: i + 1, zone })),
      judge: judgeForm(visit, open),
      closing: incident.closing ? { ...incident.closing, by: closerOf(open) } : false,
    },
  };
}

/** Empty where no member of staff did. */
function closerOf({ timeline, nameOf }: OpenIncident): string {
  const staffId = timeline.find(({ facts }) => facts.step === 'close')?.staffId;
  return staffId === undefined ? '' : nameOf(staffId);
}

function factsOf({ say, language }: Visit, { incident }: OpenIncident, zone: string): string[] {
  const { rules, kind, detectedAt, personalData } = incident;
  return [
    rules.kinds.find(({ id }) => id === kind)?.name ?? '',
    say('incidents.detected-at', { stamp: formatStamp(language, detectedAt, zone) }),
    ...(personalData ? [say('incidents.personal-data')] : []),
  ].filter((each) => each !== '');
}

const ICONS = {
  observation: 'search',
  check: 'check',
  alert: 'bell',
  call: 'phone',
  incident: 'octagon',
  handover: 'swap',
} as const;

function line(
  { language, say }: Visit,
  { nameOf, corrections }: OpenIncident,
  entry: LogEntry,
  zone: string,
) {
  const { number, writtenAt, kind, words, staffId, purged, facts } = entry;
  const mended = corrections.get(number);
  return {
    clock: clockTimeOf(writtenAt, zone),
    day: formatWeekdayDateShort(language, dayOf(writtenAt, zone)),
    icon: facts.report === undefined ? ICONS[kind] : 'document',
    kind: say(`incidents.line.${kind}`),
    words: purged ? say('incidents.purged') : words,
    who: staffId === undefined ? '' : nameOf(staffId),
    number,
    missed: kind === 'call' && facts.answered === false,
    serious: facts.step === 'open',
    mended: mended === undefined ? '' : say('incidents.mended', { number: mended }),
  };
}

interface Owing {
  readonly open: OpenIncident;
  readonly owed: OwedReport;
  readonly place: number;
  readonly zone: string;
}

function owedRow(visit: Visit, unitId: string, { open, owed, place, zone }: Owing) {
  const { say, language } = visit;
  const { duty, state, sent, draft } = owed;
  const href = incidentReportPath(unitId, open.incident.number, duty.id);
  const sentWords = sent?.sentAt
    ? say('incidents.report.sent-at', {
        stamp: formatClockDay(language, sent.sentAt, { zone }),
        receipt: sent.receipt,
      })
    : '';
  return {
    place,
    name: duty.name,
    recipient: duty.recipient,
    sent: state === 'sent',
    late: state === 'late',
    words: [
      sentWords,
      state === 'sent' ? '' : dueWords(visit, owed, { zone, named: false }),
      owed.dueAt === undefined && !sent ? say('incidents.due.none') : '',
    ]
      .filter((each) => each !== '')
      .join('; '),
    source: duty.source,
    href,
    action: say(
      state === 'sent'
        ? 'incidents.report.view'
        : draft
          ? 'incidents.report.go-on'
          : 'incidents.report.write',
    ),
    dueAt: state === 'sent' ? '' : (owed.dueAt ?? ''),
  };
}

function stepRow({ say }: Visit, { timeline, nameOf }: OpenIncident, words: string, zone: string) {
  const done = timeline.find(({ facts }) => facts.usual === words);
  return {
    words,
    done: done
      ? say('incidents.step-done', {
          clock: clockTimeOf(done.writtenAt, zone),
          name: nameOf(done.staffId ?? ''),
        })
      : '',
    label: say('incidents.step-label', { step: words }),
  };
}

function callRow(
  visit: Visit,
  call: IncidentCall,
  { place, zone }: { readonly place: number; readonly zone: string },
) {
  const { say, today } = visit;
  const { key, name, about, until, phone, email, standIn, channel, checkedOn, tried } = call;
  const answered = tried.some(({ facts }) => facts.answered === true);
  const checked =
    checkedOn === undefined
      ? ''
      : say(isOldContact({ asOf: checkedOn }, today) ? 'incidents.call.old' : 'incidents.call.checked', {
          day: formatDate(checkedOn),
        });
  return {
    key,
    place,
    name,
    about: [
      about,
      until === undefined ? '' : say('overview.duty.until', { clock: clockTimeOf(until, zone) }),
      checked,
    ]
      .filter((each) => each !== '')
      .join(', '),
    phone,
    tel: phone === '' ? '' : telephonePath(phone),
    email,
    standIn,
    channel,
    answered,
    tried: tried.toReversed().map(({ writtenAt, facts }) => ({
      words: say(facts.answered === true ? 'incidents.call.answered' : 'incidents.call.silent', {
        clock: clockTimeOf(writtenAt, zone),
      }),
      good: facts.answered === true,
    })),
    answeredLabel: say('incidents.call.answered-label', { name }),
    silentLabel: say('incidents.call.silent-label', { name }),
  };
}

function judgeForm(visit: Visit, { incident }: OpenIncident) {
  const { rules } = incident;
  const values = new URLSearchParams({
    level: incident.level,
    kind: incident.kind,
    systems: incident.systems.join('\n'),
    ...(incident.personalData ? { personalData: 'yes' } : {}),
  });
  const form = formOf(visit, values);
  const options = (list: typeof rules.kinds) => list.map(({ id, name }) => ({ value: id, label: name }));
  return [
    form.select('level', 'log.field.severity', options(rules.levels)),
    form.select('kind', 'word.kind', options(rules.kinds)),
    form.area('systems', 'incidents.field.systems', { rows: 2, maxlength: 1000 }),
    form.check('personalData', 'incidents.field.personal-data'),
  ];
}
