/** What stands above and below a table in a workbook, so that a printed sheet is whole: office and nation, notes, who signs. */

import type { Block, DocumentKind, Section, Table } from './document.ts';
import { cellString } from './xlsx-text.ts';

/** A cell as the writer wants it; null where another reaches over. */
export type SheetCell = Readonly<Record<string, unknown>> | null;

/** Office and nation side by side, as over a letter; nothing over a plain sheet. */
export function letterheadRows({ blocks }: Section, { widthsMm }: Table): SheetCell[][] {
  const head = blocks.find((block) => block.kind === 'letterhead');
  if (!head) return [];
  const rows = [
    [head.parent.join(' '), head.nation],
    [head.unit.join(' '), head.motto],
    [head.number, head.placeAndDate],
  ];
  return rows.map((cells, i) =>
    sideBySide(widthsMm, cells, { fontWeight: i === 1 ? 'bold' : undefined, align: 'center' }),
  );
}

/** Rows left free to sign in. */
const ROOM_ROWS = 3;

/** Notes, and who signs, as they stand under the table on paper. */
export function endRows({ blocks }: Section, { widthsMm }: Table, kind: DocumentKind): SheetCell[][] {
  const whole = (text: string): SheetCell[] => sideBySide(widthsMm, [text], { wrap: true });
  const said = blocks.flatMap((block) => linesOf(block, kind));
  const signed = blocks.find((block) => block.kind === 'signatures');
  const notes = [...said, ...(signed?.notes ?? [])].map(whole);
  if (!signed) return notes.length > 0 ? [[], ...notes] : [];
  const deep = Math.max(...signed.signers.map(({ office }) => office.length));
  const offices = Array.from({ length: deep }, (_, i) => signed.signers.map(({ office }) => office[i] ?? ''));
  // One who signs alone signs at the right.
  const aside = (cells: readonly string[]): readonly string[] =>
    cells.length === 1 ? ['', ...cells] : cells;
  const bold = (cells: readonly string[]): SheetCell[] =>
    sideBySide(widthsMm, aside(cells), { fontWeight: 'bold', align: 'center' });
  const free = Array.from({ length: ROOM_ROWS }, (): SheetCell[] => []);
  const hints = signed.signers.map(({ hint = '' }) => hint);
  const hinted = hints.some((hint) => hint !== '')
    ? [sideBySide(widthsMm, aside(hints), { fontStyle: 'italic', align: 'center' })]
    : [];
  return [
    [],
    ...notes,
    [],
    ...offices.map(bold),
    ...hinted,
    ...free,
    bold(signed.signers.map(({ name }) => name)),
  ];
}

/** A slip's phones are lines under its table, those of other documents a sheet of their own. */
function linesOf(block: Block, kind: DocumentKind): string[] {
  if (block.kind === 'paragraphs') {
    return block.items.map(({ lead, text }) => [lead, text].filter(Boolean).join(' '));
  }
  if (block.kind !== 'directory' || kind !== 'slip') return [];
  return [block.title, ...block.entries.map(({ name, value }) => `${name} ${value}`)];
}

/** Texts over equal shares of the columns, each at least one wide. */
function sideBySide(
  widthsMm: readonly number[],
  texts: readonly string[],
  style: Readonly<Record<string, unknown>>,
): SheetCell[] {
  const columns = Math.max(widthsMm.length, texts.length);
  const starts = texts.map((_, i) => Math.floor((i * columns) / texts.length));
  const cells: SheetCell[] = Array.from({ length: columns }, () => null);
  texts.forEach((text, i) => {
    const span = (starts[i + 1] ?? columns) - (starts[i] ?? 0);
    cells[starts[i] ?? 0] = textCell(text, { ...style, columnSpan: span > 1 ? span : undefined });
  });
  return cells;
}

export function textCell(text: string, style: Readonly<Record<string, unknown>>): SheetCell {
  const given = Object.entries(style).filter(([, value]) => value !== undefined);
  // `@` tells the spreadsheet to leave the text as it is: no date, number or formula is made of it.
  return { value: cellString(text), type: String, format: '@', ...Object.fromEntries(given) };
}
