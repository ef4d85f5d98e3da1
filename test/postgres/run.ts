/**
 * `npm run test:postgres [FOLDER…]`: what tests the stores, use cases, pages and access, on a server of PostgreSQL that this
 * starts and stops; Debian's package `postgresql` has to be there. What tests SQLite itself is skipped and says so.
 */

import { spawn } from 'node:child_process';
import { codeOf } from './needed-program.ts';
import { startPostgres } from './server.ts';

const FOLDERS = ['test/store', 'test/app', 'test/web', 'test/access', 'test/orders', 'test/postgres'];

const server = await startPostgres();
try {
  const asked = process.argv.slice(2);
  const vitest = spawn('vitest', ['run', ...(asked.length > 0 ? asked : FOLDERS)], {
    stdio: 'inherit',
    env: { ...process.env, ROTA_TEST_STORE: server.url },
  });
  process.exitCode = await codeOf(vitest, server.process(), (how) =>
    console.error(`PostgreSQL ended with ${how} while the tests ran: nothing after that says anything.`),
  );
} finally {
  await server.stop();
}
