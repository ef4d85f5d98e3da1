/**
 * Every document says what it has always said, in every format. `npm test` looks at the small unit and a few others, `npm run
 * test:deep` at all. What is meant to change is written anew by `npm run golden:documents`.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../programs.ts';
import { VARIANTS } from './every-document.ts';
import { digestFile, digestLine, KEPT_SUBJECTS, TEXT_KINDS, textFile, wholeText } from './golden-files.ts';
import { looked } from './subjects.ts';

const EVERY = { 'unit-small': 13, '5 people of long names': 11 };

describe('the small unit', () => {
  it.each(TEXT_KINDS)('has the same words in the %s, whatever its format', async (kind) => {
    expect(await wholeText(kind)).toBe(readFileSync(textFile(kind), 'utf8'));
  });
});

describeWith(['pdftotext'], 'every document', () => {
  const subjects = KEPT_SUBJECTS.filter((subject) => looked(subject, EVERY).length > 0);
  describe.each(subjects)('of $name', (subject) => {
    const kept = readFileSync(digestFile(subject), 'utf8').trimEnd().split('\n');

    it('is kept', () => {
      expect(kept.map((line) => line.slice(0, line.indexOf(':')))).toEqual(VARIANTS.map(({ name }) => name));
    });

    const some = looked(subject, EVERY);
    it.each(some)('says the same: $name', async (variant) => {
      expect(await digestLine(subject, variant)).toBe(kept[VARIANTS.indexOf(variant)]);
    });
  });
});
