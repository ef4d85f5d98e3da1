/** Writes down anew what every document says: `npm run golden:documents`, or with part of a subject's name for some alone. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { VARIANTS } from './every-document.ts';
import { digestFile, digestLine, KEPT_SUBJECTS, TEXT_KINDS, textFile, wholeText } from './golden-files.ts';

if (process.env.CI)
  throw new Error(
    'What is right is not decided here: write it on your own machine and look at the difference.',
  );

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}

const [part = ''] = process.argv.slice(2);
for (const kind of TEXT_KINDS) write(textFile(kind), await wholeText(kind));
for (const subject of KEPT_SUBJECTS.filter(({ name }) => name.includes(part))) {
  const lines: string[] = [];
  for (const variant of VARIANTS) lines.push(await digestLine(subject, variant));
  write(digestFile(subject), `${lines.join('\n')}\n`);
}
