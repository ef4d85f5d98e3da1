/**
 * The official duty list: annexes to a notice, plan or decision (Phụ lục I, and II with the phones), or one list
 * standing alone under its own letterhead.
 */

import { cleanText } from '../plain-text.ts';
import {
  type Block,
  innerHeightMm,
  innerWidthMm,
  type PageSetup,
  type Section,
  type Table,
  type Title,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { capitals, type Letter, letterOf, occasionOf } from './letter.ts';
import { aroundHeightMm, signatureBlock, titleBlock } from './letter-parts.ts';
import { type Around, listTables } from './list-layouts.ts';
import { sortedPeople } from './listed-people.ts';
import { letterPage } from './pages.ts';
import { fitTable, sum, tableHeightMm } from './table-fit.ts';

/** Of the list of phones. */
const TABLE_SIZES = { least: 10, most: 12, running: 11 };

/** Of a note under the table. */
const NOTE_MM = 9;

/** An annex in a file of its own is signed by the office in the top right corner of its first page (Phụ lục I, III.1.c). */
const CORNER_MM = 25;

export function officialList(context: DocumentContext): Section[] {
  return context.options.alone ? [aloneSection(context)] : annexSections(context);
}

export function annexSections(context: DocumentContext): Section[] {
  const letter = letterOf(context);
  const withPhones = context.sheet.phones.length > 0;
  const { annex } = context.options;
  const list = (): Section =>
    listSection(context, (page) =>
      annexTitle(context, letter, { numeral: withPhones ? 'I' : '', title: listTitle(context), page }),
    );
  return [
    ...(annex === 'phones' ? [] : [list()]),
    ...(withPhones && annex !== 'list' ? [phoneSection(context, letter)] : []),
  ];
}

export function listTitle(context: DocumentContext): string {
  return capitals(context.say('document.list-title', { occasion: occasionOf(context) }));
}

/** Title and notes of an annex. */
const ANNEX_MM = 52;

function listSection(context: DocumentContext, titleOn: (page: PageSetup) => Title): Section {
  const corner = context.fields.medium === 'electronic' ? CORNER_MM : 0;
  const { page, tables } = placedTables(context, () => ({ mm: ANNEX_MM + corner, signed: false }));
  return { page, face: 'serif', blocks: [titleOn(page), ...tables, ...listNotes(context)] };
}

/** What is set to the height of its page exceeds it by a fraction. */
const SLACK_MM = 0.5;

interface PlacedTables {
  readonly page: PageSetup;
  readonly tables: readonly Table[];
  /** Whether they stand on one page with what is around them. */
  readonly fits: boolean;
  /** Whether what is around them leaves no room: the letterhead would stand on a page alone. */
  readonly crowded: boolean;
}

/** On a page that lies, or as it is asked for; upright where a list that is wanted on one page, or what is around it, fits only so. */
function placedTables(context: DocumentContext, aroundOn: (page: PageSetup) => Around): PlacedTables {
  const { orientation, onePage } = context.options;
  const on = (page: PageSetup): PlacedTables => {
    const around = aroundOn(page);
    const tables = listTables(context, page, around);
    const heights = tables.map((table) =>
      tableHeightMm(table.sizePt, table.widthsMm, { ...table, face: 'serif' }),
    );
    const roomMm = innerHeightMm(page) - around.mm;
    return { page, tables, fits: sum(heights) <= roomMm + SLACK_MM, crowded: roomMm <= 0 };
  };
  const first = on(letterPage(orientation ?? 'landscape'));
  if (orientation !== undefined || (onePage ? first.fits : !first.crowded)) return first;
  const upright = on(letterPage('portrait'));
  return !onePage || upright.fits ? upright : first;
}

/** Whom to call stands in the letter. */
export function listNote({ sheet, source }: DocumentContext): string {
  const callNote = cleanText(source.plan.unit.callNote ?? '');
  return sheet.notes.filter((each) => each !== callNote).join(' ');
}

/** Under the table in italics. */
function listNotes(context: DocumentContext): Block[] {
  const note = listNote(context);
  if (note === '') return [];
  const items = [{ text: context.say('document.note', { note }), italic: true }];
  return [{ kind: 'paragraphs', sizePt: 12, indentMm: 0, items }];
}

function aloneSection(context: DocumentContext): Section {
  const letter = letterOf(context);
  const titleOn = (page: PageSetup): Title =>
    titleBlock([{ text: listTitle(context), bold: true }], { page, rule: true });
  const signed = signatureBlock(letter);
  const notes = listNotes(context);
  const { page, tables } = placedTables(context, (on) => ({
    mm: aroundHeightMm(letter.head, titleOn(on), signed) + notes.length * NOTE_MM,
    signed: true,
  }));
  return { page, face: 'serif', blocks: [letter.head, titleOn(page), ...tables, ...notes, signed] };
}

/** `Phụ lục I`, the title in capitals, what it goes with in italics (Phụ lục I, II.12). */
function annexTitle(
  { say, fields }: DocumentContext,
  letter: Letter,
  { numeral, title, page }: { readonly numeral: string; readonly title: string; readonly page: PageSetup },
): Title {
  const lines = [
    { text: say('document.annex', { numeral }).trim(), bold: true },
    { text: title, bold: true },
    ...letter.annexOf.map((text) => ({ text, italic: true })),
  ];
  const block = titleBlock(lines, { page });
  return fields.medium === 'electronic' ? { ...block, roomAboveMm: CORNER_MM } : block;
}

function phoneSection(context: DocumentContext, letter: Letter): Section {
  const { say } = context;
  const page = letterPage('portrait');
  const head = [
    ['sheet.column.number', 'sheet.column.name', 'document.column.title', 'sheet.column.phone'] as const,
  ].map((keys) => keys.map((key) => headCell(say(key))));
  const rows = sortedPeople(context).map((person, i) => [
    centred(String(i + 1)),
    { lines: [{ text: person.name }] },
    { lines: [{ text: person.office }] },
    { lines: [{ text: person.phone }], align: 'center' as const },
  ]);
  const paddingMm = 0.9;
  const fit = fitTable({
    head,
    rows,
    face: 'serif',
    availableMm: innerWidthMm(page),
    sizes: TABLE_SIZES,
    grow: [0, 1, 3, 0],
    paddingMm,
  });
  const title = capitals(say('document.phones-title'));
  return {
    page,
    face: 'serif',
    blocks: [
      annexTitle(context, letter, { numeral: 'II', title, page }),
      { kind: 'table', name: say('sheet.phones'), ...fit, head, rows, paddingMm, start: 'here' },
    ],
  };
}
