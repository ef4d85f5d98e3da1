/** `rota backup`: a checked copy of the database, now, beside the running server; the oldest beyond the kept ones go. */

import { makeBackup } from '../app/keep-backups.ts';
import { readConfig } from '../config.ts';
import { openApp, readHolidays } from '../wiring/open-app.ts';
import { ROOT } from '../wiring/root.ts';
import type { Command } from './command.ts';

export const backupCommand: Command = {
  name: 'backup',
  positionals: [],
  options: [{ name: 'out', kind: 'text', placeholder: 'DIR' }],

  async run(args, io) {
    const { databasePath, backupFolder, backupsKept } = readConfig(process.env, process.cwd());
    const app = await openApp(databasePath, readHolidays(ROOT));
    try {
      const folder = args.text('out') ?? backupFolder;
      const made = await makeBackup(app, { databasePath, folder, keep: backupsKept }, 'rota backup');
      io.out(
        io.json
          ? `${JSON.stringify(made)}\n`
          : `${io.say('cli.backup.done', { ...made, bytes: String(made.bytes), key: `${databasePath}.key` })}\n`,
      );
    } finally {
      await app.close();
    }
    return 0;
  },
};
