/** `rota worker`: generates rosters asked for on any server of the same database, until it is told to stop. */

import { readConfig } from '../config.ts';
import { runWorker } from '../wiring/run-worker.ts';
import type { Command } from './command.ts';

export const workerCommand: Command = {
  name: 'worker',
  positionals: [],
  options: [],

  async run(_, io) {
    const config = readConfig(process.env, process.cwd());
    return runWorker(config, {
      running: () => io.err(`${io.say('cli.worker.running', { threads: config.solverWorkers })}\n`),
      stopping: () => io.err(`\n${io.say('cli.serve.stopped')}\n`),
    });
  },
};
