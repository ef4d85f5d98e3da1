/** `rota serve`: the web server on the configured database, until it is told to stop. */

import { readConfig } from '../config.ts';
import { openApp, readHolidays } from '../wiring/open-app.ts';
import { ROOT } from '../wiring/root.ts';
import { serve } from '../wiring/serve.ts';
import type { Command, Io } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  positionals: [],
  options: [{ name: 'port', kind: 'number', placeholder: 'N' }],

  async run(args, io) {
    const port = args.text('port');
    const config = readConfig(
      port === undefined ? process.env : { ...process.env, ROTA_PORT: port },
      process.cwd(),
    );
    const app = await openApp(config.databasePath, readHolidays(ROOT));
    try {
      const running = await serve(app, config, { error: (event) => console.error(event) });
      io.err(`${io.say('cli.serve.listening', { url: config.publicUrl })}\n`);
      if (running.setupCode !== undefined) {
        io.err(`${io.say('cli.serve.setup', { url: config.publicUrl, code: running.setupCode })}\n`);
      }
      await untilStopped(io);
      await running.stop();
    } finally {
      await app.close();
    }
    return 0;
  },
};

/** Resolves on Ctrl+C or SIGTERM. */
export function untilStopped(io: Io): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      io.err(`\n${io.say('cli.serve.stopped')}\n`);
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
