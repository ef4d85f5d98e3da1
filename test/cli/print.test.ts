/** `rota print`: every kind in every format, the fields from a file, the words of a call that is off. */

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { formatRosterJson } from '../../src/output/roster-json.ts';
import { filledRoster, samplePlan } from '../documents/sample-documents.ts';
import { rota, SAMPLES, temporaryFolder } from './rota.ts';

const CASE = join(SAMPLES, 'unit-small');
const MAGIC = { pdf: '%PDF-', docx: 'PK', xlsx: 'PK', html: '<!doctype html>' } as const;

describe('rota print', () => {
  const folder = temporaryFolder();
  const roster = join(folder, 'roster.json');
  const out = join(folder, 'it');
  beforeAll(() => {
    const plan = samplePlan('unit-small');
    writeFileSync(roster, formatRosterJson({ plan, roster: filledRoster(plan) }));
  });

  it.each(DOCUMENT_KINDS)('writes %s as a PDF', async (kind) => {
    const file = `${out}.${kind}.pdf`;
    const ran = await rota([
      'print',
      '--case',
      CASE,
      '--roster',
      roster,
      '--kind',
      kind,
      '--format',
      'pdf',
      '--out',
      file,
    ]);
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(readFileSync(file, 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  it.each(['docx', 'xlsx', 'html'] as const)('writes the grid as %s', async (format) => {
    const file = `${out}.${format}`;
    const { code } = await rota([
      'print',
      CASE,
      '--roster',
      roster,
      '--kind',
      'grid',
      '--format',
      format,
      '--out',
      file,
    ]);
    expect(code).toBe(0);
    expect(readFileSync(file, 'latin1').startsWith(MAGIC[format])).toBe(true);
  });

  it.each(['csv', 'text'])('writes the call tree as %s to standard output', async (format) => {
    const ran = await rota(['print', CASE, '--roster', roster, '--kind', 'calltree', '--format', format]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('0900 000');
  });

  it('keeps to the sheet when no kind is named', async () => {
    const plain = await rota(['print', CASE, '--roster', roster]);
    expect(plain.out).toContain('<body class="paper-landscape">');
    const text = await rota(['print', CASE, '--roster', roster, '--format', 'text', '--no-phones']);
    expect(text.out).not.toContain('0900');
  });

  it('takes the fields of the case, or those it is pointed to', async () => {
    const own = join(temporaryFolder(), 'case');
    cpSync(CASE, own, { recursive: true });
    writeFileSync(join(own, 'document.json'), '{"number": 7, "symbol": "TB-XYZ"}');
    const words = ['--roster', roster, '--kind', 'notice', '--format', 'html'];
    expect((await rota(['print', own, ...words])).out).toContain('07/TB-XYZ');
    const fields = join(folder, 'other.json');
    writeFileSync(fields, '{"number": 12, "symbol": "KH-XYZ"}');
    expect((await rota(['print', own, ...words, '--fields', fields])).out).toContain('12/KH-XYZ');
  });

  it('tells every fault of the fields and writes nothing', async () => {
    const fields = join(folder, 'faulty.json');
    writeFileSync(fields, '{"date": "mai", "number": 0}');
    const file = `${out}.never`;
    const ran = await rota([
      'print',
      CASE,
      '--roster',
      roster,
      '--kind',
      'notice',
      '--fields',
      fields,
      '--out',
      file,
    ]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('Không có ngày “mai”');
    expect(ran.err).toContain('number');
    expect(existsSync(file)).toBe(false);
  });

  it("fills the unit's own Word form, or tells its faults", async () => {
    const form = join(folder, 'mau.docx');
    const file = join(folder, 'filled.docx');
    expect((await rota(['form', '--out', form])).code).toBe(0);
    const words = ['print', CASE, '--roster', roster, '--out', file];
    expect((await rota([...words, '--form', form])).code).toBe(0);
    expect(readFileSync(file, 'latin1').startsWith('PK')).toBe(true);
    const ran = await rota([...words, '--form', roster]);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('không phải tệp .docx')]);
  });

  it.each([
    [['--kind', 'poster'], '--kind phải là một trong'],
    [['--kind', 'wall', '--format', 'odt'], '--format phải là một trong'],
    [['--kind', 'wall', '--format', 'pdf'], 'Thiếu --out'],
    [['--kind', 'wall', '--paper', 'a5'], '--paper phải là một trong'],
    [['--kind', 'slip', '--staff', 'nobody'], 'nobody'],
    [['--case', CASE], 'Lệnh cần: CASE'],
  ])('refuses %j', async (words, said) => {
    const ran = await rota(['print', CASE, '--roster', roster, ...words]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(said);
  });
});
