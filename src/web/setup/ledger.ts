/** The ledger of a unit: the table, its files, one person's entries with where each came from, and a correction by hand. */

import { correctLedger } from '../../app/ledger/correct-ledger.ts';
import { exportLedger, LEDGER_FORMATS } from '../../app/ledger/export-ledger.ts';
import {
  listCorrections,
  type OpenLedger,
  openLedger,
  type SourcedEntry,
} from '../../app/ledger/open-ledger.ts';
import type { Day } from '../../calendar/day.ts';
import { isNamedDay, LEDGER_KINDS, type LedgerKind } from '../../domain/ledger.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatDate, formatStamp } from '../../i18n/format.ts';
import { formatNumber } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { fileReply } from '../kit/file-reply.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { rosterPath } from '../paths/periods.ts';
import { ledgerFilePath, ledgerImportPath, ledgerPath, personLedgerPath } from '../paths/setup.ts';
import { ledgerAsked, ledgerModel } from './ledger-page.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function showLedger(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const ledger = await openLedger(app, unitId);
  return {
    kind: 'page',
    view: 'setup/ledger',
    title: visit.say('ledger.title'),
    unitName: ledger.unitName,
    model: {
      ...ledgerModel(visit, unitId, ledger, ledgerAsked(visit.query)),
      path: ledgerPath(unitId),
      csvPath: ledgerFilePath(unitId, 'csv'),
      xlsxPath: ledgerFilePath(unitId, 'xlsx'),
      importPath: mayIn(visit, 'ledger.edit', unitId) ? ledgerImportPath(unitId) : '',
    },
  };
}

export async function downloadLedger(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const format = LEDGER_FORMATS.find((each) => each === visit.param('format'));
  if (format === undefined) throw new AppError('not-found', 'web.failure.no-page');
  const title = visit.say('ledger.title');
  const content = await exportLedger(app, { unitId: visit.param('unit'), format, title });
  return fileReply({ content, mediaType: TYPES[format], fileName: `${visit.say('ledger.file')}.${format}` });
}

export function showPersonLedger(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { query } = visit;
  const values = new URLSearchParams({
    year: query.get('year') ?? String(visit.today.slice(0, 4)),
    kind: query.get('kind') ?? 'giao-thua',
  });
  return personPage(visit, deps, { values, faults: [] });
}

export async function correctPersonLedger(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const unitId = visit.param('unit');
  const staffId = visit.param('staff');
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const figure = (name: string): number => (text(name) === '' ? Number.NaN : Number(text(name)));
  const kind = LEDGER_KINDS.find((each) => each === text('kind'));
  if (kind === undefined) throw new AppError('invalid', 'ledger.failure.kind');
  const faults = await correctLedger(deps.app, {
    unitId,
    staffId,
    year: figure('year'),
    kind,
    amount: figure('amount'),
    reason: text('reason'),
    actor: visit.actor,
  });
  if (faults.length > 0) return personPage(visit, deps, { values: form, faults });
  return { kind: 'redirect', to: `${personLedgerPath(unitId, staffId)}?done=corrected` };
}

async function personPage(
  visit: Visit,
  { app }: WebDeps,
  { values, faults }: { readonly values: URLSearchParams; readonly faults: readonly FormFault[] },
): Promise<Reply> {
  const { say } = visit;
  const unitId = visit.param('unit');
  const staffId = visit.param('staff');
  const ledger = await openLedger(app, unitId);
  const name = staffName([...ledger.staff, ...ledger.leavers], staffId);
  if (name === '') throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
  const corrections = await listCorrections(app, unitId, staffId);
  const form = formOf(visit, values, faults);
  return {
    kind: 'page',
    view: 'setup/ledger-person',
    title: say('ledger.person', { name }),
    unitName: ledger.unitName,
    ...refusedIf(faults.length > 0),
    model: {
      title: say('ledger.person', { name }),
      form,
      entries: entryRows(visit, ledger, staffId),
      corrections: corrections.map(({ year, kind, change, reason, actorName, at }) => ({
        what: `${kindWords(visit, kind)} ${year}`,
        change: `${change > 0 ? '+' : ''}${formatNumber(visit.language, change)}`,
        reason,
        stamp: [actorName, formatStamp(visit.language, at, ledger.zone)].filter(Boolean).join(', '),
      })),
      maker: mayIn(visit, 'ledger.edit', unitId),
      fields: [
        form.text('year', 'ledger.field.year', { inputmode: 'numeric', maxlength: 4, required: true }),
        form.select(
          'kind',
          'ledger.field.kind',
          LEDGER_KINDS.map((kind) => ({ value: kind, label: kindWords(visit, kind) })),
        ),
        form.text('amount', 'ledger.field.amount', { inputmode: 'numeric', maxlength: 6, required: true }),
      ],
      reason: form.text('reason', 'ledger.field.reason', { maxlength: 500, required: true }),
      action: personLedgerPath(unitId, staffId),
      back: ledgerPath(unitId),
      done: visit.query.has('done') && visit.method === 'GET',
    },
  };
}

function kindWords({ say }: Visit, kind: LedgerKind): string {
  return say(isNamedDay(kind) ? `named-day.${kind}` : `ledger.${kind}`);
}

/** Newest year first; what it says of a year, and where that came from. */
function entryRows(visit: Visit, { entries, periods }: OpenLedger, staffId: string) {
  return entries
    .filter((entry) => entry.staffId === staffId && entry.amount !== 0)
    .toSorted((a, b) => b.year - a.year)
    .map((entry) => ({
      year: String(entry.year),
      what: kindWords(visit, entry.kind),
      points: entry.kind === 'points',
      amount: formatNumber(visit.language, entry.amount),
      ...sourceWords(visit, entry, periods),
    }));
}

function sourceWords(
  { say }: Visit,
  { source }: SourcedEntry,
  periods: OpenLedger['periods'],
): { readonly source: string; readonly href: string } {
  if (source.kind !== 'period') return { source: say(`ledger.source.${source.kind}`), href: '' };
  const period = periods.find(({ id }) => id === source.periodId);
  if (source.periodId.startsWith('past-')) {
    return {
      source: say('ledger.source.past', { day: formatDate(source.periodId.slice(5) as Day) }),
      href: '',
    };
  }
  if (!period || period.version === 0) return { source: source.periodId, href: '' };
  return {
    source: say('ledger.source.period', { period: period.name, version: period.version }),
    href: rosterPath(period.id),
  };
}
