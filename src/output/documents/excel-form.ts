/**
 * Fills a superior's own Excel form: names between braces in its cells, rows that repeat. What a cell looks like, widths,
 * merged cells, printed areas and formulas of the same sheet stay; several looks within the text of one cell become one.
 */

import type { Fault, Parsed } from '../../kernel/fault.ts';
import { compileRows, type PlacedRow, type PlacedRows, placeRows } from './excel-loops.ts';
import {
  mapFor,
  movedArea,
  movedFormula,
  movedMerges,
  movedRanges,
  type RowMap,
  rowMap,
} from './excel-references.ts';
import { type FormCell, type FormSheet, readFormSheet, sharedTexts } from './excel-sheet.ts';
import { type FormContent, filledText, type Piece } from './form-text.ts';
import { MERGE_MARK } from './form-values.ts';
import { packed } from './word-form.ts';

/** Of one sheet. A line for each duty of 2,000 units over two weeks are about 60,000. */
const MOST_ROWS = 100_000;
/** Excel's own limit of one cell. */
const MOST_CHARACTERS = 32_767;
/** Of the filled rows as XML. */
const MOST_OUTPUT = 60_000_000;
const MOST_FAULTS = 50;

/** Every fault of the form with its cell, and nothing half-filled. */
export function fillExcelForm(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  content: FormContent,
): Parsed<Uint8Array> {
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  const shared = sharedTexts(text('xl/sharedStrings.xml'));
  const filled = new Map(files);
  const faults: Omit<Fault, 'file'>[] = [];
  const maps = new Map<string, RowMap>();
  let names = 0;
  for (const path of files.keys()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(path)) continue;
    const sheet = readFormSheet(text(path), shared);
    const done = sheet && fillSheet(sheet, content);
    if (!done) continue;
    if (!done.ok) {
      faults.push(...done.faults);
      continue;
    }
    names += done.names;
    maps.set(path, done.map);
    filled.set(path, new TextEncoder().encode(done.xml));
  }
  if (faults.length === 0 && names === 0) faults.push({ key: 'fault.form.no-names', params: {} });
  if (faults.length > 0)
    return { ok: false, faults: faults.slice(0, MOST_FAULTS).map((fault) => ({ ...fault, file })) };
  finishBook(filled, maps);
  return { ok: true, value: packed(filled), warnings: [] };
}

type SheetFilled =
  | { readonly ok: true; readonly xml: string; readonly map: RowMap; readonly names: number }
  | { readonly ok: false; readonly faults: readonly Omit<Fault, 'file'>[] };

function fillSheet(sheet: FormSheet, content: FormContent): SheetFilled {
  const refuse = (key: string, about: Partial<Fault> = {}): SheetFilled => ({
    ok: false,
    faults: [{ key, params: {}, ...about }],
  });
  const compiled = compileRows(sheet.rows, content);
  if (!compiled.ok) return compiled;
  const { loops, pieces } = compiled.rows;
  const tied = sheet.rows.flatMap(({ cells }) => cells).find(({ formula }) => formula && !formula.plain);
  if (tied && loops.length > 0)
    return refuse('fault.form.formula', {
      column: `${tied.column}${tied.row}`,
      value: tied.formula?.text ?? '',
    });
  const all = placeRows(sheet.rows, loops, { values: content.values, most: MOST_ROWS });
  if (!all) return refuse('fault.form.filled-large');
  const map = rowMap(all);
  const written = writeRows(sheet, all, { map, pieces, numbers: new Set(content.numbers) });
  if (!written.ok) return written;
  const xml = sheet.before.replace(/<dimension\b[^>]*\/>/, '') + written.xml;
  return {
    ok: true,
    xml: xml + afterRows(sheet, all, { map, marked: written.merges }),
    map,
    names: pieces.size,
  };
}

interface Writing {
  readonly map: RowMap;
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  readonly numbers: ReadonlySet<string>;
}

type RowsWritten =
  | { readonly ok: true; readonly xml: string; readonly merges: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Omit<Fault, 'file'>[] };

function writeRows(sheet: FormSheet, { placed }: PlacedRows, writing: Writing): RowsWritten {
  const rows = (index: number): number => sheet.rows[index]?.number ?? 0;
  const merging = new Merging();
  const lines: string[] = [];
  let length = 0;
  for (const at of placed) {
    const map = mapFor(at, writing.map, rows);
    let line = '';
    for (const cell of at.row.cells) {
      const pieces = writing.pieces.get(`${cell.row} ${cell.column}`);
      const text = pieces && filledText(pieces, at.scopes, MOST_CHARACTERS);
      if (text !== undefined && text.length > MOST_CHARACTERS) {
        const column = `${cell.column}${cell.row}`;
        return { ok: false, faults: [{ key: 'fault.form.cell-full', params: {}, column }] };
      }
      merging.see(cell.column, at.number, text ?? '');
      line += cellXml(cell, { at, map, text, number: isNumber(pieces, writing.numbers) });
    }
    // A height that nobody chose is reckoned anew from what now stands there.
    const { attributes } = at.row;
    const kept = / customHeight="(?:1|true)"/.test(attributes)
      ? attributes
      : attributes.replace(/ ht="[^"]*"/, '');
    lines.push(`<row r="${at.number}"${kept}>${line}</row>`);
    length += line.length;
    if (length > MOST_OUTPUT) return { ok: false, faults: [{ key: 'fault.form.filled-large', params: {} }] };
  }
  return { ok: true, xml: lines.join(''), merges: merging.ranges() };
}

function isNumber(pieces: readonly Piece[] | undefined, numbers: ReadonlySet<string>): boolean {
  const [only, ...more] = pieces ?? [];
  return only?.kind === 'name' && more.length === 0 && numbers.has(only.name);
}

interface CellWriting {
  readonly at: PlacedRow;
  readonly map: RowMap;
  readonly text: string | undefined;
  readonly number: boolean;
}

function cellXml({ column, style, xml, formula }: FormCell, { at, map, text, number }: CellWriting): string {
  const head = `<c r="${column}${at.number}"${style === '' ? '' : ` s="${style}"`}`;
  // What it came to before is not what it comes to now.
  if (formula?.plain) return `${head}><f>${movedFormula(formula.text, map)}</f></c>`;
  if (text === undefined)
    return xml.replace(/^<c\b([^>]*?)(\/?>)/, (_, attributes, end) => {
      return `<c r="${column}${at.number}"${attributes.replace(/\sr="[^"]*"/, '')}${end}`;
    });
  if (number && /^\d{1,9}$/.test(text)) return `${head}><v>${text}</v></c>`;
  const said = text.replaceAll(MERGE_MARK, '');
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(said)}</t></is></c>`;
}

/** Signs that XML 1.0 has not are left out (2.2); `_x0041_` would be read as a letter (ECMA-376 part 1, 22.9.2.19). */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Cells marked to be one with those beneath that say the same, column by column. */
class Merging {
  readonly #open = new Map<string, { readonly text: string; readonly from: number; to: number }>();
  readonly #done: string[] = [];

  see(column: string, row: number, text: string): void {
    const open = this.#open.get(column);
    const marked = text.includes(MERGE_MARK) && text !== MERGE_MARK;
    if (open && marked && open.text === text && open.to === row - 1) {
      open.to = row;
      return;
    }
    this.#close(column);
    if (marked) this.#open.set(column, { text, from: row, to: row });
  }

  ranges(): readonly string[] {
    for (const column of [...this.#open.keys()]) this.#close(column);
    return this.#done;
  }

  #close(column: string): void {
    const open = this.#open.get(column);
    if (open && open.to > open.from) this.#done.push(`${column}${open.from}:${column}${open.to}`);
    this.#open.delete(column);
  }
}

const MERGES = /<mergeCells\b[^>]*>[\s\S]*?<\/mergeCells>/;
/** What stands between the rows and merged cells (18.3.1.99). */
const BEFORE_MERGES =
  /^<\/sheetData>(?:<sheetCalcPr\b[^>]*\/>|<(sheetProtection|protectedRanges|scenarios|autoFilter|sortState|dataConsolidate|customSheetViews)\b(?:[^>]*\/>|[\s\S]*?<\/\1>))*/;

function afterRows(
  { after, rows }: FormSheet,
  { placed }: PlacedRows,
  { map, marked }: { readonly map: RowMap; readonly marked: readonly string[] },
): string {
  const own = [...(MERGES.exec(after)?.[0] ?? '').matchAll(/ ref="([A-Z\d:]+)"/g)].map(([, ref = '']) => ref);
  const at = (index: number): number => rows[index]?.number ?? 0;
  const merges = [...movedMerges(own, placed, { map, rows: at }), ...marked];
  const rest = movedRanges(after.replace(MERGES, ''), map);
  if (merges.length === 0) return rest;
  const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return rest.replace(
    BEFORE_MERGES,
    (head) => `${head}<mergeCells count="${merges.length}">${cells}</mergeCells>`,
  );
}

/** Tables and printed areas reach as far as their rows now do; everything reckoned is reckoned when it is opened. */
function finishBook(files: Map<string, Uint8Array>, maps: ReadonlyMap<string, RowMap>): void {
  const edit = (name: string, change: (xml: string) => string): void => {
    const bytes = files.get(name);
    if (bytes) files.set(name, new TextEncoder().encode(change(new TextDecoder().decode(bytes))));
  };
  const relations = (name: string): Map<string, string> => {
    const xml = new TextDecoder().decode(files.get(name));
    return new Map(
      [...xml.matchAll(/<Relationship\b([^>]*)>/g)].map(([, given = '']) => {
        const [, id = ''] = / Id="([^"]*)"/.exec(given) ?? [];
        const [, target = ''] = / Target="([^"]*)"/.exec(given) ?? [];
        return [id, target.replace(/^\/?xl\//, '').replace(/^\.\.\//, '')];
      }),
    );
  };
  for (const [path, map] of maps) {
    const own = path.replace(/([^/]+)$/, '_rels/$1.rels');
    for (const target of relations(own).values()) {
      if (target.startsWith('tables/')) edit(`xl/${target}`, (xml) => movedRanges(xml, map));
    }
  }
  const targets = relations('xl/_rels/workbook.xml.rels');
  edit('xl/workbook.xml', (xml) => {
    const sheets = [...xml.matchAll(/<sheet\b[^>]*? r:id="([^"]*)"/g)].map(
      ([, id = '']) => targets.get(id) ?? '',
    );
    const moved = xml.replace(
      /(<definedName\b[^>]*? localSheetId="(\d+)"[^>]*>)([^<]*)/g,
      (whole, head, sheet, area) => {
        const map = maps.get(`xl/${sheets[Number(sheet)] ?? ''}`);
        return map ? head + movedArea(area, map) : whole;
      },
    );
    return moved.includes('<calcPr')
      ? moved.replace(/<calcPr\b[^>]*\/>/, '<calcPr fullCalcOnLoad="1"/>')
      : moved;
  });
  // The order in which Excel last reckoned: it makes another.
  if (!files.delete('xl/calcChain.xml')) return;
  edit('[Content_Types].xml', (xml) => xml.replace(/<Override\b[^>]*calcChain\.xml"[^>]*\/>/, ''));
  edit('xl/_rels/workbook.xml.rels', (xml) => xml.replace(/<Relationship\b[^>]*calcChain\.xml"[^>]*\/>/, ''));
}
