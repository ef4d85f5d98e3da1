/**
 * What stands for a unit whatever the period: its posts with their shift patterns, its rules and points. A period takes
 * a copy when it is made and may differ; here the differences are found, and taken back one by one.
 */

import type { Rule, RuleSet } from './rule-set.ts';
import type { Post, ShiftPattern } from './unit.ts';

export interface Standing {
  readonly posts: readonly Post[];
  readonly ruleSet: RuleSet;
}

/** What of a post may differ by itself; patterns are told one by one. */
const POST_FIELDS = [
  'name',
  'shortName',
  'tier',
  'presence',
  'skills',
  'cover',
  'systems',
  'contacts',
] as const satisfies readonly (keyof Post)[];
export type PostField = (typeof POST_FIELDS)[number];

/** `ref` names the difference. On the side where the thing is missing nothing stands. */
export type PostDifference =
  | { readonly kind: 'post'; readonly ref: string; readonly unit?: Post; readonly period?: Post }
  | {
      readonly kind: 'field';
      readonly ref: string;
      readonly field: PostField;
      readonly unit: Post;
      readonly period: Post;
    }
  | {
      readonly kind: 'pattern';
      readonly ref: string;
      readonly post: Post;
      readonly unit?: ShiftPattern;
      readonly period?: ShiftPattern;
    };

/** In the order of the unit's posts, then of those only the period has. Which comes first is no difference. */
export function postDifferences(unit: readonly Post[], period: readonly Post[]): PostDifference[] {
  const here = new Map(period.map((post) => [post.id, post]));
  const there = new Set(unit.map(({ id }) => id));
  return [
    ...unit.flatMap((post): PostDifference[] => {
      const own = here.get(post.id);
      return own ? differencesWithin(post, own) : [{ kind: 'post', ref: refOf('post', post.id), unit: post }];
    }),
    ...period
      .filter(({ id }) => !there.has(id))
      .map((post): PostDifference => ({ kind: 'post', ref: refOf('post', post.id), period: post })),
  ];
}

function differencesWithin(unit: Post, period: Post): PostDifference[] {
  const fields = POST_FIELDS.filter((field) => !isSame(unit[field], period[field]));
  const ids = [...new Set([...unit.patterns, ...period.patterns].map(({ id }) => id))];
  return [
    ...fields.map(
      (field): PostDifference => ({
        kind: 'field',
        ref: refOf('field', unit.id, field),
        field,
        unit,
        period,
      }),
    ),
    ...ids.flatMap((id): PostDifference[] => {
      const [there, here] = [unit, period].map(({ patterns }) => patterns.find((each) => each.id === id));
      if (isSame(there, here)) return [];
      return [
        {
          kind: 'pattern',
          ref: refOf('pattern', unit.id, id),
          post: period,
          ...(there ? { unit: there } : {}),
          ...(here ? { period: here } : {}),
        },
      ];
    }),
  ];
}

/** The period's posts with the differences of these names taken from the unit; a post that comes stands where the unit has it. */
export function takePosts(unit: readonly Post[], period: readonly Post[], refs: ReadonlySet<string>): Post[] {
  const taken = postDifferences(unit, period).filter(({ ref }) => refs.has(ref));
  const kept = period.flatMap((post) => {
    const own = taken.filter((each) => postOf(each).id === post.id);
    if (own.some((each) => each.kind === 'post')) return [];
    const there = unit.find(({ id }) => id === post.id);
    return [there ? own.reduce((found, each) => takeOne(found, there, each), post) : post];
  });
  const coming = taken.flatMap((each) => (each.kind === 'post' && each.unit ? [each.unit] : []));
  const place = new Map(unit.map(({ id }, i) => [id, i]));
  return coming.reduce((posts, post) => {
    const before = unit
      .slice(0, place.get(post.id))
      .findLast(({ id }) => posts.some((each) => each.id === id));
    return posts.toSpliced(posts.findIndex(({ id }) => id === before?.id) + 1, 0, post);
  }, kept);
}

function postOf(difference: PostDifference): { readonly id: string } {
  if (difference.kind === 'pattern') return difference.post;
  return difference.period ?? difference.unit ?? { id: '' };
}

function takeOne(post: Post, there: Post, difference: PostDifference): Post {
  if (difference.kind === 'field') return { ...post, [difference.field]: there[difference.field] };
  if (difference.kind !== 'pattern') return post;
  const { unit, period } = difference;
  const left = post.patterns.filter(({ id }) => id !== (unit ?? period)?.id);
  if (!unit) return { ...post, patterns: left };
  const at = there.patterns.indexOf(unit);
  return { ...post, patterns: left.toSpliced(Math.min(at, left.length), 0, unit) };
}

/** The whole table of points differs as one. */
export type RuleDifference =
  | { readonly kind: 'rule'; readonly ref: string; readonly unit?: Rule; readonly period?: Rule }
  | { readonly kind: 'points'; readonly ref: string };

const POINTS = 'points';

/** @param unit the unit's rules fitted to the period's people and posts: a rule that names nobody of it is no difference. */
export function ruleDifferences(unit: RuleSet, period: RuleSet): RuleDifference[] {
  const ids = [...new Set([...unit.rules, ...period.rules].map(({ id }) => id))];
  return [
    ...ids.flatMap((id): RuleDifference[] => {
      const [there, here] = [unit, period].map(({ rules }) => rules.find((rule) => rule.id === id));
      if (isSame(there, here)) return [];
      const ref = refOf('rule', id);
      return [{ kind: 'rule', ref, ...(there ? { unit: there } : {}), ...(here ? { period: here } : {}) }];
    }),
    ...(isSame(unit.points, period.points) ? [] : [{ kind: POINTS, ref: POINTS } as const]),
  ];
}

export function takeRules(unit: RuleSet, period: RuleSet, refs: ReadonlySet<string>): RuleSet {
  const taken = ruleDifferences(unit, period).filter(({ ref }) => refs.has(ref));
  const rules = new Map(period.rules.map((rule) => [rule.id, rule]));
  for (const each of taken) {
    if (each.kind === POINTS) continue;
    if (each.unit) rules.set(each.unit.id, each.unit);
    else if (each.period) rules.delete(each.period.id);
  }
  const all = ruleDifferences(unit, { ...period, rules: [...rules.values()] }).length === 0;
  return {
    // Once nothing differs any more, it is the unit's profile as well.
    profile: all || taken.some(({ kind }) => kind === POINTS) ? unit.profile : period.profile,
    rules: [...rules.values()],
    points: taken.some(({ kind }) => kind === POINTS) ? unit.points : period.points,
  };
}

/** The unit's rules as a period's people and posts would have them kept: those the period could not have stay. */
export function keepRules(unit: RuleSet, period: RuleSet, foreign: readonly Rule[]): RuleSet {
  const known = new Set(period.rules.map(({ id }) => id));
  const kept = unit.rules.filter(({ id }) => !known.has(id) && foreign.some((rule) => rule.id === id));
  return { ...period, rules: [...period.rules, ...kept] };
}

function refOf(...parts: readonly string[]): string {
  return parts.map((part) => encodeURIComponent(part)).join('/');
}

/** The order of keys says nothing, nor does a field left out. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries
      .map(([key, each]): [string, unknown] => [key, inOrder(each)])
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}
