/** Documents in a thread of their own: many at once, refusals, and a server that stays awake. */

import { afterEach, describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { parseHere } from '../../src/thread-host/file-kinds.ts';
import { ThreadCrash, type ThreadLimits } from '../../src/thread-host/thread-line.ts';
import { createDocumentWriter } from '../../src/wiring/document-writer.ts';
import { depth } from '../depth.ts';
import { crowdPlan, turnRoster } from '../documents/crowd.ts';
import { pdfSources, requestOf, samplePlan } from '../documents/sample-documents.ts';

const ORDER = { kind: 'wall', format: 'pdf', ...requestOf(samplePlan('tet-2027-province')) } as const;
const open: ReturnType<typeof createDocumentWriter>[] = [];

function writer(limits: Partial<ThreadLimits> = {}): ReturnType<typeof createDocumentWriter> {
  const created = createDocumentWriter(parseHere, limits);
  open.push(created);
  return created;
}

const AT_ONCE = depth({ short: 20, deep: 50 });

describe('the document writer', () => {
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  it('gives the same bytes as the writers it runs', async () => {
    const own = await renderDocument(ORDER, { pdf: createPdfWriter(pdfSources()) });
    const { content, fileName, mediaType } = await writer().render(ORDER, 'one');
    expect(Buffer.compare(content as Uint8Array, own.content as Uint8Array)).toBe(0);
    expect([fileName, mediaType]).toEqual([own.fileName, own.mediaType]);
  });

  it('draws a first page', async () => {
    const { kind, format: _, ...request } = ORDER;
    expect(await writer().picture({ kind, ...request }, 'one')).toMatch(
      /^<svg viewBox="0 0 841\.89 595\.28"/,
    );
  });

  it(`writes ${AT_ONCE} at once while the server keeps answering`, async () => {
    const documents = writer();
    await documents.render(ORDER, 'one');
    let turns = 0;
    const pulse = setInterval(() => {
      turns++;
    }, 1);
    const orders = Array.from({ length: AT_ONCE }, (_, i) => ({
      ...ORDER,
      source: {
        ...ORDER.source,
        version: { number: i + 1, publishedAt: ORDER.source.plan.period.span.start },
      },
    }));
    const written = await Promise.all(
      orders.map((order) =>
        documents.render(order, order.source.version.number > AT_ONCE / 2 ? 'one' : 'two'),
      ),
    );
    clearInterval(pulse);
    expect(written.map(({ fileName }) => fileName)).toEqual(
      orders.map((_, i) => `wall-tet-2027-v${i + 1}.pdf`),
    );
    // A stalled loop would have turned once or so.
    expect(turns).toBeGreaterThan(50);
  });

  it('refuses what is more than may wait, and writes the rest', async () => {
    const documents = writer({ mostWaiting: 2, mostMs: 60_000 });
    const asked = Array.from({ length: 5 }, () => documents.render(ORDER, 'one'));
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

  it('writes a small document where a large one waits for another', async () => {
    const documents = writer({ mostWaiting: 1, mostMs: 60_000 });
    const crowd = crowdPlan({ people: 150, days: 14, posts: 2, cover: 5 });
    const large = {
      kind: 'grid',
      format: 'csv',
      ...requestOf(crowd, { source: { roster: turnRoster(crowd) } }),
    } as const;
    const asked = [large, large, large, ORDER].map((order) => documents.render(order, 'one'));
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('ends a document that takes too long, and writes the next in a new thread', async () => {
    const documents = writer({ mostWaiting: 9, mostMs: 1 });
    await expect(documents.render(ORDER, 'one')).rejects.toMatchObject({ key: 'document.failure.slow' });
    await expect(documents.render(ORDER, 'one')).rejects.toMatchObject({ key: 'document.failure.slow' });
  });

  it('loses only the document that broke', async () => {
    const documents = writer();
    const broken = {
      ...ORDER,
      source: { ...ORDER.source, version: 3 },
    } as unknown as typeof ORDER;
    const both = [documents.render(broken, 'one'), documents.render(ORDER, 'one')];
    await expect(both[0]).rejects.toBeInstanceOf(ThreadCrash);
    expect((await both[1])?.fileName).toBe('wall-tet-2027-v3.pdf');
  });

  it('refuses after it is closed', async () => {
    const documents = writer();
    const waiting = documents.render(ORDER, 'one');
    const refused = expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    await documents.close();
    await refused;
    await expect(documents.render(ORDER, 'one')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
