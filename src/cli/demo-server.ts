/** Where a demo keeps what it writes, and its server. */

import { join } from 'node:path';
import type { App } from '../app/app.ts';
import { type Config, readConfig } from '../config.ts';
import { openLog } from '../wiring/log.ts';
import { serve } from '../wiring/serve.ts';
import type { Arguments, Io } from './command.ts';
import { untilStopped } from './serve.ts';

export interface DemoConfig extends Config {
  /** Everything the demo writes; made anew at each run. */
  readonly folder: string;
}

export function demoConfig(args: Arguments): DemoConfig {
  const folder = join(process.cwd(), 'var', 'demo');
  const port = args.text('port');
  const environment = { ...process.env, ...(port === undefined ? {} : { ROTA_PORT: port }) };
  // Its own backups too: the demo must not rotate those of a real database.
  const own = {
    ROTA_DB: join(folder, 'rota.db'),
    ROTA_BACKUPS: join(folder, 'backups'),
    ROTA_ACCESS: 'open',
  };
  return { ...readConfig({ ...environment, ...own }, process.cwd()), folder };
}

export async function serveUntilStopped(app: App, config: Config, io: Io): Promise<void> {
  // Who tries it out is not shown every request.
  const running = await serve(app, config, openLog({ logLevel: 'warn' }));
  io.err(`\n${io.say('cli.serve.listening', { url: config.publicUrl })} · ${io.say('cli.demo.stop')}\n`);
  await untilStopped(io);
  await running.stop();
}
