/** What people type comes out as they typed it, whatever it looks like to Typst, Word or a spreadsheet. */

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.ts';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../src/output/documents/document-files.ts';
import { type DocumentOrder, renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { describeWith } from '../programs.ts';
import { crowdPlan, turnRoster } from './crowd.ts';
import { pagesOf } from './poppler.ts';
import { FIELDS, pdfSources, requestOf, samplePlan } from './sample-documents.ts';
import { unzip } from './zip.ts';

const WRITERS = { pdf: createPdfWriter(pdfSources()) };

function small(nameOf: (index: number) => string): Plan {
  return crowdPlan({ people: 4, days: 2, posts: 1, cover: 1, nameOf });
}

function order(plan: Plan, kind: DocumentOrder['kind'], format: DocumentFormat): DocumentOrder {
  return { kind, format, ...requestOf(plan, { source: { roster: turnRoster(plan) } }) };
}

async function bytesOf(plan: Plan, kind: DocumentOrder['kind'], format: DocumentFormat): Promise<Uint8Array> {
  const { content } = await renderDocument(order(plan, kind, format), WRITERS);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describeWith(['pdftotext'], 'names in a PDF', () => {
  it.each([
    '#panic("x")',
    '*Đậm* _nghiêng_',
    '= Mục $x^2$ `mã`',
    '@nguồn <nhãn>',
    '\\ // lời bình /* */',
    ']#sys.inputs[',
    '"{{page}}" {of}',
    '</svg> &amp; <w:t>',
  ])('are set as they are: %s', async (name) => {
    const plan = small((i) => `${name} ${i + 1}`);
    for (const kind of ['official', 'grid', 'slip', 'calltree'] as const) {
      const text = flat(pagesOf(await bytesOf(plan, kind, 'pdf')).join(' '));
      expect(text).toContain(flat(`${name} 1`));
    }
  });

  it('may hold what no font has: it shows as an empty square', async () => {
    const plan = small((i) => `Nguyễn 😀\u200d漢 \ue000 An ${i + 1}`);
    const text = flat(pagesOf(await bytesOf(plan, 'official', 'pdf')).join(' '));
    expect(text).toContain('Nguyễn □□ □ An 1');
  });
});

describe('both normal forms', () => {
  const NAME = 'Nguyễn Thị Phượng Ẩn Ế Ổ Ợ Ữ Ặ Đ';

  it.each(DOCUMENT_KINDS.flatMap((kind) => DOCUMENT_FORMATS.map((format) => [kind, format] as const)))(
    'of a name give the same %s as %s',
    async (kind, format) => {
      const [composed, decomposed] = await Promise.all(
        (['NFC', 'NFD'] as const).map((form) =>
          bytesOf(
            small((i) => `${NAME} ${i + 1}`.normalize(form)),
            kind,
            format,
          ),
        ),
      );
      const texts = [composed, decomposed].map((bytes) => readable(bytes ?? new Uint8Array(), format));
      expect(texts[1] === texts[0]).toBe(true);
    },
  );
});

/** Archives carry the time of packing, and Word numbers its pictures through the life of the process. */
function readable(bytes: Uint8Array, format: DocumentFormat): string {
  if (format !== 'docx' && format !== 'xlsx') return Buffer.from(bytes).toString('latin1');
  return JSON.stringify([...unzip(bytes)].sort()).replace(/ id=\\"\d+\\"/g, '');
}

describe('a workbook', () => {
  const NAMES = ['=HYPERLINK("http://x")', '+84 900', '-1+1', '@SUM(A1)'];
  const plan = small((i) => NAMES[i] ?? '');

  it('keeps cells that begin like a formula as text', async () => {
    for (const kind of ['official', 'grid', 'attendance', 'calltree'] as const) {
      const files = unzip(await bytesOf(plan, kind, 'xlsx'));
      const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/'));
      expect(sheets.length).toBeGreaterThan(0);
      // Sums of its own are all that counts.
      for (const [, xml] of sheets) {
        const counts = /^(?:SUM\([A-Z]+\d+:[A-Z]+\d+\)|ROUND\(\([A-Z]+\d+\*[\d.]+\)\*2,0\)\/2)$/;
        const formulas = [...xml.matchAll(/<f\b[^>]*>([^<]*)</g)].map(([, formula]) => formula);
        expect(formulas.filter((formula) => !counts.test(formula ?? ''))).toEqual([]);
      }
      const all = [...files.values()].join('');
      expect(all).toContain('=HYPERLINK(');
      expect(all).toContain('@SUM(A1)');
    }
  });

  it('has figures as numbers', async () => {
    const files = unzip(await bytesOf(samplePlan('unit-small'), 'grid', 'xlsx'));
    const sheet = [...files].find(([name]) => name === 'xl/worksheets/sheet1.xml')?.[1] ?? '';
    expect([...sheet.matchAll(/<c [^>]*?(?:t="n")?[^>]*><v>\d+<\/v>/g)].length).toBeGreaterThan(10);
  });
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('Word and workbook', () => {
  const plan = samplePlan('tet-2027-province');

  it.each(['official', 'wall', 'grid', 'attendance'] as const)('hold every name of the %s', async (kind) => {
    for (const format of ['docx', 'xlsx'] as const) {
      const { content } = await renderDocument({ kind, format, ...requestOf(plan) }, WRITERS);
      const xml = [...unzip(content as Uint8Array).values()].join('');
      for (const { name } of plan.staff) expect(xml).toContain(escaped(name));
    }
  });

  it('has rows of several lines whole, heads repeated and page numbers in Word', async () => {
    const { content } = await renderDocument(
      { kind: 'official', format: 'docx', ...requestOf(plan) },
      WRITERS,
    );
    const files = unzip(content as Uint8Array);
    const body = files.get('word/document.xml') ?? '';
    // See decision 0365: what takes one line needs no telling, and of a day's seats none takes more here.
    const rows = body.split(/<w:tr[ >]/).slice(1);
    const told = rows.filter((row) => row.includes('<w:cantSplit/>'));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(rows.length);
    for (const row of told) expect(row).toMatch(/<w:tblHeader\/>|<w:br\/>|<w:t[ >][^<]{30}/);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(body).toContain('w:w="16838" w:h="11906"');
    // 20, 15, 20 and 30 mm in twentieths of a point.
    expect(body).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    // Each annex counts its own pages, and a sum of them is not what every program can tell.
    expect([...files.values()].join('')).toMatch(/>PAGE</);
    expect([...files.values()].join('')).not.toMatch(/(?:NUM|SECTION)PAGES/);
  });

  it('names files in plain letters', async () => {
    const rendered = await renderDocument({ kind: 'wall', format: 'csv', ...requestOf(plan) }, WRITERS);
    expect(rendered.fileName).toBe('wall-tet-2027-v3.csv');
    expect(rendered.mediaType).toBe('text/csv; charset=utf-8');
    const draft = requestOf(plan, { fields: FIELDS });
    const { version: _, ...source } = draft.source;
    expect((await renderDocument({ kind: 'grid', format: 'text', ...draft, source }, WRITERS)).fileName).toBe(
      'grid-tet-2027-draft.txt',
    );
  });
});
