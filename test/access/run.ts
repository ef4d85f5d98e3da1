/** `npm run test:access`: the whole matrix; its count on the last line. */

import { checkMatrix } from './matrix.ts';

const { checked, faults } = await checkMatrix();
for (const fault of faults) console.error(fault);
console.log(`access: ${checked} pairs of route and visitor, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
