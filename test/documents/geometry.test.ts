/**
 * Every kind of document in every layout on every sample and on units of 5 to 300 people: what stands on its pages, word by
 * word, and what a clerk would send back. `npm test` looks at a few of each.
 */

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { depth } from '../depth.ts';
import { describeWith } from '../programs.ts';
import { crowdPlan, longName, turnRoster } from './crowd.ts';
import { documentOf, VARIANTS, type Variant } from './every-document.ts';
import { pageFaults } from './page-faults.ts';
import { nearestToEdge, pagesWithWords } from './poppler.ts';
import { pdfSources, samplePlan } from './sample-documents.ts';

const WRITER = createPdfWriter(pdfSources());

interface Subject {
  readonly name: string;
  readonly plan: () => { readonly plan: Plan; readonly roster?: Roster };
  /** Every so-manieth variant is looked at in `npm test`; 0: none. */
  readonly every: number;
}

const crowd = (people: number, days: number, posts: number, cover: number, every: number): Subject[] =>
  [true, false].map((long) => ({
    name: `${people} people${long ? ' of long names' : ''}`,
    every: long ? every : 0,
    plan: () => {
      const plan = crowdPlan({ people, days, posts, cover, ...(long && { nameOf: longName }) });
      return { plan, roster: turnRoster(plan) };
    },
  }));

const SUBJECTS: readonly Subject[] = [
  ...['unit-small', 'tet-2027-province', 'tet-2027-national', 'new-year-and-tet-2027', 'urgent-72h'].map(
    (name) => ({ name, plan: () => ({ plan: samplePlan(name) }), every: 0 }),
  ),
  ...crowd(5, 3, 1, 1, 9),
  ...crowd(28, 7, 2, 2, 7),
  ...crowd(120, 14, 6, 3, 0),
  ...crowd(300, 14, 8, 5, 0),
];

const isDeep = depth({ short: 0, deep: 1 }) === 1;

function looked({ every }: Subject): readonly Variant[] {
  return isDeep ? VARIANTS : VARIANTS.filter((_, i) => every > 0 && i % every === 0);
}

describeWith(['pdftotext'], 'every document', () => {
  describe.each(SUBJECTS.filter((subject) => looked(subject).length > 0))('of $name', (subject) => {
    const { plan, roster } = subject.plan();
    it.each(looked(subject))('has no fault a clerk would send back: $name', (variant) => {
      const document = documentOf(variant, plan, { ...(roster && { roster }) });
      const pdf = WRITER.write(document);
      expect(pageFaults(document, pagesWithWords(pdf))).toEqual([]);
      if (isDeep) expect(nearestToEdge(pdf)).toBeGreaterThanOrEqual(6);
    });
  });
});
