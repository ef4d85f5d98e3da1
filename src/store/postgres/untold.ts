/**
 * What nobody has to hear of: searches are told of row by row each second, and nothing that is kept in memory is made of them.
 */

export const UNTOLD_TABLES: readonly string[] = ['kept_run'];

const WRITING = /^\s*(?:insert into|update|delete from) "(\w+)"/i;

/** Whether a statement that writes does so to such a table alone. */
export function isUntold(sql: string): boolean {
  const [, table = ''] = WRITING.exec(sql) ?? [];
  return UNTOLD_TABLES.includes(table);
}
