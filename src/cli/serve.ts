/** `rota serve`: the web server on the configured database, until it is told to stop. */

import { readConfig } from '../config.ts';
import { runServer } from '../wiring/run-server.ts';
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
    const url = config.publicUrl;
    return runServer(config, {
      listening({ setupCode: code }) {
        io.err(`${io.say('cli.serve.listening', { url })}\n`);
        if (code !== undefined) io.err(`${io.say('cli.serve.setup', { url, code })}\n`);
      },
      stopping: () => io.err(`\n${io.say('cli.serve.stopped')}\n`),
    });
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
