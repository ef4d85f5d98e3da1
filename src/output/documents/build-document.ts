/** From a request to a document: picks the kind and marks every page. Formats are the writers' concern. */

import type { Instant } from '../../calendar/interval.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { attendanceSheet } from './attendance-sheet.ts';
import { callTree } from './call-tree.ts';
import { changeList } from './change-list.ts';
import { coveringLetter } from './covering-letter.ts';
import { crewSheets } from './crew-sheet.ts';
import type { DocumentKind, DutyDocument, Section } from './document.ts';
import { contextOf, type DocumentContext, type DocumentRequest } from './document-request.ts';
import { identityOf } from './identity.ts';
import { officialList } from './official-list.ts';
import { personGrid } from './person-grid.ts';
import { personalSlips } from './personal-slip.ts';
import { swapPaper } from './swap-paper.ts';
import { wallSheet } from './wall-sheet.ts';

const KINDS: Readonly<Record<DocumentKind, (context: DocumentContext) => Section[]>> = {
  official: officialList,
  notice: coveringLetter,
  wall: wallSheet,
  grid: personGrid,
  crew: crewSheets,
  slip: personalSlips,
  calltree: callTree,
  changes: changeList,
  swap: swapPaper,
  attendance: attendanceSheet,
};

/** A slip for nobody is one empty page. */
export function buildDocument(kind: DocumentKind, request: DocumentRequest): DutyDocument {
  const context = contextOf(request);
  const { source, sheet } = context;
  return {
    kind,
    language: source.language,
    title: sheet.title,
    author: sheet.unit,
    stem: fileStem(kind, source),
    createdAt: source.version?.publishedAt ?? (0 as Instant),
    identity: identityOf(context),
    signable: context.fields.medium === 'electronic',
    sections: KINDS[kind](context),
  };
}

/** `wall-tet-2027-v3`: plain letters, as mail and old file systems mangle others. */
export function fileStem(kind: DocumentKind | 'form', source: DocumentRequest['source']): string {
  const period = foldForSearch(source.plan.period.id).replace(/[^a-z0-9]+/g, '-');
  const version = source.version === undefined ? 'draft' : `v${source.version.number}`;
  return `${kind}-${period}-${version}`;
}
