/** Word files and workbooks as LibreOffice opens them, where it is installed. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { fillWordForm } from '../../src/output/documents/word-form.ts';
import { pdfSources, requestOf, samplePlan } from './sample-documents.ts';

const HAS_OFFICE = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('soffice is not installed: DOCX and XLSX are not opened. apt-get install libreoffice-nogui');
    return false;
  }
})();

function convert(bytes: Uint8Array, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lich-truc-office-'));
  try {
    const file = join(folder, `it.${from}`);
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], {
      stdio: 'ignore',
      timeout: 100_000,
    });
    return readFileSync(join(folder, `it.${to.split(':')[0]}`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!HAS_OFFICE)('LibreOffice', () => {
  const plan = samplePlan('unit-small');
  const writers = { pdf: createPdfWriter(pdfSources()) };

  it.each([
    ['docx', 'txt:Text (encoded):UTF8'],
    ['xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1'],
  ] as const)('reads every name in a %s', { timeout: 120_000 }, async (format, to) => {
    for (const kind of ['wall', 'grid'] as const) {
      const { content } = await renderDocument({ kind, format, ...requestOf(plan) }, writers);
      const text = convert(content as Uint8Array, format, to);
      const standing = new Set(requestOf(plan).source.roster.assignments.map(({ staffId }) => staffId));
      const missing = plan.staff.filter(({ id, name }) => standing.has(id) && !text.includes(name));
      expect(missing).toEqual([]);
    }
  });

  it('opens a Word form that was filled', { timeout: 120_000 }, async () => {
    const filled = fillWordForm(await formatSampleForm('vi'), 'mau.docx', requestOf(plan));
    expect(filled.ok).toBe(true);
    const text = filled.ok ? convert(filled.value, 'docx', 'txt:Text (encoded):UTF8') : '';
    expect(text).toContain('Số: 05/TB-TTCNS');
    expect(text).not.toMatch(/[{}]/);
  });
});
