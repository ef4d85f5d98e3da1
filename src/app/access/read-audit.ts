/** The audit trail of a unit, or of the whole installation: on a page, as a file, and trimmed to its keeping. */

import type { Instant } from '../../calendar/interval.ts';
import type { Visitor } from '../../domain/account.ts';
import { auditDays } from '../../domain/safety.ts';
import { formatRecord } from '../../output/roster-csv.ts';
import { type AuditFilter, listAudit, type NumberedEntry, trimAudit } from '../../store/audit-store.ts';
import type { App } from '../app.ts';
import { auditKeyOf } from '../derived-key.ts';
import { record } from '../record.ts';
import { authorise, requireMachine, requireOperator } from './authorise.ts';
import { readSafety } from './safety.ts';

const MOST_ON_A_PAGE = 500;
/** Two years: through the next Tết but one, when last year's quarrels come up. */
const AUDIT_KEPT_DAYS = 730;
const DAY_MS = 86_400_000;

/** Newest first, 500 at most: ask again with `before` for what came earlier. Throws `not-found`, `forbidden`. */
export async function readAudit(app: App, visitor: Visitor, filter: AuditFilter): Promise<NumberedEntry[]> {
  if (filter.unitId === undefined) requireOperator(visitor);
  else authorise(visitor, 'audit.view', { unitId: filter.unitId });
  return listAudit(app.db, filter, MOST_ON_A_PAGE);
}

const COLUMNS = ['number', 'at', 'actor', 'action', 'unit', 'subject', 'details', 'address', 'request'];

/**
 * The same as CSV (RFC 4180), UTF-8, all of it, a page at a time so that no long trail stands in memory at once.
 * Column heads are English words: the file is for whoever investigates, and their programs.
 */
export async function* exportAudit(app: App, visitor: Visitor, filter: AuditFilter): AsyncGenerator<string> {
  yield formatRecord(COLUMNS);
  let page = await readAudit(app, visitor, filter);
  while (page.length > 0) {
    yield page.map((entry) => formatRecord(fieldsOf(entry))).join('');
    const before = page.at(-1)?.number ?? 0;
    page = await readAudit(app, visitor, { ...filter, before });
  }
}

function fieldsOf(entry: NumberedEntry): string[] {
  return [
    String(entry.number),
    new Date(entry.at).toISOString(),
    entry.actor,
    entry.action,
    entry.unitId,
    entry.subject,
    JSON.stringify(entry.details),
    entry.address ?? '',
    entry.requestId ?? '',
  ];
}

/**
 * Lets go of entries past their keeping, which a security level may ask to be longer; how many went. Nothing is noted when none
 * did. @param machineDays as this machine's settings say.
 */
export async function trimAuditTrail(app: App, machineDays = AUDIT_KEPT_DAYS): Promise<number> {
  requireMachine(app);
  const keptDays = auditDays(machineDays, (await readSafety(app)).settings);
  return app.db.transaction().execute(async (trx) => {
    const gone = await trimAudit(trx, (app.clock() - keptDays * DAY_MS) as Instant, auditKeyOf(app));
    if (gone > 0) {
      const details = { entries: gone, days: keptDays };
      await record(trx, app, { actor: 'rota', action: 'audit.trim', unitId: '', subject: '' }, details);
    }
    return gone;
  });
}
