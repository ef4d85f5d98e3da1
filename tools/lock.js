/**
 * Keeps in package-lock.json that better-sqlite3 is not compiled. It brings its binaries and says `gypfile: false`, but
 * npm leaves that word out of the lock, and up to version 11 then runs node-gyp, which wants Python and a compiler. npm
 * runs this after it has changed node_modules; it writes only when npm has dropped the word. A packed release has no
 * package-lock.json: its copy is npm-shrinkwrap.json.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
if (existsSync(file)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const driver = lock.packages['node_modules/better-sqlite3'];
  if (driver.gypfile !== false) {
    driver.gypfile = false;
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
}
