/** Documents in a thread of their own: many at once, refusals, and a server that stays awake. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { zipStored } from '../../src/kernel/zip-writer.ts';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import {
  createDocumentWriter,
  DocumentCrash,
  type DocumentLimits,
} from '../../src/wiring/document-writer.ts';
import { pdfSources, requestOf, samplePlan } from '../documents/sample-documents.ts';
import { unzip } from '../documents/zip.ts';

const ORDER = { kind: 'wall', format: 'pdf', ...requestOf(samplePlan('tet-2027-province')) } as const;
const open: ReturnType<typeof createDocumentWriter>[] = [];

function writer(limits?: DocumentLimits): ReturnType<typeof createDocumentWriter> {
  const created = createDocumentWriter(limits);
  open.push(created);
  return created;
}

describe('the document writer', () => {
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  it('gives the same bytes as the writers it runs', async () => {
    const own = await renderDocument(ORDER, { pdf: createPdfWriter(pdfSources()) });
    const { content, fileName, mediaType } = await writer().render(ORDER);
    expect(Buffer.compare(content as Uint8Array, own.content as Uint8Array)).toBe(0);
    expect([fileName, mediaType]).toEqual([own.fileName, own.mediaType]);
  });

  it("fills a unit's own form, tells its faults, and draws a first page", async () => {
    const documents = writer();
    const { kind, format: _, ...request } = ORDER;
    const form = await formatSampleForm('vi');
    const filled = await documents.fill({ ...request, form, formName: 'mau.docx' });
    expect(filled.ok && filled.value.fileName).toBe('form-tet-2027-v3.docx');
    const broken = await documents.fill({ ...request, form: Uint8Array.of(1, 2, 3), formName: 'mau.docx' });
    expect(broken).toMatchObject({ ok: false, faults: [{ key: 'fault.form.not-zip', file: 'mau.docx' }] });
    expect(await documents.picture({ kind, ...request })).toMatch(/^<svg viewBox="0 0 841\.89 595\.28"/);
  });

  it('prints nothing of a spoilt form: what stands in it would be a line in the log', async () => {
    const files = unzip(await formatSampleForm('vi'));
    files.set('[Content_Types].xml', '<Types><a b="c"d="forged"/><Types>');
    const form = zipStored(new Map([...files].map(([name, text]) => [name, Buffer.from(text)])));
    const printed = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'));
    const { kind: _kind, format: _format, ...request } = ORDER;
    const filled = await writer().fill({ ...request, form, formName: 'mau.docx' });
    expect(filled).toMatchObject({ ok: false, faults: [{ key: 'fault.form.not-word' }] });
    const words = printed.flatMap(({ mock }) => mock.calls.map(([text]) => String(text)));
    expect(words.filter((text) => text.includes('forged') || text.includes('xmldom'))).toEqual([]);
    vi.restoreAllMocks();
  });

  it('writes fifty at once while the server keeps answering', async () => {
    const documents = writer();
    await documents.render(ORDER);
    let turns = 0;
    const pulse = setInterval(() => {
      turns++;
    }, 1);
    const orders = Array.from({ length: 50 }, (_, i) => ({
      ...ORDER,
      source: {
        ...ORDER.source,
        version: { number: i + 1, publishedAt: ORDER.source.plan.period.span.start },
      },
    }));
    const written = await Promise.all(orders.map((order) => documents.render(order)));
    clearInterval(pulse);
    expect(written.map(({ fileName }) => fileName)).toEqual(
      orders.map((_, i) => `wall-tet-2027-v${i + 1}.pdf`),
    );
    // A stalled loop would have turned once or so.
    expect(turns).toBeGreaterThan(50);
  });

  it('refuses what is more than may wait, and writes the rest', async () => {
    const documents = writer({ mostWaiting: 2, mostMs: 60_000 });
    const asked = Array.from({ length: 5 }, () => documents.render(ORDER));
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    await expect(asked[4]).rejects.toMatchObject({ code: 'unavailable', key: 'document.failure.busy' });
  });

  it('ends a document that takes too long, and writes the next in a new thread', async () => {
    const documents = writer({ mostWaiting: 9, mostMs: 1 });
    await expect(documents.render(ORDER)).rejects.toMatchObject({ key: 'document.failure.slow' });
    await expect(documents.render(ORDER)).rejects.toMatchObject({ key: 'document.failure.slow' });
  });

  it('loses only the document that broke', async () => {
    const documents = writer();
    const broken = { ...ORDER, source: { ...ORDER.source, roster: null } } as unknown as typeof ORDER;
    const both = [documents.render(broken), documents.render(ORDER)];
    await expect(both[0]).rejects.toBeInstanceOf(DocumentCrash);
    expect((await both[1])?.fileName).toBe('wall-tet-2027-v3.pdf');
  });

  it('refuses after it is closed', async () => {
    const documents = writer();
    const waiting = documents.render(ORDER);
    const refused = expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    await documents.close();
    await refused;
    await expect(documents.render(ORDER)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
