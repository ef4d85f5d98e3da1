/** Looks a database over from the inside: whether every page and every reference is sound, and whose it is. */

import SqliteFile from 'better-sqlite3';
import { AppError } from '../kernel/app-error.ts';
import { neededSql, SCHEMA_NUMBER } from './migration.ts';
import { storeError } from './sqlite-error.ts';

export interface Inspection {
  readonly schema: number;
}

/** Throws `AppError('unavailable', 'error.database.…')`: `not-a-database`, `damaged`, `newer`, `unreachable`. */
export function inspectDatabase(path: string): Inspection {
  let file: SqliteFile.Database | undefined;
  try {
    file = new SqliteFile(path, { readonly: true, fileMustExist: true });
    if (file.pragma('integrity_check', { simple: true }) !== 'ok') throw damaged(path);
    if ((file.pragma('foreign_key_check') as unknown[]).length > 0) throw damaged(path);
    const schema = schemaOf(file, path);
    if (Number(file.prepare(neededSql(schema)).pluck().get()) > SCHEMA_NUMBER) {
      throw new AppError('unavailable', 'error.database.newer', { found: schema, known: SCHEMA_NUMBER });
    }
    return { schema };
  } catch (error) {
    throw storeError(path, error);
  } finally {
    file?.close();
  }
}

function schemaOf(file: SqliteFile.Database, path: string): number {
  const ours = file.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'").get();
  if (!ours) throw new AppError('unavailable', 'error.database.not-a-database', { path });
  return Number(file.prepare('SELECT coalesce(max(number), 0) FROM migration').pluck().get());
}

function damaged(path: string): AppError {
  return new AppError('unavailable', 'error.database.damaged', { path });
}
