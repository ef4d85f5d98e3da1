/** Tables somebody gave, as a file or a paste, read where nobody waits for it; and what a form brings back of them. */

import type { Book } from '../../input/tables/book.ts';
import { packBook, packTable, type TableAsked, unpackBook } from '../../input/tables/list-table.ts';
import type { BookReading } from '../../input/tables/read-book.ts';
import type { App } from '../app.ts';

/** `name` is what the table is called when something of it is told. */
export type GivenTable =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly paste: string };

/** A book, and what was said of it. */
export interface AskedTable {
  readonly book: Book;
  readonly asked: TableAsked;
}

/** Rejects with `AppError('unavailable', 'error.file.busy')` when too many wait. */
export function readGivenTable(
  { parseFile }: Pick<App, 'parseFile'>,
  given: GivenTable,
  asker: string,
): Promise<BookReading> {
  const options = { name: given.name };
  return 'bytes' in given
    ? parseFile({ kind: 'table', bytes: given.bytes, options }, asker)
    : parseFile({ kind: 'paste', bytes: new TextEncoder().encode(given.paste), options }, asker);
}

/** As one text, for a form to carry along. */
export { packBook, packTable };

/** What a form of ours carried along; undefined when it is no table of ours. */
export function resumeTable(packed: string, asked: TableAsked): AskedTable | undefined {
  const book = unpackBook(packed);
  return book ? { book, asked } : undefined;
}
