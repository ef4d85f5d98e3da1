/** One report of an incident: filled in from what is known, kept while it is written, marked as sent; and as a document. */

import { saveReport } from '../../app/incidents/incident-reports.ts';
import { type OpenIncident, readIncident } from '../../app/incidents/read-incidents.ts';
import { incidentCode, type OwedReport } from '../../domain/incident.ts';
import { REPORT_FIELDS, type ReportField } from '../../domain/incident-rules.ts';
import { formatClockDay, formatPaperMoment } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formOf } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { incidentPath, incidentReportPath } from '../paths/incidents.ts';
import { authorOf, incidentOf, newKey } from './author.ts';
import { dueWords, mayWrite } from './incidents-page.ts';

export interface OpenReport {
  readonly open: OpenIncident;
  readonly owed: OwedReport;
}

/** Throws `not-found` for a report nobody owes of this incident. */
export async function openReport(visit: Visit, { app }: WebDeps): Promise<OpenReport> {
  const open = await readIncident(app, {
    unitId: visit.param('unit'),
    number: incidentOf(visit),
    contacts: [],
  });
  const owed = open.owed.find(({ duty }) => duty.id === visit.param('duty'));
  if (!owed) throw new AppError('not-found', 'incidents.failure.no-duty');
  return { open, owed };
}

/** What was written, or what the incident itself tells. */
export function fieldText(
  visit: Visit,
  { open, owed }: OpenReport,
  field: ReportField,
  zone: string,
): string {
  const written = (owed.state === 'sent' ? owed.sent : owed.draft) ?? undefined;
  if (written) return written.fields[field] ?? '';
  return knownOf(visit, open, field, zone);
}

function knownOf(
  { language, say }: Visit,
  { incident, timeline, nameOf, corrections }: OpenIncident,
  field: ReportField,
  zone: string,
): string {
  const { rules, closing } = incident;
  if (field === 'detected') return formatPaperMoment(language, incident.detectedAt, zone);
  if (field === 'systems') return incident.systems.join(', ');
  if (field === 'kind') return rules.kinds.find(({ id }) => id === incident.kind)?.name ?? '';
  if (field === 'level') return rules.levels.find(({ id }) => id === incident.level)?.name ?? '';
  if (field === 'description') return incident.title;
  if (field === 'cause') return closing?.cause ?? '';
  if (field === 'remaining') return closing?.remaining ?? '';
  if (field !== 'done') return '';
  return timeline
    .filter(({ facts, purged }) => !purged && facts.report === undefined)
    .toReversed()
    .map(({ number, writtenAt, words, staffId }) => {
      const who = staffId === undefined ? '' : ` (${nameOf(staffId)})`;
      const mended = corrections.get(number);
      const mark = mended === undefined ? '' : `, ${say('incidents.mended', { number: mended })}`;
      return `${formatPaperMoment(language, writtenAt, zone)}: ${words}${who}${mark}`;
    })
    .join('\n');
}

export async function showReport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const report = await openReport(visit, deps);
  const { open, owed } = report;
  const { say } = visit;
  const { zone } = deps;
  const unitId = visit.param('unit');
  const { incident } = open;
  const { duty, state, sent } = owed;
  const values = new URLSearchParams(
    duty.fields.map((field): [string, string] => [field, fieldText(visit, report, field, zone)]),
  );
  const form = formOf(visit, values);
  const path = incidentReportPath(unitId, incident.number, duty.id);
  const writes = mayWrite(visit, unitId) && state !== 'sent';
  return {
    kind: 'page',
    view: 'incidents/report',
    title: duty.name,
    model: {
      title: duty.name,
      incident: `${incidentCode(incident)} · ${incident.title}`,
      back: incidentPath(unitId, incident.number),
      recipient: say('incidents.report.recipient', { recipient: duty.recipient }),
      source: duty.source,
      due: dueWords(visit, owed, { zone, named: false }),
      late: state === 'late',
      done: visit.query.has('done'),
      writes,
      key: newKey(),
      to: path,
      fields: duty.fields.map((field) =>
        form.area(field, `incidents.report.field.${field}`, {
          rows: field === 'done' ? 8 : 2,
          maxlength: 4000,
        }),
      ),
      receipt: form.text('receipt', 'incidents.report.receipt', { maxlength: 500 }),
      told: duty.fields.map((field) => ({
        label: say(`incidents.report.field.${field}`),
        text: fieldText(visit, report, field, zone),
      })),
      sent: sent?.sentAt
        ? say('incidents.report.sent-at', {
            stamp: formatClockDay(visit.language, sent.sentAt, { zone }),
            receipt: sent.receipt,
          })
        : '',
      docx: `${path}.docx`,
      pdf: deps.documents ? `${path}.pdf` : '',
    },
  };
}

export async function keepReport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form, say } = visit;
  const { open, owed } = await openReport(visit, deps);
  const author = authorOf(visit);
  const { number } = open.incident;
  const fields = Object.fromEntries(
    REPORT_FIELDS.flatMap((field) => (form.has(field) ? [[field, form.get(field) ?? '']] : [])),
  );
  const receipt = form.get('receipt') ?? '';
  const words = say('incidents.entry.sent', {
    name: owed.duty.name,
    receipt: receipt.trim() || owed.duty.recipient,
  });
  const sends = form.get('act') === 'send';
  await saveReport(deps.app, {
    ...{ ...author, incident: number, duty: owed.duty.id, fields },
    ...(sends ? { sent: { receipt, words } } : {}),
  });
  if (sends) return redirect(incidentPath(author.unitId, number));
  return redirect(`${incidentReportPath(author.unitId, number, owed.duty.id)}?done=saved`);
}
