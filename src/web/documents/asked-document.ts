/** What a visit asks of documents: the opened version with what is kept for it, set as the address says, and the file as an answer. */

import { readStood } from '../../app/check-ins/read-stood.ts';
import { type KeptDocuments, readKeptDocuments } from '../../app/documents/read-kept-documents.ts';
import { readYearMinutes } from '../../app/documents/read-year-minutes.ts';
import { findSwap } from '../../app/swaps/find-swap.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { openElsewhere } from '../../kernel/loopback.ts';
import type { DocumentKind } from '../../output/documents/document.ts';
import { type DocumentRequest, keptOptions } from '../../output/documents/document-request.ts';
import { askerOf } from '../kit/asker.ts';
import type { Documents, WebDeps } from '../kit/deps.ts';
import { TICKED } from '../kit/fields.ts';
import { type DownloadedFile, fileReply } from '../kit/file-reply.ts';
import type { BytesReply, Visit } from '../kit/visit.ts';
import { rosterPath } from '../paths/periods.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { sheetSource } from '../roster/sheet-source.ts';
import { OWN_SETTINGS, readSettings } from './document-form.ts';

/** Documents of the visitor's share. */
export function visitorDocuments(visit: Visit, deps: WebDeps): VisitorDocuments {
  const { documents } = deps;
  if (!documents) throw new AppError('unavailable', 'document.failure.busy');
  const asker = askerOf(visit, deps);
  return {
    render: (order) => documents.render(order, asker),
    fill: (order) => documents.fill(order, asker),
    picture: (order) => documents.picture(order, asker),
    pdf: (document) => documents.pdf(document, asker),
  };
}

type VisitorDocuments = {
  [W in Exclude<keyof Documents, 'write'>]: (order: Parameters<Documents[W]>[0]) => ReturnType<Documents[W]>;
};

/** The opened version with the fields that are kept for it, set as the address asks. */
export async function requestOf(
  visit: Visit,
  deps: WebDeps,
  open: OpenVersion,
  kind?: DocumentKind,
): Promise<DocumentRequest> {
  const { plan, periodId } = open.version;
  const { query, language } = visit;
  const { fields } = await keptOf(deps, keyOf(open));
  const isOwn = query.get(OWN_SETTINGS) === TICKED;
  const kept = isOwn ? {} : (fields.print ?? {});
  const options = { ...keptOptions({ print: kept }), ...readSettings(query, plan) };
  const yearMinutes = kind === 'attendance' ? await readYearMinutes(deps.app, plan) : undefined;
  const before = kind === 'changes' ? await versionBefore(visit, deps, open) : undefined;
  const swapId = kind === 'swap' ? (query.get('swap') ?? '') : '';
  const swap = swapId === '' ? undefined : await findSwap(deps.app, keyOf(open), swapId);
  // What hangs where anyone passes has phones only where they are asked for (Law 91/2025, Art. 16).
  const isAsked = kind !== 'wall' || query.get('wall-phones') === TICKED;
  const phones = isAsked && query.get('no-phones') !== TICKED && !kept.noPhones;
  const stood = await readStood(deps.app, keyOf(open));
  const currentUrl = openElsewhere(`${deps.publicUrl}${rosterPath(periodId)}`);
  return {
    source: sheetSource(open, { language, phones }),
    fields,
    ...(stood && { stood }),
    ...(before && { before }),
    ...(swap && { swap }),
    options: {
      ...options,
      ...(yearMinutes && { yearMinutes }),
      ...(currentUrl !== undefined && { currentUrl }),
    },
  };
}

/** What stand-ins are told against: the version that `from` names, or the first; undefined when it is the opened one or later. */
async function versionBefore(
  { query }: Visit,
  { app }: WebDeps,
  open: OpenVersion,
): Promise<DocumentRequest['before']> {
  const asked = query.get('from') ?? '';
  const entry = open.entries.find(({ number }) => asked === '' || String(number) === asked);
  if (!entry || entry.number >= open.version.number) return undefined;
  const version = await readVersion(app, keyOf(open), entry.number);
  return version && { plan: version.plan, roster: version.roster, version };
}

export function keyOf({ version }: OpenVersion): PeriodKey {
  return { unitId: version.plan.unit.id, periodId: version.periodId };
}

export function keptOf({ app }: WebDeps, key: PeriodKey): Promise<KeptDocuments> {
  return readKeptDocuments(app, key);
}

/** May be asked for again and be found unchanged. */
export function documentReply(file: DownloadedFile): BytesReply {
  return fileReply(file, 'private, no-cache');
}
