/** How large a database is, and what a backup of it takes: the program's own of a file, pg_dump of a server's. */

import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { emptyWal } from '../../../src/store/database.ts';
import { isServer } from '../../../src/store/database-place.ts';
import { backupInThread } from '../../../src/wiring/backup-thread.ts';
import { postgresPrograms } from '../../postgres/server.ts';
import type { Installation } from './setting.ts';

export interface Kept {
  readonly databaseMb: number;
  readonly backupMb: number;
  readonly backupSeconds: number;
  /** The longest that the start page, asked again and again meanwhile, was waited for. */
  readonly longestAnswerMs: number;
}

const MB = 1024 * 1024;
const rounded = (number: number): number => Math.round(number * 100) / 100;

export async function keep(made: Installation, place: string, folder: string): Promise<Kept> {
  const to = join(folder, `backup-${made.units}-${made.engine}`);
  const databaseMb = (await sizeOf(made, place)) / MB;
  const began = performance.now();
  let done = false;
  const copying = copy(place, to).finally(() => {
    done = true;
  });
  let longestAnswerMs = 0;
  while (!done) {
    const asked = performance.now();
    await made.ask('/');
    longestAnswerMs = Math.max(longestAnswerMs, performance.now() - asked);
  }
  await copying;
  return {
    databaseMb: rounded(databaseMb),
    backupMb: rounded(statSync(to).size / MB),
    backupSeconds: rounded((performance.now() - began) / 1000),
    longestAnswerMs: rounded(longestAnswerMs),
  };
}

async function copy(place: string, to: string): Promise<void> {
  if (!isServer(place)) return void (await backupInThread(place, to, []));
  await promisify(execFile)(join(postgresPrograms() ?? '', 'pg_dump'), ['-Fc', '-f', to, place]);
}

async function sizeOf({ app }: Installation, place: string): Promise<number> {
  if (!isServer(place)) {
    await emptyWal(app.db);
    return statSync(place).size;
  }
  const { rows } = await sql<{ size: number }>`SELECT pg_database_size(current_database()) AS size`.execute(
    app.db,
  );
  return rows[0]?.size ?? Number.NaN;
}
