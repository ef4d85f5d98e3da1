/** Digital signatures: the empty field of our PDFs, and what is said of a file that comes back. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSignedPdf } from '../../src/input/signed-pdf.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import type { DocumentKind } from '../../src/output/documents/document.ts';
import type { DocumentOptions } from '../../src/output/documents/document-request.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { describeWith, pathOf } from '../programs.ts';
import { FIELDS, pdfSources, requestOf, samplePlan } from './sample-documents.ts';
import { type Signatory, signatory, signPdf } from './sign-pdf.ts';

const writer = createPdfWriter(pdfSources());
const plan = samplePlan('tet-2027-province');
const electronic = (kind: DocumentKind, options: DocumentOptions = {}): Uint8Array =>
  writer.write(
    buildDocument(kind, requestOf(plan, { fields: { ...FIELDS, medium: 'electronic' }, options })),
  );

const letter = electronic('notice');
const copyOf = (pdf: Uint8Array) => ({
  id: 'one',
  bytes: pdf.length,
  sha256: createHash('sha256').update(pdf).digest('hex'),
});
const question = { copies: [copyOf(letter)] };
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

let leader: Signatory;
let clerk: Signatory;
let signed: Uint8Array;
beforeAll(async () => {
  leader = await signatory('Nguyễn Hữu Khánh', 'Trung tâm Công nghệ số');
  clerk = await signatory('Trung tâm Công nghệ số', 'Trung tâm Công nghệ số');
  signed = await signPdf(letter, leader);
});

describe('a PDF to be signed', () => {
  it('has one named field in the room above the name, seen and printed, and no signature', () => {
    const text = latin(letter);
    expect([...text.matchAll(/\/T \((\w+)\)/g)].map(([, name]) => name)).toEqual(['ChuKy1']);
    expect(text).toContain('/FT /Sig');
    expect(text).not.toContain('/ByteRange');
    const [left = 0, bottom = 0, right = 0, top = 0] = (/\/Rect \[([^\]]*)\]/.exec(text)?.[1] ?? '')
      .split(' ')
      .map(Number);
    expect([right - left > 140, top - bottom > 80, left > 300, bottom > 60, right < 560]).not.toContain(
      false,
    );
  });

  it('leaves number and date to the clerk, and annexes to files of their own', () => {
    const words = JSON.stringify(
      buildDocument('notice', requestOf(plan, { fields: { ...FIELDS, medium: 'electronic' } })),
    );
    expect(words).not.toContain('05/TB-TTCNS');
    expect(words).not.toContain('Phụ lục I"');
    const annex = buildDocument(
      'official',
      requestOf(plan, { fields: { ...FIELDS, medium: 'electronic' }, options: { annex: 'list' } }),
    );
    expect(annex.sections).toHaveLength(1);
    expect(annex.sections[0]?.blocks[0]).toMatchObject({ kind: 'title', roomAboveMm: 25 });
  });

  it('has no field on paper, whose bytes are what they were', () => {
    const paper = writer.write(buildDocument('notice', requestOf(plan)));
    expect(latin(paper)).not.toContain('/AcroForm');
  });
});

describe('a signed file brought back', () => {
  it('is told whose signature it bears, and since when', async () => {
    expect(await readSignedPdf(signed, question)).toEqual({
      ok: true,
      copyId: 'one',
      signatures: [
        {
          kind: 'signature',
          name: 'Nguyễn Hữu Khánh',
          organisation: 'Trung tâm Công nghệ số',
          issuer: 'Nguyễn Hữu Khánh',
          validFrom: Date.parse('2026-01-01T00:00:00Z'),
          validUntil: Date.parse('2031-01-01T00:00:00Z'),
          at: Date.parse('2027-01-25T02:00:00Z'),
          coversAll: true,
          weak: false,
        },
      ],
    });
  });

  it('may be signed again behind the first signature, by the clerk who adds number and date', async () => {
    const read = await readSignedPdf(await signPdf(signed, clerk), question);
    expect(read.ok && read.signatures.map(({ name, coversAll }) => [name, coversAll])).toEqual([
      ['Nguyễn Hữu Khánh', false],
      ['Trung tâm Công nghệ số', true],
    ]);
  });

  const refusal = async (pdf: Uint8Array, copies = question.copies) => {
    const read = await readSignedPdf(pdf, { copies });
    return read.ok ? 'taken' : read.key.replace('document.signed.fault.', '');
  };

  it('is refused when it was changed after signing, wherever', async () => {
    const behind = Buffer.from(signed);
    behind[behind.lastIndexOf('/Prev')] = 0x20;
    expect(await refusal(behind)).toBe('broken');
    const inside = Buffer.from(signed);
    inside[letter.length - 200] = (inside[letter.length - 200] ?? 0) ^ 1;
    expect(await refusal(inside)).toBe('other');
  });

  it('is refused when something was added behind the signature', async () => {
    expect(await refusal(Buffer.concat([signed, Buffer.from('\n%%EOF\n')]))).toBe('added');
  });

  it('is refused when it is another document, signed or not', async () => {
    const other = electronic('official', { alone: true });
    expect(await refusal(await signPdf(other, leader))).toBe('other');
    expect(await refusal(Buffer.from('không phải PDF'))).toBe('no-pdf');
  });

  it('is refused when it is a scan of the signed paper, or behind a password', async () => {
    const scan = '%PDF-1.4\n1 0 obj\n<< /Type /XObject /Subtype /Image /Filter /DCTDecode >>\nendobj\n';
    expect(await refusal(Buffer.from(`${scan}trailer\n<< /Size 2 /Root 1 0 R >>\n%%EOF\n`))).toBe('paper');
    const locked = `${latin(signed)}trailer\n<< /Size 2 /Root 1 0 R /Encrypt 9 0 R >>\n%%EOF\n`;
    expect(await refusal(Buffer.from(`%PDF-1.7${locked.slice(8)}`, 'latin1').fill(0x20, 9, 20))).toBe(
      'encrypted',
    );
  });

  it('tells that it was signed outside the certificate’s term, which the page says', async () => {
    const read = await readSignedPdf(
      await signPdf(letter, await signatory('Hết hạn', 'Sở', '2026-12-31')),
      question,
    );
    const [signature] = read.ok ? read.signatures : [];
    expect(signature?.at).toBeGreaterThan(signature?.validUntil ?? Number.POSITIVE_INFINITY);
  });

  it('is refused without a signature, and with one over a part of it', async () => {
    expect(await refusal(letter)).toBe('unsigned');
    const text = latin(signed);
    const narrowed = text.replace(/\/ByteRange \[0 /, '/ByteRange [9 ');
    expect(await refusal(Buffer.from(narrowed, 'latin1'))).toBe('partial');
  });

  const updated = (objects: string): Uint8Array => {
    const text = latin(letter);
    const before = text.slice(0, text.lastIndexOf('startxref')).lastIndexOf('xref');
    const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref'));
    return Buffer.concat([
      letter,
      Buffer.from(`${objects}\nxref\n${trailer}startxref\n${before}\n%%EOF\n`, 'latin1'),
    ]);
  };
  const [, page = '', pageBody = ''] =
    /(\d+) 0 obj\s*(<<\s*\/Annots[\s\S]*?)endobj/.exec(latin(letter)) ?? [];
  const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(pageBody) ?? [];
  const packed = (number: string, body: string): string => {
    const stream = deflateSync(Buffer.from(`${number} 0 ${body}`, 'latin1')).toString('latin1');
    return `900 0 obj\n<< /Type /ObjStm /N 1 /First ${number.length + 3} /Filter /FlateDecode >>\nstream\n${stream}\nendstream\nendobj\n`;
  };
  it.each([
    ['other words in place of a page’s', `${contents} 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n`],
    [
      'a page that shows other words',
      `${page} 0 obj\n${pageBody.replace(`/Contents ${contents}`, '/Contents 800')}endobj\n`,
    ],
    ['the same, packed', packed(page, pageBody.replace(`/Contents ${contents}`, '/Contents 800'))],
    ['the same, packed so that nobody can look', packed(page, '').replace('/FlateDecode', '/Unknown')],
    ['letters that look otherwise', `${page} 0 obj\n${pageBody.replace('/f0 ', '/f0 8')}endobj\n`],
    ['other pages', `1 0 obj\n<< /Type /Pages /Kids [800 0 R] /Count 1 >>\nendobj\n`],
    ['another beginning', 'trailer << /Root 900 0 R >>'],
  ])('is refused when before signing it was given %s', async (_, objects) => {
    expect(page).not.toBe('');
    expect(await refusal(await signPdf(updated(objects), leader))).toBe('rewritten');
  });

  it('may have been given notes on its page, and its dictionary in another order', async () => {
    const [annots = ''] = /\/Annots \[\d+ 0 R\]\s*/.exec(pageBody) ?? [];
    const again = pageBody.replace(annots, '').replace('>>\n', '>>\n  /Annots [ 66 0 R 801 0 R ]\n');
    expect(await refusal(await signPdf(updated(`${page} 0 obj\n${again}endobj\n`), leader))).toBe('taken');
    expect(await refusal(await signPdf(updated(packed(page, again)), leader))).toBe('taken');
  });

  it('is refused with a signature that cannot be read', async () => {
    const text = latin(signed);
    expect(await refusal(Buffer.from(text.replace(/\/Contents <30/, '/Contents <31'), 'latin1'))).toBe(
      'unreadable',
    );
  });
});

describeWith(['pdfsig'], 'pdfsig', () => {
  it('finds the signature valid and over the whole file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signed-'));
    try {
      const file = join(folder, 'signed.pdf');
      writeFileSync(file, signed);
      const said = execFileSync(pathOf('pdfsig') ?? '', ['-nocert', file], { encoding: 'utf8' });
      expect(said).toContain('Signature is Valid');
      expect(said).toContain('Total document signed');
      expect(said).toContain('Signature Field Name: ChuKy1');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
