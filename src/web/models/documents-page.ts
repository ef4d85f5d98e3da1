/** The page of documents as its template wants it: kinds with their formats, and the form with what was typed. */

import { LETTER_TYPES, SIGNING_CAPACITIES, URGENCIES } from '../../domain/document-fields.ts';
import type { Fault } from '../../kernel/fault.ts';
import { compareNames } from '../../kernel/names.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../output/documents/document.ts';
import { ORIENTATIONS, PAPERS } from '../../output/documents/document-request.ts';
import { letterDefaults } from '../../output/documents/letter.ts';
import {
  DOCUMENT_FILES,
  DOCUMENT_FORMATS,
  type DocumentFormat,
} from '../../output/documents/render-document.ts';
import { documentPath, rosterPath } from '../addresses.ts';
import type { Visit } from '../visit.ts';
import { LINE_FIELDS, LIST_FIELDS, SIGNER_FIELDS } from './document-query.ts';
import type { OpenVersion } from './period-bar.ts';
import { sheetSource } from './sheet-source.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface DocumentsPage {
  readonly kinds: readonly {
    readonly name: string;
    readonly note: string;
    readonly formats: readonly { readonly action: string; readonly label: string; readonly main: boolean }[];
  }[];
  readonly typed: Readonly<Record<string, string>>;
  /** What stands where a box is left empty. */
  readonly usual: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly alone: boolean;
  readonly noPhones: boolean;
  readonly version: string;
  readonly backHref: string;
  readonly sampleHref: string;
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

/** Kinds without tables of their own in a spreadsheet, or without words to paste. */
const FORMATS: Readonly<Partial<Record<DocumentKind, readonly DocumentFormat[]>>> = {
  notice: ['pdf', 'docx', 'html'],
  slip: ['pdf', 'docx', 'html'],
  calltree: ['pdf', 'docx', 'html', 'text'],
};

export function documentsPage(visit: Visit, open: OpenVersion, faults: readonly Fault[]): DocumentsPage {
  const { query, say } = visit;
  const { version, pinnedNumber } = open;
  const source = sheetSource(open, { language: visit.language, phones: false });
  const boxes = ['number', 'date', ...LINE_FIELDS, ...LIST_FIELDS, ...SIGNER_FIELDS];
  return {
    kinds: DOCUMENT_KINDS.map((kind) => ({
      name: say(`document.kind.${kind}`),
      note: say(`document.kind.${kind}.note`),
      formats: (FORMATS[kind] ?? DOCUMENT_FORMATS).map((format, i) => ({
        action: documentPath(version.periodId, kind, DOCUMENT_FILES[format].extension),
        label: say(`document.format.${format}`),
        main: i === 0,
      })),
    })),
    typed: Object.fromEntries(boxes.map((name) => [name, query.get(name) ?? ''])),
    usual: letterDefaults(source),
    choices: {
      type: choicesOf(visit, 'type', LETTER_TYPES),
      urgency: choicesOf(visit, 'urgency', URGENCIES),
      capacity: choicesOf(visit, 'capacity', SIGNING_CAPACITIES),
      paper: choicesOf(visit, 'paper', PAPERS),
      orientation: [
        { value: '', label: say('document.form.orientation.usual'), chosen: !query.get('orientation') },
        ...choicesOf(visit, 'orientation', ORIENTATIONS).map((choice) => ({
          ...choice,
          chosen: choice.value === query.get('orientation'),
        })),
      ],
      staff: staffChoices(visit, open),
    },
    alone: query.get('alone') === '1',
    noPhones: query.get('no-phones') === '1',
    version: pinnedNumber === undefined ? '' : String(pinnedNumber),
    sampleHref: documentPath(version.periodId, 'form', 'docx'),
    backHref: rosterPath(version.periodId, pinnedNumber),
    faults: faults.map(({ column = '', key, value, params }) => ({
      field: say(`document.form.${column.split('.').at(-1)?.replace(/\[.*$/, '') ?? ''}`),
      text: say(key, value === undefined ? params : { value, ...params }),
    })),
  };
}

/** The first is what holds when nothing was chosen. */
function choicesOf({ query, say }: Visit, name: string, values: readonly string[]): Choice[] {
  const asked = values.find((value) => value === query.get(name)) ?? values[0];
  return values.map((value) => ({
    value,
    label: say(`document.form.${name}.${value}`),
    chosen: value === asked,
  }));
}

function staffChoices({ query, say }: Visit, { version }: OpenVersion): Choice[] {
  const standing = new Set(version.roster.assignments.map(({ staffId }) => staffId));
  const people = version.plan.staff
    .filter(({ id }) => standing.has(id))
    .sort((a, b) => compareNames(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name, chosen: query.get('staff') === id }));
  return [{ value: '', label: say('document.form.staff.all'), chosen: false }, ...people];
}
