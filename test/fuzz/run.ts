/** `npm run test:fuzz [runs] [seed]`: the whole of it; the counts are on the last line. */

import { pathOf } from '../programs.ts';
import { ALL, fuzz } from './fuzz.ts';
import { PDF_NAMES } from './names.ts';

const targets = pathOf('pdftotext') ? [...ALL, PDF_NAMES] : ALL;
if (targets === ALL)
  console.error('No pdftotext: names in a PDF are left out. apt-get install poppler-utils');
const counts = await fuzz(targets, Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 1));
for (const { name, taken, refused, faults } of counts) {
  for (const fault of faults) console.error(fault);
  console.log(`${name}: ${taken} taken, ${refused} refused, ${faults.length} faults`);
}
const sum = (of: (each: (typeof counts)[number]) => number): number =>
  counts.reduce((total, each) => total + of(each), 0);
const faults = sum((each) => each.faults.length);
process.exitCode = faults > 0 ? 1 : 0;
console.log(
  `fuzz: ${sum(({ taken, refused }) => taken + refused) + faults} inputs, ${sum(({ taken }) => taken)} taken, ${sum(({ refused }) => refused)} refused, ${faults} faults`,
);
