/** Whose it is, which version, its code and, once another version holds, the stamp: in every kind and format that is printed. */

import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { requestOf, samplePlan } from './sample-documents.ts';
import { unzip } from './zip.ts';

const PLAN = samplePlan('unit-small');
const writers = {
  pdf: {
    write: () => {
      throw new Error('PDFs are read page by page elsewhere');
    },
  },
};

async function wordsOf(
  format: 'docx' | 'xlsx' | 'html' | 'text',
  kind: (typeof DOCUMENT_KINDS)[number],
  supersededBy?: number,
) {
  const request = requestOf(PLAN, { source: supersededBy === undefined ? {} : { supersededBy } });
  const { content } = await renderDocument({ kind, format, ...request }, writers);
  const text =
    typeof content === 'string' ? content : [...unzip(content).values()].join('\n').replace(/<[^>]+>/g, '');
  return { text, identity: buildDocument(kind, request).identity };
}

describe.each(DOCUMENT_KINDS)('a %s', (kind) => {
  it.each(['docx', 'xlsx', 'html', 'text'] as const)(
    'says as .%s whose it is and whether it holds',
    async (format) => {
      const holds = await wordsOf(format, kind);
      expect(holds.text).toContain('Bản 3');
      expect(holds.text).toContain(PLAN.unit.name);
      expect(holds.text).not.toContain('THAY THẾ');
      // Text for a chat is not a sheet to tell from another.
      if (format !== 'text') expect(holds.text).toContain(holds.identity.code);
      const old = await wordsOf(format, kind, 4);
      expect(old.text).toContain('ĐÃ CÓ BẢN 4 THAY THẾ');
    },
  );
});

describe('the code', () => {
  it('is that of exactly this content, whatever kind shows it', () => {
    const request = requestOf(PLAN);
    const codes = new Set(DOCUMENT_KINDS.map((kind) => buildDocument(kind, request).identity.code));
    expect(codes.size).toBe(1);
    const { roster } = request.source;
    const changed = { ...roster, assignments: roster.assignments.slice(1) };
    const other = buildDocument('wall', { ...request, source: { ...request.source, roster: changed } });
    expect(codes.has(other.identity.code)).toBe(false);
  });
});
