/**
 * Every kind of document in every layout, paper and way of signing, on every sample, on units of 5 to 300 people and on
 * units that layouts bear with pains: what stands on its pages, word by word, what a clerk would send back, and whether it
 * says in every format what it has always said. `npm test` looks at a few of each. What is meant to change is written anew
 * by `npm run golden:documents`.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../programs.ts';
import { VARIANTS } from './every-document.ts';
import { digestLine, keptLines, TEXT_KINDS, textFile, wholeText } from './golden-files.ts';
import { faultsOf } from './looked-at.ts';
import { ALL_SUBJECTS, documentFor, IS_DEEP, looked } from './subjects.ts';

/** Of 300 people a list, a letter and a sheet, whose makings no smaller unit has: a few seconds each. */
const EVERY = {
  'unit-small': 13,
  '5 people of long names': 11,
  '28 people of long names': 17,
  '300 people': 34,
};

describe('the small unit', () => {
  it.each(TEXT_KINDS)('has the same words in the %s, whatever its format', async (kind) => {
    expect(await wholeText(kind)).toBe(readFileSync(textFile(kind), 'utf8'));
  });
});

describeWith(['pdftotext'], 'every document', () => {
  describe.each(ALL_SUBJECTS)('of $name', (subject) => {
    const kept = keptLines(subject);

    it('is kept', () => {
      expect([...kept.keys()]).toEqual(VARIANTS.map(({ name }) => name));
    });

    it.each(looked(subject, EVERY))('has no fault and says the same: $name', async (variant) => {
      const document = documentFor(subject, variant);
      expect.soft(faultsOf(document, { ink: IS_DEEP })).toEqual([]);
      const how = `npm run golden:documents -- --subject '${subject.name}' --variant '${variant.name}' --difference`;
      expect(await digestLine(variant, document), `it says something else, as this tells: ${how}`).toBe(
        kept.get(variant.name),
      );
    });
  });
});
