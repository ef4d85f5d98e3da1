/** The built program on a database whose order is of another day: its clock stands at the moment given and goes on from there. */

import { join } from 'node:path';
import type { Instant } from '../../../src/calendar/interval.ts';
import type { LogLevel } from '../../../src/config.ts';
import { ROOT } from '../feeds/setting.ts';

type Opening = typeof import('../../../src/wiring/open-app.ts');
type Serving = typeof import('../../../src/wiring/serve.ts');
type Configuring = typeof import('../../../src/config.ts');
type Logging = typeof import('../../../src/wiring/log.ts');

const built = <T>(name: string): Promise<T> => import(join(ROOT, 'dist', name)) as Promise<T>;
const [database = '', moment = '0', port = '0'] = process.argv.slice(2);

const { openApp, readHolidays } = await built<Opening>('wiring/open-app.js');
const { serve } = await built<Serving>('wiring/serve.js');
const { readConfig } = await built<Configuring>('config.js');
const { openLog } = await built<Logging>('wiring/log.js');

const opened = await openApp(database, readHolidays(ROOT));
const ahead = Number(moment) - opened.clock();
const app = { ...opened, clock: () => (opened.clock() + ahead) as Instant };
const level: LogLevel = 'error';
const settings = { ROTA_DB: database, ROTA_PORT: port, ROTA_HOST: '127.0.0.1', ROTA_LOG: level };
const running = await serve(
  app,
  readConfig({ ...process.env, ...settings }, ROOT),
  openLog({ logLevel: level }),
);

process.on('message', () => process.send?.(process.cpuUsage()));
process.on('SIGTERM', () => {
  void running.stop().then(async () => {
    await opened.close();
    process.exit(0);
  });
});
process.send?.('ready');
