/** The server: configuration, store, web, and an orderly end. */

import { translate } from './i18n/translate.ts';
import { AppError } from './kernel/app-error.ts';
import { isNodeTooOld, OLDEST_NODE } from './node-version.ts';

async function main(): Promise<number> {
  const found = process.versions.node;
  if (isNodeTooOld(found)) throw new AppError('invalid', 'cli.error.node', { found, oldest: OLDEST_NODE });
  const { readConfig } = await import('./config.ts');
  const { runServer } = await import('./wiring/run-server.ts');
  const config = readConfig(process.env, process.cwd());
  const url = config.publicUrl;
  // Standard output is the log's; what is said to a person goes beside it.
  return runServer(config, {
    listening({ setupCode: code }) {
      console.error(translate('vi', 'cli.serve.listening', { url }));
      if (code !== undefined) console.error(translate('vi', 'cli.serve.setup', { url, code }));
    },
    stopping: () => console.error(translate('vi', 'cli.serve.stopped')),
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof AppError ? translate('vi', error.key, error.params) : error);
    process.exitCode = 1;
  },
);
