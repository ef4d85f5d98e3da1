/**
 * `rota database export FILE`: everything in the database as one file that either engine reads. `rota database import FILE`: into
 * the empty database that is configured, all of it or nothing.
 */

import { resolve } from 'node:path';
import { exportDatabase } from '../app/move-database.ts';
import { type Config, readConfig } from '../config.ts';
import { withoutPassword } from '../store/database-place.ts';
import { readDumpFile } from '../store/dump-file.ts';
import { openStore } from '../store/open-store.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { withApp } from './with-app.ts';

export const databaseCommand: Command = {
  name: 'database',
  positionals: ['export|import', 'FILE'],
  options: [],

  async run({ positionals: [action = '', file = ''] }, io) {
    const path = resolve(file);
    if (action === 'export') await exportTo(path, io);
    else if (action === 'import') await importFrom(path, io);
    else throw new UsageError('cli.error.action', { value: action, actions: 'export, import' });
    return 0;
  },
};

async function exportTo(path: string, io: Io): Promise<void> {
  const made = await withApp((app) => exportDatabase(app, path, 'rota database export'));
  const key = keyPlace(readConfig(process.env, process.cwd()));
  io.out(
    io.json
      ? `${JSON.stringify({ ...made, key })}\n`
      : `${io.say('cli.database.exported', { ...made, key })}\n`,
  );
}

/** Not as an app: that would write the key it has into a database that is to be empty. */
async function importFrom(path: string, io: Io): Promise<void> {
  const { databasePath, databaseUrl } = readConfig(process.env, process.cwd());
  const store = await openStore(databaseUrl ?? databasePath);
  try {
    const read = await readDumpFile(store.db, path);
    const place = databaseUrl === undefined ? databasePath : withoutPassword(databaseUrl);
    io.out(
      io.json
        ? `${JSON.stringify({ ...read, place })}\n`
        : `${io.say('cli.database.imported', { ...read, place })}\n`,
    );
  } finally {
    await store.close();
  }
}

function keyPlace({ databasePath, key }: Config): string {
  if (!key) return `${databasePath}.key`;
  return 'file' in key ? key.file : 'ROTA_KEY';
}
