/** A wall sheet as few pages, or as large, as it can be; and from how far it is read. */

import { describe, expect, it } from 'vitest';
import { FITS } from '../../src/domain/document-fields.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import type { Table } from '../../src/output/documents/document.ts';
import type { DocumentOptions } from '../../src/output/documents/document-request.ts';
import { crowdPlan, turnRoster } from './crowd.ts';
import { requestOf } from './sample-documents.ts';

const PLAN = crowdPlan({ people: 120, days: 14, posts: 5, cover: 2 });
const SOURCE = { roster: turnRoster(PLAN) };

function wall(options: DocumentOptions) {
  const { sections } = buildDocument('wall', requestOf(PLAN, { source: SOURCE, options }));
  const blocks = sections.flatMap((section) => section.blocks);
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  const notes = blocks.flatMap((block) => (block.kind === 'signatures' ? block.notes : []));
  return { pages: sections.length, sizePt: Math.min(...tables.map(({ sizePt }) => sizePt)), notes };
}

describe('a wall sheet', () => {
  it.each([
    { paper: 'a4', orientation: 'landscape' },
    { paper: 'a4', orientation: 'portrait' },
    { paper: 'a3', orientation: 'landscape' },
  ] as const)('spares sheets or eyes as wished, on $paper $orientation', (paper) => {
    const [balanced, few, large] = FITS.map((fit) => wall({ ...paper, fit }));
    if (!balanced || !few || !large) throw new Error('there are three');
    expect(few.pages).toBeLessThanOrEqual(balanced.pages);
    expect(balanced.pages).toBeLessThanOrEqual(large.pages);
    expect(few.sizePt).toBeLessThanOrEqual(balanced.sizePt);
    expect(balanced.sizePt).toBeLessThanOrEqual(large.sizePt);
    expect(few.pages).toBeLessThan(large.pages);
    expect(large.sizePt).toBeGreaterThan(few.sizePt);
  });

  it('says from how far its names are read: a capital of 2.9 mm from two metres', () => {
    const { sizePt, notes } = wall({ fit: 'type' });
    const capitalMm = (sizePt * 0.7 * 25.4) / 72;
    const metres = Math.floor((2 * capitalMm) / (2.9 / 2)) / 2;
    expect(notes.join(' ')).toContain(`Tên đọc được từ cách ${String(metres).replace('.', ',')} m.`);
  });
});
