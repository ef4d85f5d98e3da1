/** `rota restore`: a backup in the place of the database, once the server has stopped; the old one stays beside it. */

import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { restoreDatabase } from '../store/restore.ts';
import { systemClock } from '../wiring/open-app.ts';
import type { Command } from './command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  positionals: ['BACKUP'],
  options: [],

  async run({ positionals: [backup = ''] }, io) {
    const { databasePath } = readConfig(process.env, process.cwd());
    const from = resolve(backup);
    const restored = await restoreDatabase({ from, to: databasePath, at: systemClock() });
    if (io.json) {
      io.out(`${JSON.stringify({ ...restored, path: databasePath })}\n`);
      return 0;
    }
    io.out(`${io.say('cli.restore.done', { path: databasePath, from })}\n`);
    if (restored.kept !== undefined) io.out(`${io.say('cli.restore.kept', { path: restored.kept })}\n`);
    return 0;
  },
};
