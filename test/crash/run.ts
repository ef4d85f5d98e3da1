/** `npm run test:crash [rounds] [seed]`: the whole of it, two files at a time; the counts are on the last line. */

import { crash } from './crash.ts';

const LANES = 2;
const rounds = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 1);

const lanes = Array.from({ length: LANES }, (_, lane) => crash(Math.ceil(rounds / LANES), seed + lane));
const all = await Promise.all(lanes);
const sum = (of: (counts: (typeof all)[number]) => number): number =>
  all.reduce((total, counts) => total + of(counts), 0);

for (const fault of all.flatMap(({ faults }) => faults)) console.error(fault);
const faults = sum((counts) => counts.faults.length);
process.exitCode = faults > 0 ? 1 : 0;
console.log(
  [
    `crash: ${sum(({ rounds }) => rounds)} kills`,
    `${sum(({ acknowledged }) => acknowledged)} acknowledged`,
    `(${sum(({ loads }) => loads)} loads, ${sum(({ drafts }) => drafts)} drafts, ${sum(({ versions }) => versions)} versions, ${sum(({ backups }) => backups)} backups)`,
    `${sum(({ restored }) => restored)} restored`,
    `${faults} faults`,
  ].join(', '),
);
