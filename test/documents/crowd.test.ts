/** Many people, long names, many days: every seat on paper, no row cut, no head alone, no signature alone. */

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/output/documents/document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { depth } from '../depth.ts';
import { describeWith } from '../programs.ts';
import { type Crowd, crowdPlan, longName, turnRoster, usualName } from './crowd.ts';
import { pagesOf, type Word, wordsOf } from './poppler.ts';
import { pdfSources, requestOf } from './sample-documents.ts';

const WRITER = createPdfWriter(pdfSources());

const CROWDS: readonly Crowd[] = [
  { people: 5, days: 3, posts: 1, cover: 1, nameOf: longName },
  { people: 28, days: 7, posts: 2, cover: 2, nameOf: longName },
  ...depth({ short: [], deep: [{ people: 120, days: 14, posts: 6, cover: 3, nameOf: usualName }] }),
  { people: 300, days: 9, posts: 8, cover: 5, nameOf: usualName },
];

/** Each document is made once for all that is asked of it. */
const MADE = new Map<string, Uint8Array>();

function pdfOf(plan: Plan, kind: DocumentKind): Uint8Array {
  const key = `${plan.staff.length} ${kind}`;
  const made = MADE.get(key);
  if (made) return made;
  const source = { roster: turnRoster(plan), phones: false };
  const pdf = WRITER.write(buildDocument(kind, requestOf(plan, { source })));
  MADE.set(key, pdf);
  return pdf;
}

/** The last word of a name tells its person apart. */
const markOf = (name: string): string => name.split(' ').at(-1) ?? '';

function countOf(words: readonly Word[], mark: string): number {
  return words.filter(({ text }) => text === mark).length;
}

describeWith(['pdftotext'], 'documents of a crowd', () => {
  describe.each(CROWDS)('of $people people over $days days', (crowd) => {
    const plan = crowdPlan(crowd);
    const roster = turnRoster(plan);

    it.each(['official', 'wall'] as const)('%s has every seat, row by row on one page', (kind) => {
      const pages = pagesOf(pdfOf(plan, kind));
      const text = pages.join('\n');
      const marked = crowd.nameOf === longName;
      if (marked) {
        for (const { name } of plan.staff) {
          const seats = roster.assignments.filter(({ staffId }) => nameOf(plan, staffId) === name).length;
          expect(text.split(new RegExp(`${markOf(name)}(?!\\d)`)).length - 1).toBe(seats);
        }
      } else {
        const names = plan.shifts.flatMap(({ id }) => namesOn(plan, roster, id));
        for (const name of new Set(names)) {
          expect(text.split(new RegExp(`${name}(?!\\d)`)).length - 1).toBe(
            names.filter((each) => each === name).length,
          );
        }
      }
      for (const { id } of plan.shifts) {
        const marks = namesOn(plan, roster, id).map((name) => (marked ? markOf(name) : name));
        expect(pages.some((page) => marks.every((mark) => page.includes(mark)))).toBe(true);
      }
    });

    it.each(['official', 'wall', 'grid', 'attendance'] as const)('%s has no head alone on a page', (kind) => {
      const words = wordsOf(pdfOf(plan, kind));
      const pages = Math.max(...words.map(({ page }) => page));
      for (let page = 1; page <= pages; page++) {
        const here = words.filter((word) => word.page === page);
        const heads = here.filter(({ text }) => text === 'TT');
        for (const head of heads) {
          const under = here.filter(
            ({ text, top, left, right }) =>
              /^\d+$/.test(text) && top > head.bottom && left < head.right + 2 && right > head.left - 2,
          );
          expect(under.length, `${kind}, page ${page}`).toBeGreaterThan(0);
        }
      }
    });

    it('keeps the signatures of the attendance sheet with its last rows', () => {
      const words = wordsOf(pdfOf(plan, 'attendance'));
      const last = Math.max(...words.map(({ page }) => page));
      const page = words.filter((word) => word.page === last);
      expect(countOf(page, 'Cộng')).toBeGreaterThan(0);
      expect(countOf(page, 'LẬP')).toBe(1);
      expect(countOf(words, 'LẬP')).toBe(1);
    });
  });
});

describe('a grid on a page that stands upright', () => {
  it.each([14, 31])('deals %i days out over tables in type that can be read', (days) => {
    const plan = crowdPlan({ people: 120, days, posts: 6, cover: 3 });
    const options = { paper: 'a4', orientation: 'portrait' } as const;
    const source = { roster: turnRoster(plan) };
    const { sections } = buildDocument('grid', requestOf(plan, { source, options }));
    const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    expect(tables).toHaveLength(Math.ceil(days / 8));
    for (const { sizePt, widthsMm } of tables) {
      expect(sizePt).toBeGreaterThanOrEqual(8);
      expect(widthsMm[1]).toBeGreaterThan(35);
    }
  });
});

describeWith(['pdftotext'], 'at the edges', () => {
  it('breaks a shift of more people than a page holds, and loses nobody', () => {
    const plan = crowdPlan({ people: 120, days: 2, posts: 1, cover: 60 });
    for (const kind of ['official', 'wall'] as const) {
      const source = { roster: turnRoster(plan) };
      const text = pagesOf(WRITER.write(buildDocument(kind, requestOf(plan, { source })))).join('\n');
      expect(plan.staff.filter(({ name }) => !text.includes(name))).toEqual([]);
    }
  });

  it.each(DOCUMENT_KINDS)('makes a %s of an empty draft without fields', (kind) => {
    const plan = crowdPlan({ people: 3, days: 2, posts: 1, cover: 1 });
    const { version: _, replaces: __, ...source } = requestOf(plan).source;
    const roster = { periodId: plan.period.id, assignments: [] };
    const document = buildDocument(kind, { source: { ...source, roster }, fields: {}, options: {} });
    expect(pagesOf(WRITER.write(document)).length).toBeGreaterThan(0);
    expect(document.identity.line).toContain('Bản nháp');
  });
});

function nameOf(plan: Plan, staffId: string): string {
  return plan.staff.find(({ id }) => id === staffId)?.name ?? '';
}

function namesOn(plan: Plan, roster: Roster, shiftId: string): string[] {
  return roster.assignments
    .filter((seat) => seat.shiftId === shiftId)
    .map(({ staffId }) => nameOf(plan, staffId));
}
