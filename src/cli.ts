#!/usr/bin/env node
/** The `rota` command: refuses a Node.js too old, or else runs the command named. */

import { languageOf } from './cli/language.ts';
import { translate } from './i18n/translate.ts';
import { isNodeTooOld, OLDEST_NODE } from './node-version.ts';

const words = process.argv.slice(2);
const found = process.versions.node;
if (isNodeTooOld(found)) {
  console.error(translate(languageOf(words), 'cli.error.node', { found, oldest: OLDEST_NODE }));
  process.exitCode = 2;
} else {
  const { runRota } = await import('./cli/run.ts');
  process.exitCode = await runRota(words);
}
