/** Rows of a Word file: as high as on paper, however many there are, and hours whole on their line. */

import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { twips } from '../../src/output/documents/docx-parts.ts';
import { tableHeightMm } from '../../src/output/documents/table-fit.ts';
import { pointsToMm } from '../../src/output/documents/text-width.ts';
import { requestOf, samplePlan } from './sample-documents.ts';
import { tablesOf } from './workbook-rows.ts';
import { unzip } from './zip.ts';

const REQUEST = requestOf(samplePlan('tet-2027-province'));

/** `tet-2027-province` as Word's own words, and the heights of its rows in twentieths of a point. */
async function wordOf(kind: 'official' | 'grid') {
  const document = buildDocument(kind, REQUEST);
  const words = unzip(await formatDocx(document)).get('word/document.xml') ?? '';
  const heights = [...words.matchAll(/<w:tblHeader[^>]*><w:trHeight w:val="(\d+)"/g)].map(([, each]) =>
    Number(each),
  );
  return { document, words, heights };
}

describe('rows in Word', () => {
  it('of a list of phones are a line each, so far apart as on paper, and a page may end behind any', async () => {
    const document = buildDocument('wall', REQUEST);
    const lists = document.sections.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'directory'),
    );
    const [list] = lists;
    if (list?.kind !== 'directory' || lists.length > 1) throw new Error('one list of phones');
    const words = unzip(await formatDocx(document)).get('word/document.xml') ?? '';
    const [, after = ''] = words.split('>Điện thoại<');
    const [table = ''] = /<w:tbl>.*?<\/w:tbl>/.exec(after) ?? [];
    const heights = [...table.matchAll(/<w:trHeight w:val="(\d+)"/g)].map(([, each]) => Number(each));
    expect(heights).toHaveLength(Math.ceil(list.entries.length / list.columns));
    expect(new Set(heights)).toEqual(new Set([twips(pointsToMm(1.37 * list.sizePt))]));
    expect(table.match(/\d{4} \d{3} \d{3}/g)).toHaveLength(list.entries.length);
    expect(table).not.toContain('keepNext');
  });

  it.each(['official', 'grid'] as const)(
    'of the %s add up to the height on paper of likely widths, the head lower by half a point, and by a point more where the table ends its section',
    async (kind) => {
      const { document, heights } = await wordOf(kind);
      const face = kind === 'official' ? 'serif' : 'sans';
      const sections = document.sections.filter((section) => section.face === face);
      expect(sections.length).toBeGreaterThan(0);
      let from = 0;
      for (const table of tablesOf(document)) {
        const rows = heights.slice(from, from + table.head.length + table.rows.length);
        from += rows.length;
        const roomy = table.widthsMm.map((mm) => mm * (face === 'sans' ? 1.02 : 1));
        const onPaper = tableHeightMm(table.sizePt, roomy, { ...table, face });
        const ends = sections.some(({ blocks }) => blocks.at(-1) === table);
        const lowerPt = ends ? 1.5 : 0.5;
        expect(rows.reduce((all, each) => all + each, 0)).toBe(twips(onPaper - pointsToMm(lowerPt)));
      }
    },
  );

  it('have the head lower by what ends the section in its last table alone', async () => {
    const request = requestOf(samplePlan('urgent-72h'), {
      options: { alone: true, orientation: 'portrait' },
    });
    const document = buildDocument('official', request);
    const [first, second, ...more] = tablesOf(document);
    if (!first || !second || more.length > 0) throw new Error('two tables stand in one section');
    const words = unzip(await formatDocx(document)).get('word/document.xml') ?? '';
    const heights = [...words.matchAll(/<w:tblHeader[^>]*><w:trHeight w:val="(\d+)"/g)].map(([, each]) =>
      Number(each),
    );
    const sums = [first, second].map((table, i) => {
      const from = i === 0 ? 0 : first.head.length + first.rows.length;
      const own = heights.slice(from, from + table.head.length + table.rows.length);
      const onPaper = tableHeightMm(table.sizePt, table.widthsMm, { ...table, face: 'serif' });
      return twips(onPaper) - own.reduce((all, each) => all + each, 0);
    });
    expect(sums).toEqual([5, 30]);
  });

  it('are kept whole where they have several lines, and there alone', async () => {
    const { words } = await wordOf('official');
    const rows = [...words.matchAll(/<w:cantSplit([^>]*)\/><w:tblHeader[^>]*><w:trHeight w:val="(\d+)"/g)];
    const kept = rows.map(([, off = '', height]) => [off === '', Number(height)] as const);
    const lowest = Math.min(...kept.map(([, height]) => height));
    expect(kept.some(([isKept, height]) => !isKept && height < 1.2 * lowest)).toBe(true);
    expect(kept.filter(([, height]) => height > 1.5 * lowest).every(([isKept]) => isKept)).toBe(true);
  });

  it('break before hours that begin a line, which a line would else end in the midst of, and have no other signs', async () => {
    const request = requestOf(samplePlan('unit-small'), {
      options: { layout: 'departments', orientation: 'portrait' },
    });
    const words = unzip(await formatDocx(buildDocument('official', request))).get('word/document.xml') ?? '';
    const texts = [...words.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>(<w:cr\/>)?/g)];
    const broken = texts.flatMap(([, text = '', cr], i) =>
      cr === undefined ? [] : [[text, texts[i + 1]?.[1]]],
    );
    // The narrow column's title is broken by itself; names with hours on their line are not.
    expect(broken.filter(([, hours]) => hours?.startsWith('('))).toContainEqual([
      'Nguyễn Hoàng Khánh',
      '(06–14)',
    ]);
    expect(texts.map(([, text]) => text)).toContain('Cao Bá Vũ (07–07)');
    expect(words).not.toMatch(/[\u200b-\u200d\u2060\ufeff]/);
  });
});
