/** `npm run test:attack [word]`: every attack whose name has the word; the last line says how many came through. */

import { type Fought, fight } from './attack.ts';
import { MODULES } from './modules.ts';

const word = process.argv[2] ?? '';
const fought: Fought[] = [];
for (const module of MODULES) {
  const all = await fight(
    module,
    ({ name }) => `${module.name}: ${name}`.includes(word),
    ({ name, through }) =>
      console.log(through === undefined ? `held     ${name}` : `THROUGH  ${name}\n         ${through}`),
  );
  fought.push(...all);
}
const through = fought.filter((each) => each.through !== undefined).length;
process.exitCode = through === 0 ? 0 : 1;
console.log(`${through} of ${fought.length} came through`);
