/** What is to stand on one page does, in a unit of a hundred and twenty with many to call: type and code give way to the height there is. */

import { describe, expect, it } from 'vitest';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { describeWith } from '../programs.ts';
import { documentOf, VARIANTS } from './every-document.ts';
import { infoOf, pagesOf } from './poppler.ts';
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

  it('that does not hold everything after all has its feet numbered by the pages there are', () => {
    const slips = VARIANTS.find(({ name }) => name === 'slip');
    const document = slips && documentOf(slips, PLAN);
    const [first, second] = document?.sections ?? [];
    if (!document || !first || !second) throw new Error('fewer than two slips');
    const twice = { ...first, blocks: [...first.blocks, ...first.blocks, ...first.blocks] };
    const pages = pagesOf(WRITER.write({ ...document, sections: [twice, second] }));
    const last = pages.length;
    expect(last).toBeGreaterThan(2);
    expect(pages.map((page) => /trang \d+\/\d+/.exec(page)?.[0])).toEqual(
      pages.map((_, i) => `trang ${i + 1}/${last}`),
    );
  });

  it('each has its own number at its foot', () => {
    const slips = VARIANTS.find(({ name }) => name === 'slip');
    const document = slips && documentOf(slips, PLAN);
    const pages = document ? pagesOf(WRITER.write(document)) : [];
    expect(pages).toHaveLength(PLAN.staff.length);
    expect(pages[6]).toContain(`trang 7/${PLAN.staff.length}`);
  });
});
