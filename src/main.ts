/** The server: configuration, store, web, and an orderly end. */

import { readConfig } from './config.ts';
import { translate } from './i18n/translate.ts';
import { AppError } from './kernel/app-error.ts';
import { openApp, readHolidays } from './wiring/open-app.ts';
import { ROOT } from './wiring/root.ts';
import { serve } from './wiring/serve.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const app = await openApp(config.databasePath, readHolidays(ROOT));
  const running = await serve(app, config, { error: (event) => console.error(event) });
  console.log(translate('vi', 'cli.serve.listening', { url: config.publicUrl }));
  const { setupCode } = running;
  if (setupCode !== undefined) {
    console.log(translate('vi', 'cli.serve.setup', { url: config.publicUrl, code: setupCode }));
  }
  const stop = async (): Promise<void> => {
    await running.stop();
    await app.close();
    console.log(translate('vi', 'cli.serve.stopped'));
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? translate('vi', error.key, error.params) : error);
  process.exitCode = 1;
});
