/** Rows whose height is reckoned before they are set stand where they would if Typst had found it. */

import { describe, expect, it } from 'vitest';
import type { Cell, DutyDocument } from '../../src/output/documents/document.ts';
import { knownHeightsMm } from '../../src/output/documents/known-heights.ts';
import { createPdfWriter, type PdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { describeWith } from '../programs.ts';
import { documentOf, VARIANTS } from './every-document.ts';
import { pagesWithWords } from './poppler.ts';
import { pdfSources } from './sample-documents.ts';
import { SUBJECTS } from './subjects.ts';

const ASKED = '      rows: heights,\n';
const FIXED = 'rows: height, ';

const sources = pdfSources();
const known = createPdfWriter(sources);
/** Has every height found by Typst. */
const found = createPdfWriter({
  ...sources,
  templates: new Map(
    [...sources.templates].map(([name, text]) => [name, text.replace(ASKED, '').replace(FIXED, '')]),
  ),
});

/** To the hundredth of a millimetre. */
function placesIn(writer: PdfWriter, document: DutyDocument): string[] {
  const pages = pagesWithWords(writer.write(document));
  return pages.flatMap(({ words }) =>
    words.map(({ page, text, left, top }) => `${page} ${left.toFixed(2)} ${top.toFixed(2)} ${text}`),
  );
}

const CHOSEN = ['official', 'wall', 'grid', 'crew', 'slip with links', 'changes', 'attendance'];

describeWith(['pdftotext'], 'known heights', () => {
  it('are left out of the templates that find them', () => {
    const texts = [...sources.templates.values()].join('');
    expect(texts).toContain(ASKED);
    expect(texts).toContain(FIXED);
  });

  describe.each(['tet-2027-province', '28 people of long names'])('of %s', (name) => {
    const { plan, roster } = SUBJECTS.find((each) => each.name === name)?.made() ?? {};

    it.each(CHOSEN)('leave each word of %s where it is', (start) => {
      const variant = VARIANTS.find((each) => each.name.startsWith(start));
      const document = plan && variant && documentOf(variant, plan, { ...(roster && { roster }) });
      if (!document) throw new Error('no such document');
      expect(placesIn(known, document)).toEqual(placesIn(found, document));
    });
  });
});

const SETTING = { sizePt: 10, widthsMm: [30, 30], paddingMm: 1, face: 'sans' } as const;
const cell = (...texts: string[]): Cell => ({ lines: texts.map((text) => ({ text })) });
const LONG = 'Trực cùng Nguyễn Thị Phượng';
/** Of so many lines, with the space above and below. */
const mm = (lines: number): number => ((lines * 1.12 + (lines - 1) * 0.1) * 10 * 25.4) / 72 + 2;

describe('the height of a row', () => {
  const heights = (...rows: Cell[][]): (number | null)[] => knownHeightsMm(rows, SETTING);

  it('is that of its highest cell', () => {
    const [height] = heights([cell('Sáng', 'Trực ban'), cell('06–14')]);
    expect(height).toBeCloseTo(mm(2), 9);
  });

  it('is open where a line may wrap, breaks by itself or slopes', () => {
    const sloping: Cell = { lines: [{ text: 'Sáng', italic: true }] };
    expect(heights([cell('Sáng'), cell(LONG)])).toEqual([null]);
    expect(heights([cell('Sáng\nChiều')])).toEqual([null]);
    expect(heights([cell('Sáng', '')])).toEqual([null]);
    expect(heights([sloping])).toEqual([null]);
  });

  it('has at its last row what a cell that reaches down wants more, open where that is not known', () => {
    const down = (of: Cell): Cell => ({ ...of, rows: 2 });
    const [above, last] = heights([down(cell('a', 'b', 'c', 'd')), cell('x')], [cell('y')]);
    expect(above).toBeCloseTo(mm(1), 9);
    expect(last).toBeCloseTo(mm(4) - mm(1), 9);
    expect(heights([down(cell(LONG)), cell('x')], [cell('y')])[1]).toBeNull();
    const roomy = heights([down(cell(LONG)), cell('x', 'x', 'x')], [cell('y')]);
    expect(roomy[1]).toBeCloseTo(mm(1), 9);
    expect(heights([down(cell('a', 'b')), cell(LONG)], [cell('y')])).toEqual([null, null]);
  });
});
