/**
 * People who are called like code of whatever prints them: Typst, Word, Word forms, workbooks, HTML, Handlebars. Each
 * must come out as the very letters it is made of, and nothing else may come of it.
 */

import type { Instant } from '../../src/calendar/interval.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Random } from '../../src/kernel/random.ts';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import type { DocumentFormat } from '../../src/output/documents/document-files.ts';
import type { DocumentRequest } from '../../src/output/documents/document-request.ts';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter, type PdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { fillWordForm } from '../../src/output/documents/word-form.ts';
import { rawTextOf } from '../documents/poppler.ts';
import { filledRoster, pdfSources, requestOf, samplePlan } from '../documents/sample-documents.ts';
import { unzip } from '../documents/zip.ts';
import { tetVersion } from '../web/roster/rosters.ts';
import { appOf, openSite, putVersion, type Site, type SiteApp } from '../web/site/site.ts';
import { pick } from './noise.ts';
import type { Target, Verdict } from './targets.ts';

const CODE = [
  ...[
    '#read("/etc/passwd")',
    '#import "/page.typ": *',
    '#sys.inputs',
    '#{1+1}',
    '#panic()',
    '$x^2$',
    '*a*',
    '_b_',
  ],
  ...[
    '@ref',
    '<label>',
    '\\u{41}',
    '\\',
    '\\n',
    ']',
    '[',
    '#[',
    '"',
    "'",
    '`x`',
    '~',
    '--',
    '---',
    '...',
    '= H',
    '- i',
  ],
  ...['// c', '/* d */', '<<', '>>', '(\\101)', '%PDF-1.7'],
  ...[
    '{ho_ten}',
    '{#nguoi_truc}',
    '{/nguoi_truc}',
    '{/}',
    '{@raw}',
    '{^x}',
    '{{x}}',
    '{{{y}}}',
    '{{constructor}}',
  ],
  ...[
    '{{> layout}}',
    '{',
    '}',
    '[[',
    '&amp;',
    '&#65;',
    '&',
    '<',
    '>',
    '</w:t>',
    '<w:br/>',
    ']]>',
    '<!--',
    '<![CDATA[',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"onmouseover="x',
    '</title>',
    'javascript:x',
  ],
  ...[
    '=1+1',
    '=HYPERLINK("x")',
    '@SUM(1)',
    '+1',
    '-1',
    '%n',
    '$&',
    '$1',
    '__proto__',
    'constructor',
    'toString',
    '_x0041_',
    'Đỗ',
    'Nguyễn Thị',
  ],
];

/** The paper that asks for a swap names two people only. */
const KINDS = DOCUMENT_KINDS.filter((kind) => kind !== 'swap');

/** One to four pieces of code, now and then with nothing between them. */
function codeName(random: Random): string {
  const pieces = Array.from({ length: 1 + random.below(4) }, () => pick(random, CODE));
  return pieces.join(pick(random, [' ', ' ', ''])).trim();
}

function named<T extends Pick<Plan, 'staff'>>(plan: T, random: Random): T {
  return {
    ...plan,
    staff: plan.staff.map((member) => ({ ...member, name: codeName(random), title: codeName(random) })),
  };
}

/** A name is broken over lines as the column needs it: only where the white space stands may differ. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad]+/gu, '');

function holdNames(text: string, names: readonly string[], where: string): void {
  const found = squeezed(text);
  for (const name of names) {
    if (!found.includes(squeezed(name))) throw new Error(`${JSON.stringify(name)} is another in ${where}`);
  }
  if (/root:[^:]*:0:0/.test(found)) throw new Error(`a file of the machine came out in ${where}`);
}

const PLAN = samplePlan('unit-small');

function orderOf(random: Random): { readonly request: DocumentRequest; readonly names: readonly string[] } {
  const plan = named(PLAN, random);
  const roster = filledRoster(plan);
  const onDuty = new Set(roster.assignments.map(({ staffId }) => staffId));
  const names = plan.staff.filter(({ id }) => onDuty.has(id)).map(({ name }) => name);
  // Beside an earlier version of nobody, so that everyone is a change.
  const before = {
    plan,
    roster: { ...roster, assignments: [] },
    version: { number: 1, publishedAt: 0 as Instant },
  };
  return { request: { ...requestOf(plan, { source: { roster } }), before }, names };
}

let pdf: PdfWriter | undefined;

/** For `pdftotext` to read. */
export const PDF_NAMES: Target = {
  name: 'names that are code, in PDF',
  share: 0.06,
  async run(random): Promise<Verdict> {
    pdf ??= createPdfWriter(pdfSources());
    const { request, names } = orderOf(random);
    const kind = pick(random, KINDS);
    const { content } = await renderDocument({ ...request, kind, format: 'pdf' }, { pdf });
    if (typeof content === 'string') throw new Error('a PDF of text');
    holdNames(rawTextOf(content), names, `${kind}.pdf`);
    return 'taken';
  },
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text between tags. A name that became a tag is gone from it, one that was escaped twice is another. */
function textOf(markup: string): string {
  const bare = markup.replace(/<[^<>]*>/g, '\n');
  if (bare.includes('<')) throw new Error('a tag without its end');
  return bare.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, entity: string) => {
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return entity.startsWith('#') ? String.fromCodePoint(code) : (ENTITIES[entity] ?? whole);
  });
}

/** Word cuts a text into runs wherever it likes. */
function wordText(archive: Uint8Array): string {
  return textOf((unzip(archive).get('word/document.xml') ?? '').replace(/<\?[^>]*\?>/, ''));
}

const FORM = formatSampleForm('vi');
const NO_PDF = {
  pdf: {
    write: () => {
      throw new Error('no PDF is asked for here');
    },
  },
};

const inWord: Target = {
  name: 'names that are code, in Word and in a unit’s own form',
  share: 0.1,
  async run(random): Promise<Verdict> {
    const { request, names } = orderOf(random);
    const kind = pick(random, KINDS);
    const { content } = await renderDocument({ ...request, kind, format: 'docx' }, NO_PDF);
    holdNames(wordText(content as Uint8Array), names, `${kind}.docx`);
    const form = fillWordForm(await FORM, 'mau.docx', request);
    if (!form.ok) throw new Error(JSON.stringify(form.faults));
    holdNames(wordText(form.value), names, 'mau.docx');
    return 'taken';
  },
};

const TABLES: readonly DocumentFormat[] = ['xlsx', 'csv', 'html', 'text'];

const inTables: Target = {
  name: 'names that are code, in workbooks, CSV, HTML and text',
  share: 0.1,
  async run(random): Promise<Verdict> {
    const { request, names } = orderOf(random);
    const format = pick(random, TABLES);
    const { content } = await renderDocument({ ...request, kind: 'official', format }, NO_PDF);
    if (typeof content !== 'string') {
      const parts = unzip(content);
      const sheets = [...parts].filter(([name]) => name.startsWith('xl/')).map(([, part]) => part);
      if (sheets.some((sheet) => /<f[\s>]/.test(sheet))) throw new Error('a formula came out');
      const texts = sheets.map((sheet) => textOf(sheet.replace(/<\?[^>]*\?>/g, ''))).join('\n');
      holdNames(texts.replaceAll('_x005F_', '_'), names, format);
    } else if (format === 'html') {
      holdPage(content, names, format);
    } else {
      holdNames(format === 'csv' ? content.replaceAll('""', '"') : content, names, format);
      if (format === 'csv' && /(^|\n|,)"?[=@+-]/.test(content)) throw new Error('a formula came out');
    }
    return 'taken';
  },
};

/** What our own pages have in them: neither name nor title may add to it. */
const FOREIGN = /<(?:img|script>|w:|label>|!--|!\[)|\son\w+\s*=/i;

function holdPage(html: string, names: readonly string[], where: string): void {
  const bare = html.replace(/<!doctype[^>]*>/i, '').replace(/<style>[\s\S]*?<\/style>/g, '');
  const tags = [...bare.matchAll(/<[^<>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
  const foreign = tags.find((tag) => FOREIGN.test(tag));
  if (foreign) throw new Error(`${foreign} came out in ${where}`);
  holdNames(textOf(bare), names, where);
}

const version = tetVersion();
let app: SiteApp | undefined;
let site: Site | undefined;
let number = 0;

const inPages: Target = {
  name: 'names that are code, in pages',
  share: 0.04,
  async run(random): Promise<Verdict> {
    app ??= await appOf([]);
    site ??= await openSite(app);
    const periodId = `tet-${++number}`;
    const plan = named(version.plan, random);
    const { roster } = version;
    const renamed = { ...plan, period: { ...plan.period, id: periodId } };
    await putVersion(app, { ...version, periodId, plan: renamed, roster: { ...roster, periodId } });
    for (const page of ['', '/people', '/print']) {
      const response = await fetch(`${site.url}/periods/${periodId}${page}`);
      if (response.status !== 200) throw new Error(`${page}: ${response.status}`);
      const names = page === '/people' ? plan.staff.map(({ name }) => name) : [];
      holdPage(await response.text(), names, page);
    }
    return 'taken';
  },
  async end() {
    await site?.close();
    site = undefined;
    app = undefined;
  },
};

export const NAMES: readonly Target[] = [inWord, inTables, inPages];
