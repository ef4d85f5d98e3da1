/** Reports of an incident: written, kept, and marked as sent with how; after that they stay as they are. */

import { type Incident, type IncidentReport, owedReports } from '../../domain/incident.ts';
import { REPORT_FIELDS, type ReportField } from '../../domain/incident-rules.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findIncident, listReports, saveReport as save } from '../../store/incident-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { prepareEntry, writePrepared } from '../log/write-entry.ts';
import { record } from '../record.ts';
import type { Author } from './open-incident.ts';

export interface ReportSaving extends Author {
  readonly incident: number;
  readonly duty: string;
  readonly fields: Readonly<Partial<Record<ReportField, string>>>;
  /** How it went out and to whom; absent where it is only kept. */
  readonly sent?: { readonly receipt: string; readonly words: string };
}

const MOST_TEXT = 4000;

/**
 * The report's number. Sent is what somebody says was sent: nothing leaves this machine by it. Throws `not-found`, `forbidden`;
 * `conflict`, `incidents.failure.sent`.
 */
export async function saveReport(app: App, saving: ReportSaving): Promise<number> {
  const { unitId, staffId, incident: number, duty, sent, key, actor } = saving;
  allow(app, 'log.write', { unitId, ...(staffId === undefined ? {} : { staffId }) });
  await requirePart(app, unitId, 'incidents');
  const prepared =
    sent &&
    (await prepareEntry(app, {
      ...{ unitId, key, actor, kind: 'incident', words: sent.words, facts: { report: duty } },
      subject: { kind: 'incident', id: String(number) },
      ...(staffId === undefined ? {} : { staffId }),
    }));
  return app.db.transaction().execute(async (trx) => {
    const incident = await findIncident(trx, { unitId, number });
    if (!incident) throw new AppError('not-found', 'incidents.failure.missing', { number });
    const { report, next } = await draftOf(trx, app, saving, incident);
    if (prepared && (await writePrepared(trx, app, prepared)).again) return next;
    const now = app.clock();
    await save(
      trx,
      { unitId, number },
      {
        ...{ number: next, duty, savedAt: now, fields: cleaned(saving.fields) },
        ...(sent ? { sentAt: now } : {}),
        receipt: sent ? sent.receipt.normalize('NFC').trim().slice(0, 500) : (report?.receipt ?? ''),
      },
    );
    const action = sent ? 'incident.report-sent' : 'incident.report';
    await record(trx, app, { actor, action, unitId, subject: String(number) }, { duty });
    return next;
  });
}

async function draftOf(
  trx: Database,
  app: App,
  { unitId, duty }: ReportSaving,
  incident: Incident,
): Promise<{ readonly report?: IncidentReport; readonly next: number }> {
  const reports = await listReports(trx, { unitId, number: incident.number });
  const owed = owedReports(incident, reports, app.clock()).find((each) => each.duty.id === duty);
  if (!owed) throw new AppError('not-found', 'incidents.failure.no-duty');
  if (owed.state === 'sent') throw new AppError('conflict', 'incidents.failure.sent');
  const next = owed.draft?.number ?? (reports.at(-1)?.number ?? 0) + 1;
  return { ...(owed.draft ? { report: owed.draft } : {}), next };
}

function cleaned(fields: ReportSaving['fields']): IncidentReport['fields'] {
  return Object.fromEntries(
    REPORT_FIELDS.flatMap((field) => {
      const text = fields[field]?.normalize('NFC').replace(/\r\n/gu, '\n').trim().slice(0, MOST_TEXT) ?? '';
      return text === '' ? [] : [[field, text]];
    }),
  );
}
