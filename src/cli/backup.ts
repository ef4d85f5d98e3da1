/**
 * `rota backup`: a checked copy of the database, now, beside the running server; the oldest beyond the kept ones go.
 * `rota backup key`: a key pair by which backups are encrypted from then on.
 */

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeBackup } from '../app/keep-backups.ts';
import { readConfig } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { newBackupKey } from '../store/backup-encryption.ts';
import { openConfigured } from '../wiring/open-app.ts';
import { type Arguments, type Command, type Io, UsageError } from './command.ts';

export const backupCommand: Command = {
  name: 'backup',
  positionals: ['[key]'],
  options: [{ name: 'out', kind: 'text', placeholder: 'DIR|FILE' }],

  async run(args, io) {
    const [word] = args.positionals;
    if (word !== undefined && word !== 'key') {
      throw new UsageError('cli.error.action', { value: word, actions: 'key' });
    }
    await (word === undefined ? backUp(args, io) : makeKey(args, io));
    return 0;
  },
};

async function backUp(args: Arguments, io: Io): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const { databasePath, backupFolder, backupsKept: keep, backupRecipients } = config;
  if (config.databaseUrl !== undefined) throw new AppError('invalid', 'error.server.backup');
  const app = await openConfigured(config);
  try {
    const folder = args.text('out') ?? backupFolder;
    const keeping = { databasePath, folder, keep, recipients: backupRecipients };
    const made = await makeBackup(app, keeping, 'rota backup');
    const encrypted = backupRecipients.length > 0;
    if (io.json) {
      io.out(`${JSON.stringify({ ...made, encrypted })}\n`);
      return;
    }
    const words = { ...made, bytes: String(made.bytes), key: `${databasePath}.key` };
    io.out(`${io.say('cli.backup.done', words)}\n`);
    io.out(`${io.say(encrypted ? 'cli.backup.encrypted' : 'cli.backup.plain')}\n`);
  } finally {
    await app.close();
  }
}

/** The identity goes into the file and nowhere else: not on the screen, which is kept, and not into the database. */
async function makeKey(args: Arguments, io: Io): Promise<void> {
  const out = args.text('out');
  if (out === undefined) throw new UsageError('cli.backup.key-where');
  const path = resolve(out);
  const { identity, recipient } = await newBackupKey();
  try {
    writeFileSync(path, `# public key: ${recipient}\n${identity}\n`, {
      flag: 'wx',
      mode: 0o600,
      flush: true,
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EEXIST') throw new AppError('conflict', 'error.backup.exists', { path });
    throw new AppError('unavailable', 'error.backup.key-unwritten', { path, cause: code });
  }
  io.out(
    io.json
      ? `${JSON.stringify({ path, recipient })}\n`
      : `${io.say('cli.backup.key', { path, recipient })}\n`,
  );
}
