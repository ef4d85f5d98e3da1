/**
 * `npm run golden:documents`: writes down anew what every document says, tells what a clerk would send back, and fails then.
 * `-- --subject PART --variant PART --format F` for some alone. `--difference` writes nothing: it shows how the first of them
 * differs from what it said when that was written down; `--text` how it reads now.
 */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { VARIANTS } from './every-document.ts';
import { showDifference, spokenText } from './golden-difference.ts';
import { digestFile, digestLine, keptLines, TEXT_KINDS, textFile, wholeText } from './golden-files.ts';
import { faultsOf } from './looked-at.ts';
import { readableNamed } from './readable.ts';
import { ALL_SUBJECTS, documentFor, meant } from './subjects.ts';

const { values } = parseArgs({
  options: {
    subject: { type: 'string', default: '' },
    variant: { type: 'string', default: '' },
    format: { type: 'string' },
    difference: { type: 'boolean', default: false },
    text: { type: 'boolean', default: false },
  },
});
const only = values.format === undefined ? undefined : readableNamed(values.format);

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}

async function writeAll(): Promise<void> {
  if (process.env.CI)
    throw new Error(
      'What is right is not decided here: write it on your own machine and look at the difference.',
    );
  for (const kind of TEXT_KINDS) write(textFile(kind), await wholeText(kind));
  const variants = new Set(meant(VARIANTS, values.variant));
  for (const subject of meant(ALL_SUBJECTS, values.subject)) {
    const kept = existsSync(digestFile(subject)) ? keptLines(subject) : new Map<string, string>();
    const lines = new Map(VARIANTS.map(({ name }) => [name, kept.get(name) ?? '']));
    for (const variant of VARIANTS.filter((each) => variants.has(each))) {
      const document = documentFor(subject, variant);
      const old = kept.get(variant.name) ?? '';
      lines.set(variant.name, await digestLine(variant, document, { kept: old, ...(only && { only }) }));
      for (const fault of faultsOf(document, { ink: true })) {
        console.error(`${subject.name}, ${variant.name}: ${fault}`);
        process.exitCode = 1;
      }
    }
    write(digestFile(subject), `${[...lines.values()].filter((line) => line !== '').join('\n')}\n`);
  }
}

const [subject] = meant(ALL_SUBJECTS, values.subject);
const [variant] = meant(VARIANTS, values.variant);
if (!subject || !variant) throw new Error('no such document');
if (values.text) process.stdout.write(await spokenText(subject, variant));
else if (values.difference) await showDifference(subject, variant);
else await writeAll();
