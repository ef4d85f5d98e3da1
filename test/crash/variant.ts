/** What the worker loads, by number: each load differs from the one before in every part, so that a half shows. */

import { createHash } from 'node:crypto';
import type { Case } from '../../src/domain/case.ts';
import { sampleCase } from '../sample-case.ts';

const SAMPLE = sampleCase('unit-small');

export const KEY = { unitId: SAMPLE.unit.id, periodId: SAMPLE.period.id };

/** The small unit, numbered: the number stands in the unit, the posts and every note of leave; people come and go. */
export function variant(number: number): Case {
  const gone = SAMPLE.staff[number % 2]?.id;
  const note = `load ${number}`;
  return {
    ...SAMPLE,
    unit: { ...SAMPLE.unit, callNote: note },
    posts: SAMPLE.posts.map((post) => ({ ...post, systems: [note] })),
    // In the places that the store gives the people of a case.
    staff: SAMPLE.staff
      .filter(({ id }) => id !== gone)
      .map((member, i) => ({ ...member, title: note, listPlace: i + 1 })),
    availability: SAMPLE.availability
      .filter(({ staffId }) => staffId !== gone)
      .map((entry) => ({ ...entry, note })),
    ruleSet: { ...SAMPLE.ruleSet, rules: [] },
    ledger: [],
  };
}

export function numberOf(source: Case): number {
  return Number(source.unit.callNote?.replace('load ', ''));
}

/** Short, and the same however the fields are ordered: what comes out of the store has an order of its own. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex').slice(0, 16);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the worker says it has been told is safe; one line of JSON each. */
export type Acknowledged =
  | { readonly done: 'load'; readonly number: number }
  | { readonly done: 'draft'; readonly revision: number; readonly digest: string }
  | { readonly done: 'version'; readonly number: number; readonly digest: string }
  | { readonly done: 'backup'; readonly name: string }
  | { readonly done: 'trim' };
