/** What the form of documents sends, as the query of an address: the fields of a letter and how it is set. */

import { readDocumentFields } from '../../app/read-document-fields.ts';
import type { DocumentFields } from '../../domain/document-fields.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import { type DocumentOptions, ORIENTATIONS, PAPERS } from '../../output/documents/document-request.ts';

/** One line each, under its own name in `document.json`. */
export const LINE_FIELDS = [
  'parentName',
  'unitName',
  'symbol',
  'place',
  'subject',
  'archive',
  'maker',
] as const;
/** A line of the box is an entry. */
export const LIST_FIELDS = ['legalBases', 'recipients'] as const;
export const SIGNER_FIELDS = ['authority', 'position', 'name'] as const;

export type DocumentQuery =
  | { readonly ok: true; readonly fields: DocumentFields; readonly options: DocumentOptions }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Throws `not-found` when `staff` is nobody of the plan. */
export function readDocumentQuery(query: URLSearchParams, staffIds: ReadonlySet<string>): DocumentQuery {
  const parsed = readDocumentFields(typedFields(query));
  if (!parsed.ok) return { ok: false, faults: parsed.faults };
  return { ok: true, fields: parsed.value, options: optionsOf(query, staffIds) };
}

/** Empty boxes are fields nobody gave. */
function typedFields(query: URLSearchParams): object {
  const text = (name: string): string => (query.get(name) ?? '').trim();
  const given = <T>(name: string, value: T | ''): object => (value === '' ? {} : { [name]: value });
  const number = text('number');
  const lists = LIST_FIELDS.map((name) => {
    const lines = text(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return given(name, lines.length === 0 ? '' : lines);
  });
  return Object.assign(
    {},
    given('type', text('type')),
    given('urgency', text('urgency')),
    // What is no number stays as it was typed, for the fault to quote.
    given('number', /^\d+$/.test(number) ? Number(number) : number),
    given('date', text('date')),
    ...LINE_FIELDS.map((name) => given(name, text(name))),
    ...lists,
    given('signer', signerOf(text)),
  );
}

/** A position or name alone is the head's. */
function signerOf(text: (name: string) => string): object | '' {
  const lines = SIGNER_FIELDS.map((name) => [name, text(name)] as const).filter(([, value]) => value !== '');
  const capacity = text('capacity');
  if (lines.length === 0) return '';
  return Object.fromEntries([...(capacity === '' ? [] : [['capacity', capacity]]), ...lines]);
}

function optionsOf(query: URLSearchParams, staffIds: ReadonlySet<string>): DocumentOptions {
  const paper = PAPERS.find((each) => each === query.get('paper'));
  const orientation = ORIENTATIONS.find((each) => each === query.get('orientation'));
  const staff = query.get('staff') ?? '';
  if (staff !== '' && !staffIds.has(staff)) throw new AppError('not-found', 'web.failure.no-page');
  return {
    alone: query.get('alone') === '1',
    ...(paper && { paper }),
    ...(orientation && { orientation }),
    ...(staff !== '' && { staffIds: [staff] }),
  };
}
