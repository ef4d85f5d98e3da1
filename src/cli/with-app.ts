/** Opens the app on the configured database for the length of one command. */

import type { App } from '../app/app.ts';
import { readConfig } from '../config.ts';
import { openConfigured } from '../wiring/open-app.ts';

export async function withApp<T>(use: (app: App) => Promise<T>): Promise<T> {
  const app = await openConfigured(readConfig(process.env, process.cwd()));
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}
