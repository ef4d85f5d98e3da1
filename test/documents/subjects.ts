/** Whose rosters every document is made of: the sample cases, units of 5 to 300 people, and units that layouts bear with pains. */

import type { Plan } from '../../src/domain/plan.ts';
import type { DutyDocument } from '../../src/output/documents/document.ts';
import { depth } from '../depth.ts';
import { type Crowd, crowdPlan, longName, turnRoster } from './crowd.ts';
import { type DocumentFacts, documentOf, VARIANTS, type Variant } from './every-document.ts';
import { HOSTILE, hostileMade } from './hostile.ts';
import { samplePlan } from './sample-documents.ts';

export interface Subject {
  readonly name: string;
  readonly made: () => DocumentFacts & { readonly plan: Plan };
}

const SAMPLES = [
  'unit-small',
  'tet-2027-province',
  'tet-2027-national',
  'new-year-and-tet-2027',
  'urgent-72h',
];

const CROWDS: readonly Crowd[] = [
  { people: 5, days: 3, posts: 1, cover: 1 },
  { people: 28, days: 7, posts: 2, cover: 2 },
  { people: 120, days: 14, posts: 6, cover: 3 },
  { people: 300, days: 14, posts: 8, cover: 5 },
];

/** A plan is built once for all that is made of it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const crowdOf = (crowd: Crowd): ReturnType<Subject['made']> => {
  const plan = crowdPlan(crowd);
  return { plan, roster: turnRoster(plan) };
};

/** Names of forty letters. */
const LONG: readonly Subject[] = CROWDS.map((crowd) => ({
  name: `${crowd.people} people of long names`,
  made: once(() => crowdOf({ ...crowd, nameOf: longName })),
}));

export const SUBJECTS: readonly Subject[] = [
  ...SAMPLES.map((name) => ({ name, made: once(() => ({ plan: samplePlan(name) })) })),
  ...LONG,
];

/** The same units with usual names. */
const USUAL: readonly Subject[] = CROWDS.map((crowd) => ({
  name: `${crowd.people} people`,
  made: once(() => crowdOf(crowd)),
}));

export const ALL_SUBJECTS: readonly Subject[] = [
  ...SUBJECTS,
  ...USUAL,
  ...HOSTILE.map((hostile) => ({ name: hostile.name, made: once(() => hostileMade(hostile)) })),
];

export function documentFor({ made }: Subject, variant: Variant): DutyDocument {
  const { plan, ...facts } = made();
  return documentOf(variant, plan, facts);
}

/** Those whose names have that part; a whole name is meant alone: `5 people` is part of others'. */
export function meant<T extends { readonly name: string }>(all: readonly T[], part: string): readonly T[] {
  const whole = all.filter(({ name }) => name === part);
  return whole.length > 0 ? whole : all.filter(({ name }) => name.includes(part));
}

export const IS_DEEP = depth({ short: false, deep: true });

/** `npm test` looks at every so-manieth document of the subjects named, `npm run test:deep` at all of all. */
export function looked({ name }: Subject, every: Readonly<Record<string, number>>): readonly Variant[] {
  const step = every[name] ?? 0;
  return IS_DEEP ? VARIANTS : VARIANTS.filter((_, i) => step > 0 && i % step === 0);
}
