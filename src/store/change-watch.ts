/**
 * Tells for two microseconds whether anyone has written to the database, this process included; and of what this process
 * wrote, to which tables. Of another process it is only known that it wrote.
 */

import SqliteFile from 'better-sqlite3';
import { TableStamps } from './table-stamps.ts';

/** Told by the connection that writes, in the same turn in which its commit is done. */
export interface WriteNotes {
  /** @param tables `all` where it is not known which. */
  wrote(connection: SqliteFile.Database, tables: ReadonlySet<string> | 'all'): void;
}

/**
 * Before the file is open nothing is known of it. Opened with `open` on a second connection to the file, which must be
 * there; close it before the database itself.
 */
export class FileChanges implements WriteNotes {
  #file: SqliteFile.Database | undefined;
  #version: SqliteFile.Statement<[], number> | undefined;
  #ownVersion: SqliteFile.Statement<[], number> | undefined;
  readonly #stamps = new TableStamps();
  /** As the second connection sees it: moves with every commit, since it never writes itself. */
  #seen = 0;
  /** As the writing connection sees it: moves with others' commits alone. */
  #others = 0;

  open(path: string): void {
    this.#file = new SqliteFile(path, { readonly: true });
    this.#version = versionOf(this.#file);
    this.#seen = this.#version.get() ?? 0;
  }

  /** Another number after every commit, by whatever process; the same number when there was none. */
  stamp(): number {
    const seen = this.#version?.get() ?? 0;
    // This process's own commits are accounted for in the turn in which they are done: this is another's.
    if (seen !== this.#seen) this.#noteAll(seen);
    return this.#stamps.now;
  }

  /** Whether nothing was written to these tables since that stamp. Never true wrongly. */
  isUnchanged(tables: ReadonlySet<string>, since: number): boolean {
    return this.#stamps.isUnchanged(tables, since);
  }

  wrote(connection: SqliteFile.Database, tables: ReadonlySet<string> | 'all'): void {
    if (!this.#version) return;
    this.#ownVersion ??= versionOf(connection);
    // What the second connection sees is this commit alone when nobody else has written before it was looked at.
    const before = this.#ownVersion.get() ?? 0;
    const seen = this.#version.get() ?? 0;
    const after = this.#ownVersion.get() ?? 0;
    const isOursAlone = before === this.#others && after === before;
    this.#others = after;
    if (tables === 'all' || !isOursAlone) this.#noteAll(seen);
    else {
      this.#seen = seen;
      this.#stamps.note(tables);
    }
  }

  close(): void {
    this.#file?.close();
  }

  #noteAll(seen: number): void {
    this.#seen = seen;
    this.#stamps.noteAll();
  }
}

/** Of a file that is there. */
export function watchChanges(path: string): FileChanges {
  const changes = new FileChanges();
  changes.open(path);
  return changes;
}

function versionOf(file: SqliteFile.Database): SqliteFile.Statement<[], number> {
  return file.prepare<[], number>('PRAGMA data_version').pluck();
}
