/**
 * A packed release carries its lock: npm packs npm-shrinkwrap.json and never package-lock.json. `npm pack` makes the copy
 * before and takes it away after.
 */

import { copyFileSync, rmSync } from 'node:fs';

const shrinkwrap = new URL('../npm-shrinkwrap.json', import.meta.url);
if (process.argv[2] === '--remove') rmSync(shrinkwrap, { force: true });
else copyFileSync(new URL('../package-lock.json', import.meta.url), shrinkwrap);
