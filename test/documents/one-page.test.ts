/** What is to stand on one page does, in a unit of a hundred and twenty with many to call: type and code give way to the height there is. */

import { describe, expect, it } from 'vitest';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { describeWith } from '../programs.ts';
import { documentOf, VARIANTS } from './every-document.ts';
import { infoOf } from './poppler.ts';
import { pdfSources, samplePlan } from './sample-documents.ts';

const PLAN = samplePlan('tet-2027-national');
const WRITER = createPdfWriter(pdfSources());

describeWith(['pdftotext'], 'one page', () => {
  describe.each([
    ['slip with links', PLAN.staff.length],
    ['calltree a3 landscape', 1],
  ])('of each %s', (name, pages) => {
    const variant = VARIANTS.find((each) => each.name === name);

    it('holds everything', () => {
      const document = variant && documentOf(variant, PLAN);
      expect(document?.sections).toHaveLength(pages);
      expect(document && infoOf(WRITER.write(document)).get('Pages')).toBe(String(pages));
    });
  });
});
