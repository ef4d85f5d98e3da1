/** A table somebody gave, as a file or a paste, read where nobody waits for it. */

import type { ImportRead, ImportShape } from '../../input/import-table.ts';
import type { App } from '../app.ts';

/** `name` is what the table is called when something of it is told. */
export type GivenTable =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly paste: string };

/** Rejects with `AppError('unavailable', 'error.file.busy')` when too many wait. */
export function readGivenTable(
  { parseFile }: Pick<App, 'parseFile'>,
  given: GivenTable,
  { shape, asker }: { readonly shape: ImportShape<string>; readonly asker: string },
): Promise<ImportRead> {
  const { name } = given;
  return 'bytes' in given
    ? parseFile({ kind: 'table', bytes: given.bytes, options: { name, shape } }, asker)
    : parseFile({ kind: 'paste', bytes: new TextEncoder().encode(given.paste), options: { name } }, asker);
}
