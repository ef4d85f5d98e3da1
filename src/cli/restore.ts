/** `rota restore`: a backup in the place of the database, once the server has stopped; the old one stays beside it. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EndedAgain } from '../app/end-revoked.ts';
import { readConfig } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { systemClock } from '../wiring/open-app.ts';
import { endRevokedInPlace, restoreWithoutRevoked } from '../wiring/restore.ts';
import { type Command, type Io, UsageError } from './command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  positionals: ['[BACKUP]'],
  options: [
    { name: 'identity', kind: 'text', placeholder: 'FILE' },
    { name: 'revoked', kind: 'flag' },
  ],

  async run({ positionals: [backup], text, flag }, io) {
    const config = readConfig(process.env, process.cwd());
    const { databasePath, databaseUrl } = config;
    if (databaseUrl !== undefined) {
      if (!flag('revoked') || backup !== undefined) throw new AppError('invalid', 'error.server.restore');
      const ended = await endRevokedInPlace(config);
      if (io.json) io.out(`${JSON.stringify(ended)}\n`);
      else tellEnded(ended, `${databasePath}.revoked`, io);
      return 0;
    }
    if (backup === undefined || flag('revoked')) throw new UsageError('cli.restore.which');
    const from = resolve(backup);
    const given = text('identity');
    const restored = await restoreWithoutRevoked({
      ...{ from, to: databasePath, at: systemClock() },
      ...(given === undefined ? {} : { identities: readIdentities(resolve(given)) }),
    });
    if (io.json) {
      io.out(`${JSON.stringify({ ...restored, path: databasePath })}\n`);
      return 0;
    }
    io.out(`${io.say('cli.restore.done', { path: databasePath, from })}\n`);
    if (restored.kept !== undefined) io.out(`${io.say('cli.restore.kept', { path: restored.kept })}\n`);
    tellEnded(restored.amended, `${databasePath}.revoked`, io);
    return 0;
  },
};

function readIdentities(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new AppError('not-found', 'error.backup.identity-missing', { path });
  }
}

function tellEnded({ listed, withoutPassword, ...figures }: EndedAgain, list: string, io: Io): void {
  io.out(`${io.say('cli.restore.ended', figures)}\n`);
  if (!listed) io.out(`${io.say('cli.restore.no-list', { list })}\n`);
  if (withoutPassword.length === 0) return;
  io.out(`${io.say('cli.restore.without-password', { names: withoutPassword.join(', ') })}\n`);
}
