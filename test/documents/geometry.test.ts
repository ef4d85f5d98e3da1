/**
 * Every kind of document in every layout on every sample and on units of 5 to 300 people: what stands on its pages, word by
 * word, and what a clerk would send back. `npm test` looks at a few of each.
 */

import { describe, expect, it } from 'vitest';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { describeWith } from '../programs.ts';
import { documentOf } from './every-document.ts';
import { pageFaults } from './page-faults.ts';
import { nearestToEdge, pagesWithWords } from './poppler.ts';
import { pdfSources } from './sample-documents.ts';
import { IS_DEEP, looked, SUBJECTS, USUAL_SUBJECTS } from './subjects.ts';

const WRITER = createPdfWriter(pdfSources());
const EVERY = { '5 people of long names': 9, '28 people of long names': 7 };
const ALL = [...SUBJECTS, ...USUAL_SUBJECTS];

describeWith(['pdftotext'], 'every document', () => {
  describe.each(ALL.filter((subject) => looked(subject, EVERY).length > 0))('of $name', (subject) => {
    const { plan, roster } = subject.made();
    it.each(looked(subject, EVERY))('has no fault a clerk would send back: $name', (variant) => {
      const document = documentOf(variant, plan, { ...(roster && { roster }) });
      const pdf = WRITER.write(document);
      expect(pageFaults(document, pagesWithWords(pdf))).toEqual([]);
      if (IS_DEEP) expect(nearestToEdge(pdf)).toBeGreaterThanOrEqual(6);
    });
  });
});
