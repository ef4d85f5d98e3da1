/** Whether the pages of a database are sound: read whole, so for a thread of its own. */

import SqliteFile from 'better-sqlite3';

/** What SQLite found wrong first; undefined when nothing is. Throws what SQLite throws when it cannot even be read. */
export function quickCheck(path: string): string | undefined {
  const file = new SqliteFile(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    const [first] = file.pragma('quick_check(1)') as { readonly quick_check: string }[];
    return first?.quick_check === 'ok' ? undefined : (first?.quick_check ?? 'nothing');
  } finally {
    file.close();
  }
}
