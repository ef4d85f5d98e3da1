/** The organisation's seal: PKCS#12 files as they come, and letters sealed by one. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Seal } from '../../src/app/documents/seal-document.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { readSignedPdf } from '../../src/input/signed-pdf.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { sealFinding } from '../../src/wiring/doctor/seal.ts';
import { openSeal } from '../../src/wiring/seal.ts';
import { describeWith, pathOf } from '../programs.ts';
import { pdfAFaults } from './pdf-a.ts';
import { readPdf } from './pdf-objects.ts';
import { FIELDS, pdfSources, requestOf, samplePlan } from './sample-documents.ts';
import { sealFile } from './seal-file.ts';
import { signatory } from './sign-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = Date.parse('2027-01-25T02:00:00Z') as Instant;
const UNIT = 'Trung tâm Công nghệ số';
const kept = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
const opened = (file: string, secret = 'mat-khau'): Promise<Seal | undefined> =>
  openSeal({ seal: { file, secret, units: ['don-vi'] } });
const refusal = (file: string, secret?: string): Promise<string> =>
  opened(file, secret).then(
    () => 'opened',
    (error: unknown) => (error instanceof AppError ? error.key : String(error)),
  );

const writer = createPdfWriter(pdfSources());
const fields = { ...FIELDS, medium: 'electronic' } as const;
const request = (options: object) =>
  requestOf(samplePlan('tet-2027-province'), { fields, options: { ...options, numbered: true } });
const letter = writer.write(buildDocument('notice', request({})));
const annex = writer.write(buildDocument('official', request({ annex: 'list' })));
const readingOf = (pdf: Uint8Array, copy: Uint8Array) => {
  const sha256 = createHash('sha256').update(copy).digest('hex');
  return readSignedPdf(pdf, { copies: [{ id: 'one', bytes: copy.length, sha256 }] });
};

let file: string;
let sealed: Uint8Array;
beforeAll(async () => {
  file = kept('seal.p12', await sealFile(await signatory(UNIT, UNIT), 'mat-khau'));
  sealed = (await (await opened(file))?.apply(letter, AT)) ?? new Uint8Array();
});

describe('a letter sealed here', () => {
  it('bears its number and is signed whole, as our own check has it, by the clock of this server', async () => {
    expect(JSON.stringify(buildDocument('notice', request({})))).toContain('05/TB-TTCNS');
    const read = await readingOf(sealed, letter);
    expect(read.ok && read.signatures).toMatchObject([
      { kind: 'signature', name: UNIT, at: AT, coversAll: true, weak: false },
    ]);
    expect(Buffer.from(sealed.subarray(0, letter.length))).toEqual(Buffer.from(letter));
  });

  it('may be an annex, which has no field of its own, and stays PDF/A', async () => {
    const pdf = (await (await opened(file))?.apply(annex, AT)) ?? new Uint8Array();
    expect(await readingOf(pdf, annex)).toMatchObject({ ok: true });
    for (const each of [pdf, sealed]) expect(pdfAFaults(readPdf(each))).toEqual([]);
  });

  it('is refused when it was changed afterwards', async () => {
    const changed = Buffer.from(sealed);
    changed[changed.lastIndexOf('/Prev')] = 0x20;
    expect(await readingOf(changed, letter)).toMatchObject({ key: 'document.signed.fault.broken' });
    const longer = Buffer.concat([sealed, Buffer.from('\n')]);
    expect(await readingOf(longer, letter)).toMatchObject({ key: 'document.signed.fault.added' });
  });

  it('is not sealed over a seal', async () => {
    await expect((await opened(file))?.apply(sealed, AT)).rejects.toThrow('/V');
  });
});

describe('the file of a seal', () => {
  it('is refused in words when it cannot be used', async () => {
    expect(await refusal(file, 'sai')).toBe('error.seal.password');
    expect(await refusal(join(folder, 'khong-co'))).toBe('error.seal.unreachable');
    expect(await refusal(kept('text.p12', Buffer.from('không phải')))).toBe('error.seal.form');
  });

  it('shows neither key nor password of what is opened', async () => {
    const seal = await opened(file);
    expect(JSON.stringify(seal)).toBe(
      JSON.stringify({ name: UNIT, from: seal?.from, until: seal?.until, units: ['don-vi'] }),
    );
  });

  it.each([
    ['2025-12-31', 'early', 'fault'],
    ['2027-01-01', 'fine', 'fine'],
    ['2030-12-20', 'ends', 'heed'],
    ['2031-01-02', 'over', 'fault'],
  ])('is looked at by the doctor on %s: %s', async (day, how, standing) => {
    const seal = await opened(file);
    const found = seal && sealFinding(seal, Date.parse(`${day}T00:00:00Z`));
    expect(found).toMatchObject({ key: `doctor.seal.${how}`, standing, params: { until: '01/01/2031' } });
  });
});

describeWith(['openssl'], 'files that OpenSSL writes', () => {
  const openssl = (...words: string[]): string =>
    execFileSync(pathOf('openssl') ?? '', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const made = (name: string, ...words: string[]): string => {
    const out = ['-inkey', 'key.pem', '-in', 'own.pem', '-passout', 'pass:abc', '-out', name];
    openssl('pkcs12', '-export', ...out, ...words);
    return join(folder, name);
  };
  beforeAll(() => {
    const subject = ['-subj', `/CN=${UNIT}`, '-utf8', '-days', '3650'];
    openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'own.pem'],
      ...subject,
    );
  });

  it('seal with RSA', async () => {
    const seal = await opened(made('aes.p12', '-certpbe', 'AES-256-CBC', '-keypbe', 'AES-256-CBC'), 'abc');
    const pdf = (await seal?.apply(letter, AT)) ?? new Uint8Array();
    expect(await readingOf(pdf, letter)).toMatchObject({ ok: true, signatures: [{ name: UNIT }] });
  });

  it('are refused with what to do where they are encrypted as of old', async () => {
    const old = made('old.p12', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1');
    expect(await refusal(old, 'abc')).toBe('error.seal.old');
  });

  it('are refused without their certificate', async () => {
    const alone = ['-nocerts', '-inkey', 'key.pem', '-passout', 'pass:abc', '-out', 'key.p12'];
    openssl('pkcs12', '-export', ...alone);
    expect(await refusal(join(folder, 'key.p12'), 'abc')).toBe('error.seal.certificate');
  });
});

describeWith(['pdfsig'], 'pdfsig', () => {
  it('finds the seal valid, over the whole file, in the field', () => {
    const path = kept('sealed.pdf', sealed);
    const said = execFileSync(pathOf('pdfsig') ?? '', ['-nocert', path], { encoding: 'utf8' });
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature Field Name: ChuKy1');
  });
});
