/** Opens the app on the configured database for the length of one command. */

import type { App } from '../app/app.ts';
import { readConfig } from '../config.ts';
import { openApp, readHolidays } from '../wiring/open-app.ts';
import { ROOT } from '../wiring/root.ts';

export async function withApp<T>(use: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp(readConfig(process.env, process.cwd()).databasePath, readHolidays(ROOT));
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}
