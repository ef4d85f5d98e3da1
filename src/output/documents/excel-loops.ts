/**
 * Rows of an Excel form that repeat: a loop that opens in one cell and closes in another takes the rows from the one to the
 * other. One that closes in the cell it opens in stays in that cell. What comes out is where each row stands anew.
 */

import type { Fault } from '../../kernel/fault.ts';
import type { FormRow } from './excel-sheet.ts';
import { closingOf, type FormContent, itemsOf, nameFault, type Piece, piecesOf } from './form-text.ts';
import type { FormScope } from './form-values.ts';

/** Indices of rows, both included. */
export interface RowLoop {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly inner: readonly RowLoop[];
}

export interface CompiledRows {
  readonly loops: readonly RowLoop[];
  /** Of cells that have names, by row and column (`5 B`); loops over rows taken out. */
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
}

type Placed = Omit<Fault, 'file'>;
export type RowsRead =
  | { readonly ok: true; readonly rows: CompiledRows }
  | { readonly ok: false; readonly faults: readonly Placed[] };

interface OpenLoop {
  readonly name: string;
  readonly from: number;
  readonly inner: RowLoop[];
}

/** Every fault with the cell it stands in. */
export function compileRows(rows: readonly FormRow[], content: FormContent): RowsRead {
  const faults: Placed[] = [];
  const pieces = new Map<string, readonly Piece[]>();
  const root: OpenLoop = { name: '', from: 0, inner: [] };
  const open: OpenLoop[] = [root];
  for (const [index, { cells }] of rows.entries()) {
    for (const { column, row, text } of cells) {
      if (text === undefined || !/[{}]/.test(text)) continue;
      const at = `${column}${row}`;
      const tell = (fault: Placed): unknown => faults.push({ ...fault, column: at });
      const read = piecesOf(text);
      if (!read.ok) {
        tell({ key: read.key, params: {}, value: read.near });
        continue;
      }
      pieces.set(`${row} ${column}`, keptPieces(read.pieces, { index, open, content, tell }));
    }
  }
  for (const { name } of open.slice(1))
    faults.push({ key: 'fault.form.unclosed-loop', params: {}, value: name });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, rows: { loops: root.inner, pieces } };
}

interface Compiling {
  readonly index: number;
  readonly open: OpenLoop[];
  readonly content: FormContent;
  readonly tell: (fault: Placed) => unknown;
}

/** Opens and closes loops over rows on the way; what is left fills the cell. */
function keptPieces(pieces: readonly Piece[], { index, open, content, tell }: Compiling): Piece[] {
  const kept: Piece[] = [];
  const inCell: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      kept.push(piece);
      continue;
    }
    const { kind, name } = piece;
    const within = [...open.slice(1).map((each) => each.name), ...inCell];
    const fault = kind === 'close' ? undefined : nameFault({ kind, name }, within, content);
    if (fault) tell(fault);
    if (kind === 'name') kept.push(piece);
    if (kind === 'open' && closingOf(pieces, i) >= 0) {
      inCell.push(name);
      kept.push(piece);
    } else if (kind === 'open') {
      open.push({ name, from: index, inner: [] });
    } else if (kind === 'close' && inCell.length > 0) {
      if (inCell.pop() !== name) tell({ key: 'fault.form.unopened-loop', params: {}, value: name });
      kept.push(piece);
    } else if (kind === 'close') {
      const wrong = closeLoop(open, name, index);
      if (wrong) tell(wrong);
    }
  }
  return kept;
}

function closeLoop(open: OpenLoop[], name: string, to: number): Placed | undefined {
  const last = open.at(-1);
  if (!last || open.length === 1 || last.name !== name)
    return { key: 'fault.form.unopened-loop', params: {}, value: name };
  open.pop();
  const siblings = open.at(-1)?.inner ?? [];
  // A row belongs to one loop and those around it: beside another it would have to repeat in two ways.
  if ((siblings.at(-1)?.to ?? -1) >= last.from)
    return { key: 'fault.form.row-shared', params: {}, value: name };
  siblings.push({ ...last, to });
  return undefined;
}

/** A row as it stands in the filled sheet. */
export interface PlacedRow {
  readonly row: FormRow;
  readonly number: number;
  readonly scopes: readonly FormScope[];
  /** The innermost loop it stands in; absent outside all. */
  readonly loop?: RowLoop;
}

export interface PlacedRows {
  readonly placed: readonly PlacedRow[];
  /** By how much what stands below every loop has moved. */
  readonly moved: number;
}

/** Undefined where they would be more than `most`. */
export function placeRows(
  rows: readonly FormRow[],
  loops: readonly RowLoop[],
  { values, most }: { readonly values: FormScope; readonly most: number },
): PlacedRows | undefined {
  const placed: PlacedRow[] = [];
  const stretch = (from: number, to: number, about: Stretch): number => {
    let moved = about.moved;
    for (let i = from; i <= to && placed.length <= most; i++) {
      const row = rows[i];
      const inner = about.loops.find((loop) => loop.from === i);
      if (!inner) {
        const { scopes, loop } = about;
        if (row) placed.push({ row, number: row.number + moved, scopes, ...(loop ? { loop } : {}) });
        continue;
      }
      const height = (rows[inner.to]?.number ?? 0) - (rows[inner.from]?.number ?? 0) + 1;
      moved -= height;
      for (const item of itemsOf(about.scopes, inner.name)) {
        if (placed.length > most) break;
        const scopes = [...about.scopes, item];
        const within = { loops: inner.inner, loop: inner, scopes, moved: moved + height };
        moved = stretch(inner.from, inner.to, within);
      }
      i = inner.to;
    }
    return moved;
  };
  const moved = stretch(0, rows.length - 1, { loops, scopes: [values], moved: 0 });
  return placed.length > most ? undefined : { placed, moved };
}

interface Stretch {
  readonly loops: readonly RowLoop[];
  readonly loop?: RowLoop;
  readonly scopes: readonly FormScope[];
  readonly moved: number;
}
