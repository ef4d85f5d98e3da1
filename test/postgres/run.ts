/**
 * `npm run test:postgres [FOLDER…]`: what tests the stores, use cases, pages and access, on a server of PostgreSQL that this
 * starts and stops; Debian's package `postgresql` has to be there. What tests SQLite itself is skipped and says so.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './server.ts';

const FOLDERS = ['test/store', 'test/app', 'test/web', 'test/access', 'test/orders', 'test/postgres'];

const server = await startPostgres();
try {
  const asked = process.argv.slice(2);
  const vitest = spawn('vitest', ['run', ...(asked.length > 0 ? asked : FOLDERS)], {
    stdio: 'inherit',
    env: { ...process.env, ROTA_TEST_STORE: server.url },
  });
  const [code] = (await once(vitest, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await server.stop();
}
