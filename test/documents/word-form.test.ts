/** The unit's own Word form: filled, its faults told by name, archives that mean harm refused. */

import fc from 'fast-check';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { unzip as unzipWithin } from '../../src/kernel/zip-reader.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { MOST_FORM_BYTES } from '../../src/output/documents/form-archive.ts';
import { FORM_LOOPS, FORM_NAMES } from '../../src/output/documents/form-values.ts';
import { fillWordForm } from '../../src/output/documents/word-form.ts';
import { rosterSheet } from '../../src/output/roster/sheet.ts';
import { requestOf, samplePlan } from './sample-documents.ts';
import { unzip } from './zip.ts';

const REQUEST = requestOf(samplePlan('tet-2027-province'));
const SPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A form of these paragraphs. */
function formOf(...paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipOf({
    '[Content_Types].xml': TYPES,
    'word/document.xml': `<w:document xmlns:w="${SPACE}"><w:body>${body}</w:body></w:document>`,
  });
}

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const zip = new PizZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function wordsOf(form: Uint8Array): string {
  const filled = fillWordForm(form, 'mau.docx', REQUEST);
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults));
  const xml = unzip(filled.value).get('word/document.xml') ?? '';
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replaceAll('<w:noBreakHyphen/>', '-')
    .replace(/<[^>]+>/g, '')
    .trim();
}

function faultsOf(form: Uint8Array): [string, string | undefined][] {
  const filled = fillWordForm(form, 'mau.docx', REQUEST);
  return filled.ok ? [] : filled.faults.map(({ key, value }) => [key, value]);
}

describe('a Word form', () => {
  it('is filled from the fields and the roster', () => {
    expect(wordsOf(formOf('{so_ky_hieu}', '{ ky_truc }', '{trich_yeu}'))).toBe(
      '05/TB-TTCNS\nTết Đinh Mùi 2027\nPhân công trực bảo đảm an toàn thông tin dịp Tết Nguyên đán Đinh Mùi năm 2027',
    );
  });

  it('repeats days, their shifts and people', () => {
    const { plan, roster } = REQUEST.source;
    const days = wordsOf(
      formOf(
        '{#ngay_truc}',
        '{thu} {ngay}: {vi_tri_1}',
        '{#ca_truc}',
        '- {gio} {nguoi}',
        '{/ca_truc}',
        '{/ngay_truc}',
      ),
    );
    for (const day of ['04/02', '10/02']) expect(days).toContain(day);
    const people = wordsOf(formOf('{#nguoi_truc}', '{tt} {ho_ten} {dien_thoai} {so_ca}', '{/nguoi_truc}'));
    const standing = new Set(roster.assignments.map(({ staffId }) => staffId));
    for (const { id, name } of plan.staff.filter((member) => standing.has(member.id))) {
      expect(days).toContain(name);
      const count = roster.assignments.filter(({ staffId }) => staffId === id).length;
      expect(people).toMatch(new RegExp(`${name} 0900 \\d{3} \\d{3} ${count}`));
    }
  });

  /** The rows of the only table, each cell as it is written. */
  const cellsOf = (form: Uint8Array): string[][] => {
    const filled = fillWordForm(form, 'mau.docx', REQUEST);
    if (!filled.ok) throw new Error(JSON.stringify(filled.faults));
    const xml = unzip(filled.value).get('word/document.xml') ?? '';
    expect(xml).not.toContain('\ue0f0');
    return [...xml.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) =>
      [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => cell),
    );
  };
  const said = (cell = ''): string => cell.replace(/<w:br\/>/g, '\n').replace(/<[^>]+>/g, '');
  const tableOf = (...rows: readonly (readonly string[])[]): Uint8Array => {
    const cell = (text: string): string =>
      `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const body = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('');
    return zipOf({
      '[Content_Types].xml': TYPES,
      'word/document.xml': `<w:document xmlns:w="${SPACE}"><w:body><w:tbl>${body}</w:tbl></w:body></w:document>`,
    });
  };

  it('can be the annex that is printed without one: a column for each shift of each post', () => {
    const annex = buildDocument('official', { ...REQUEST, options: { annex: 'list', layout: 'days' } });
    const printed = annex.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(printed).toHaveLength(1);
    const columns = rosterSheet(REQUEST.source).heads.flatMap((head, i) =>
      head.columns.map((_, j) => `vi_tri_${i + 1}_ca_${j + 1}`),
    );
    const [first = '', ...others] = columns;
    const last = others.pop() ?? '';
    const rows = cellsOf(
      tableOf(
        columns.map((name) => `{ten_${name}}`),
        [`{#ngay_truc}{${first}}`, ...others.map((name) => `{${name}}`), `{${last}}{/ngay_truc}`],
      ),
    );
    const [heads, ...days] = rows.map((row) => row.map(said));
    expect(heads).toHaveLength(columns.length);
    expect(days).toEqual(
      printed[0]?.rows.map((row) =>
        row.slice(-columns.length).map(({ lines }) => lines.map(({ text }) => text).join('\n')),
      ),
    );
  });

  it('has the words of the annex that is printed without one: title, what it goes with, note', () => {
    const [section] = buildDocument('official', { ...REQUEST, options: { annex: 'list' } }).sections;
    const [title, , note] = section?.blocks ?? [];
    const printed = [
      ...(title?.kind === 'title' ? title.lines.slice(1) : []),
      ...(note?.kind === 'paragraphs' ? note.items : []),
    ].map(({ text }) => text.replaceAll('\n', ' '));
    const form = formOf('{tieu_de}', '{kem_theo}', 'Ghi chú: {ghi_chu}');
    expect(wordsOf(form).replaceAll('\n', ' ')).toBe(printed.join(' '));
    expect(printed.join(' ')).toMatch(/^DANH SÁCH .*\(Kèm theo Thông báo .*\) Ghi chú: ./);
  });

  it('breaks no hours', () => {
    const form = formOf('Trực 24–24, {#phan_cong}{gio};{/phan_cong}');
    const filled = fillWordForm(form, 'mau.docx', REQUEST);
    const xml = filled.ok ? (unzip(filled.value).get('word/document.xml') ?? '') : '';
    expect(xml).toContain('06</w:t><w:noBreakHyphen/><w:t xml:space="preserve">14;');
    // The form's own words stay as they are.
    expect(xml.match(/\d+[–\u2011\u200d]+\d+/g)).toEqual(['24–24']);
  });

  it('has a row a seat, with the day’s cells made one down the page', () => {
    const rows = cellsOf(
      tableOf([
        '{#phan_cong}{gop}{thu} {ngay}',
        '{vi_tri} {ca} {gio}',
        '{ho_ten}, {chuc_danh}, {phong}',
        '{dien_thoai}{/phan_cong}',
      ]),
    );
    const { plan, roster } = REQUEST.source;
    expect(rows).toHaveLength(roster.assignments.length);
    const starts = rows.filter(([day = '']) => day.includes('<w:vMerge w:val="restart"/>'));
    expect(starts.map(([day]) => said(day))).toEqual(
      rosterSheet(REQUEST.source).rows.map(({ weekday, date }) => `${weekday} ${date}`),
    );
    expect(rows.filter(([day = '']) => day.includes('<w:vMerge/>')).every(([day]) => said(day) === '')).toBe(
      true,
    );
    const names = new Set(
      plan.staff.map(({ name, title, department }) => `${name}, ${title}, ${department}`),
    );
    for (const [, , who] of rows) expect(names).toContain(said(who));
  });

  it('makes days one in a table whose cells hold tables, and keeps these', () => {
    const inner = tableOf(['{gio}']);
    const [held = ''] = /<w:tbl>[\s\S]*<\/w:tbl>/.exec(unzip(inner).get('word/document.xml') ?? '') ?? [];
    const form = tableOf(['{#phan_cong}{gop}{thu} {ngay}', 'HERE', '{ho_ten}{/phan_cong}']);
    const xml = (unzip(form).get('word/document.xml') ?? '').replace(
      /<w:p>(?:(?!<w:p>).)*HERE.*?<\/w:p>/,
      `${held}<w:p/>`,
    );
    const filled = fillWordForm(
      zipOf({ '[Content_Types].xml': TYPES, 'word/document.xml': xml }),
      'mau.docx',
      REQUEST,
    );
    const words = filled.ok ? (unzip(filled.value).get('word/document.xml') ?? '') : '';
    expect(words.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(
      rosterSheet(REQUEST.source).rows.length,
    );
    expect(words.match(/<w:tbl>/g)).toHaveLength(1 + REQUEST.source.roster.assignments.length);
  });

  it('has title, department and phone of everyone within a shift', () => {
    const words = wordsOf(
      formOf(
        '{#ngay_truc}{#ca_truc}{#nguoi_ca}{ho_ten} ({chuc_danh}, {phong}) {dien_thoai};{/nguoi_ca}{/ca_truc}{/ngay_truc}',
      ),
    );
    const { staff } = REQUEST.source.plan;
    const { name, title, department, phone } =
      staff.find(({ id }) => id === REQUEST.source.roster.assignments[0]?.staffId) ?? staff[0] ?? {};
    expect(words).toContain(`${name} (${title}, ${department}) ${phone};`);
  });

  it('keeps phones off, and takes names for words, whatever signs they hold', () => {
    const source = { ...REQUEST.source, phones: false };
    const fields = { ...REQUEST.fields, maker: '<w:p>&{so_ca}' };
    const form = formOf('{nguoi_lap}', '{#nguoi_truc}{dien_thoai}{/nguoi_truc}');
    const filled = fillWordForm(form, 'mau.docx', { ...REQUEST, source, fields });
    const xml = filled.ok ? unzip(filled.value).get('word/document.xml') : '';
    expect(xml).toContain('&lt;w:p&gt;&amp;{so_ca}');
    expect(xml).not.toContain('0900');
  });

  it.each(['vi', 'en'] as const)(
    'comes as a sample in %s that names everything and can be filled',
    async (language) => {
      const sample = await formatSampleForm(language);
      const words = wordsOf(sample);
      expect(words).toContain('Số: 05/TB-TTCNS');
      expect(words).not.toMatch(/[{}]|document\./);
      const named = [...FORM_NAMES, ...Object.keys(FORM_LOOPS), ...Object.values(FORM_LOOPS).flat()];
      for (const name of named) expect(words).toContain(name);
    },
  );

  it.each([
    [['{co_qan}'], [['fault.form.unknown-near', 'co_qan']]],
    [
      ['{xyzzy}', '{co_quan}', '{plugh}'],
      [
        ['fault.form.unknown', 'xyzzy'],
        ['fault.form.unknown', 'plugh'],
      ],
    ],
    [['{ho_ten}'], [['fault.form.misplaced', 'ho_ten']]],
    [['{co_quan'], [['fault.form.unclosed', 'co_quan']]],
    [['co_quan}'], [['fault.form.unopened', 'co_quan']]],
    [['{#ngay_truc}', '{ngay}'], [['fault.form.unclosed-loop', 'ngay_truc']]],
    [['{/ngay_truc}'], [['fault.form.unopened-loop', 'ngay_truc']]],
  ] as const)('tells what is off in %j', (paragraphs, faults) => {
    expect(faultsOf(formOf(...paragraphs))).toEqual(faults);
  });

  it.each([
    ['no archive', new TextEncoder().encode('xin chào'), 'fault.form.not-zip'],
    ['another archive', zipOf({ 'a.txt': 'a' }), 'fault.form.not-word'],
    ['a workbook', zipOf({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<a/>' }), 'fault.form.not-word'],
    [
      'macros',
      zipOf({ '[Content_Types].xml': TYPES, 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' }),
      'fault.form.macro',
    ],
    [
      'entities',
      zipOf({
        '[Content_Types].xml': TYPES,
        'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      }),
      'fault.form.not-word',
    ],
    [
      'a bomb',
      zipOf({ '[Content_Types].xml': TYPES, 'word/document.xml': ' '.repeat(45_000_000) }),
      'fault.form.too-large',
    ],
    [
      'a heap of files',
      zipOf(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}`, '']))),
      'fault.form.too-large',
    ],
    ['a large file', new Uint8Array(MOST_FORM_BYTES + 1), 'fault.form.too-large'],
  ])('refuses %s', (_, form, key) => {
    expect(faultsOf(form).map(([each]) => each)).toEqual([key]);
  });

  it('does not believe the sizes an archive gives of itself', () => {
    const bomb = Buffer.from(zipOf({ 'word/document.xml': ' '.repeat(5_000_000) }));
    const directory = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bomb.writeUInt32LE(10, directory + 24);
    expect(unzipWithin(bomb, { mostEntries: 9, mostBytes: 1_000_000 })).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });

  it('refuses or fills whatever is damaged, and never breaks', () => {
    const whole = formOf('{so_ky_hieu}', '{#ngay_truc}', '{ngay}', '{/ngay_truc}');
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, cut) => {
        const form = whole.slice(0, changes.length > 4 ? cut : whole.length);
        for (const [at, value] of changes) if (at < form.length) form[at] = value;
        const filled = fillWordForm(form, 'mau.docx', REQUEST);
        expect(filled.ok ? filled.value.length : filled.faults.length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
