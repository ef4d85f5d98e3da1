/**
 * Tables in marked-up text, and the only adapter to `htmlparser2`: what Excel, Word and Google Sheets put on the clipboard
 * (HTML), and tables in Word documents (WordprocessingML, ECMA-376 17.4). Nothing of it is run or fetched.
 */

import { Parser } from 'htmlparser2';
import { MOST_ROWS } from '../table-rows.ts';
import type { Merge, RawSheet } from './book.ts';

/** Cells one may cover: what claims more is a slip, or made to do harm. */
const MOST_SPAN = 200;
const MOST_TABLES = 40;

interface OpenCell {
  text: string;
  readonly columns: number;
  readonly rows: number;
  /** Of Word: begins a merge downwards, or goes on with the one above. */
  down: 'none' | 'begins' | 'goes-on';
}

/** Collects rows and cells whatever they are called; a table in a cell is read as that cell's text. */
class TableBuilder {
  readonly tables: RawSheet[] = [];
  #depth = 0;
  #rows: { row: number; cells: string[] }[] = [];
  #merges: Merge[] = [];
  /** Down to which row a column is taken by a cell above. */
  #taken: number[] = [];
  /** By column, where a merge of Word's began. */
  #begun = new Map<number, Merge>();
  #cell: OpenCell | undefined;
  #column = 0;
  #hiddenRows: number[] = [];

  get full(): boolean {
    return this.tables.length >= MOST_TABLES || this.#rows.length > 2 * MOST_ROWS;
  }

  openTable(): void {
    if (++this.#depth > 1) return;
    this.#rows = [];
    this.#merges = [];
    this.#taken = [];
    this.#begun = new Map();
    this.#hiddenRows = [];
  }

  closeTable(): void {
    if (this.#depth > 0 && --this.#depth > 0) return;
    this.closeCell();
    if (this.#rows.length === 0) return;
    const { tables } = this;
    const sheet = { hidden: false, merges: this.#merges, hiddenRows: this.#hiddenRows, hiddenColumns: [] };
    tables.push({ name: String(tables.length + 1), rows: this.#rows, ...sheet });
    this.#rows = [];
  }

  openRow(hidden = false): void {
    if (this.#depth !== 1) return;
    this.closeCell();
    this.#rows.push({ row: this.#rows.length + 1, cells: [] });
    if (hidden) this.#hiddenRows.push(this.#rows.length);
    this.#column = 0;
  }

  openCell(columns: number, rows: number): void {
    if (this.#depth !== 1) return;
    if (this.#rows.length === 0) this.openRow();
    this.closeCell();
    this.#cell = { text: '', columns, rows, down: 'none' };
  }

  span(columns: number): void {
    if (this.#cell && this.#depth === 1) this.#cell = { ...this.#cell, columns };
  }

  mergeDown(down: OpenCell['down']): void {
    if (this.#cell && this.#depth === 1) this.#cell.down = down;
  }

  text(text: string): void {
    if (this.#cell) this.#cell.text += text;
  }

  /** A paragraph's or line's end within the cell. */
  breakLine(): void {
    if (this.#cell && this.#cell.text.trim() !== '') this.#cell.text += '\n';
  }

  closeCell(): void {
    const cell = this.#cell;
    const row = this.#rows.at(-1);
    this.#cell = undefined;
    if (!cell || !row || this.#depth > 1) return;
    while ((this.#taken[this.#column] ?? 0) >= row.row) this.#column++;
    const left = this.#column;
    while (row.cells.length < left) row.cells.push('');
    const lines = cell.text.split('\n').map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim());
    row.cells[left] = lines.filter((line) => line !== '').join('\n');
    const right = left + cell.columns - 1;
    const bottom = row.row + cell.rows - 1;
    for (let i = left; i <= right && cell.rows > 1; i++) this.#taken[i] = bottom;
    this.#merge(cell.down, { top: row.row, left, bottom, right });
    this.#column = right + 1;
  }

  #merge(down: OpenCell['down'], merge: Merge): void {
    const above = this.#begun.get(merge.left);
    if (down === 'goes-on' && above) {
      const grown = { ...above, bottom: merge.bottom };
      this.#merges = this.#merges.filter((each) => each !== above).concat(grown);
      this.#begun.set(merge.left, grown);
      return;
    }
    this.#begun.delete(merge.left);
    if (down === 'none' && merge.top === merge.bottom && merge.left === merge.right) return;
    this.#merges.push(merge);
    if (down === 'begins') this.#begun.set(merge.left, merge);
  }
}

function spanOf(value: string | undefined): number {
  const span = Number(value);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1;
}

/** Tables of an HTML text in their order, unnamed; none when it has none. */
export function tablesOfHtml(html: string): RawSheet[] {
  const builder = new TableBuilder();
  let silent = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' || name === 'style') silent++;
      else if (builder.full) return;
      else if (name === 'table') builder.openTable();
      else if (name === 'tr') builder.openRow(/display\s*:\s*none/iu.test(attributes.style ?? ''));
      else if (name === 'td' || name === 'th') {
        builder.openCell(spanOf(attributes.colspan), spanOf(attributes.rowspan));
      } else if (name === 'br' || name === 'p' || name === 'div' || name === 'li') builder.breakLine();
    },
    // White space of the source says nothing; a line break is a tag.
    ontext(text) {
      if (silent === 0) builder.text(text.replace(/[\r\n\t]+/gu, ' '));
    },
    onclosetag(name) {
      if (name === 'script' || name === 'style') silent = Math.max(0, silent - 1);
      else if (name === 'td' || name === 'th') builder.closeCell();
      else if (name === 'table') builder.closeTable();
    },
  });
  parser.end(html);
  return builder.tables;
}

/** Tables of `word/document.xml` in their order, unnamed. Deleted text of tracked changes is not read. */
export function tablesOfWord(xml: string): RawSheet[] {
  const builder = new TableBuilder();
  let inText = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (builder.full) return;
        if (name === 'w:tbl') builder.openTable();
        else if (name === 'w:tr') builder.openRow();
        else if (name === 'w:tc') builder.openCell(1, 1);
        else if (name === 'w:gridSpan') builder.span(spanOf(attributes['w:val']));
        else if (name === 'w:vMerge')
          builder.mergeDown(attributes['w:val'] === 'restart' ? 'begins' : 'goes-on');
        else if (name === 'w:p' || name === 'w:br' || name === 'w:cr') builder.breakLine();
        else if (name === 'w:tab') builder.text(' ');
        else if (name === 'w:noBreakHyphen') builder.text('-');
        else if (name === 'w:t') inText = true;
      },
      ontext(text) {
        if (inText) builder.text(text);
      },
      onclosetag(name) {
        if (name === 'w:t') inText = false;
        else if (name === 'w:tc') builder.closeCell();
        else if (name === 'w:tbl') builder.closeTable();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return builder.tables;
}
