/**
 * A rule set as a unit writes it: a profile, and what the unit changes in it. Kept apart from the profile, so that a
 * mended profile reaches every unit that did not choose otherwise.
 */

import { z } from 'zod';
import { NAMED_DAYS } from '../calendar/named-days.ts';
import type { PointTable, Rule, RuleSet } from '../domain/rule-set.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { findConstraint } from './catalogue.ts';
import { PROFILES, profileOf } from './profiles.ts';
import { parseRule, ruleIdSchema, strengthSchema } from './rule-parser.ts';

const points = z.int().min(0).max(1000);

const pointsSchema = z.strictObject({
  base: z.strictObject({ 'on-site': points, standby: points }).partial().optional(),
  night: points.optional(),
  restDay: points.optional(),
  namedDays: z.partialRecord(z.enum(NAMED_DAYS), points).optional(),
});

/** The whole table, every figure said. */
export const pointTable: z.ZodType<PointTable> = z.strictObject({
  base: z.strictObject({ 'on-site': points, standby: points }),
  night: points,
  restDay: points,
  namedDays: z.partialRecord(z.enum(NAMED_DAYS), points),
});

/** One change: a rule of the profile taken out or altered, or a rule added. */
const changeSchema = z.strictObject({
  /** A rule of the profile, or a new id; a new id is the constraint's code unless `constraint` says otherwise. */
  id: ruleIdSchema,
  constraint: z.string().optional(),
  off: z.boolean().default(false),
  strength: strengthSchema.optional(),
  /** Laid over the profile's parameters one by one; null takes one away. */
  params: z.record(z.string(), z.unknown()).optional(),
});

type Change = z.infer<typeof changeSchema>;

/** `rules.json`. Issues keep their path in the file; ours carry `params.key`, as in `rule-parser.ts`. */
export const ruleSetSource = z
  .strictObject({
    profile: z.enum(PROFILES).default('duty-24-24'),
    changes: z.array(changeSchema).max(500).default([]),
    points: pointsSchema.default({}),
  })
  .transform((source, context): RuleSet => {
    const base = profileOf(source.profile);
    const rules = new Map(base.rules.map((rule) => [rule.id, rule]));
    const seen = new Set<string>();
    source.changes.forEach((change, i) => {
      const issues = seen.has(change.id) ? [repeated(change)] : apply(change, rules);
      seen.add(change.id);
      for (const issue of issues) {
        context.issues.push({
          ...issue,
          path: ['changes', i, ...issue.path],
          input: change,
        } as z.core.$ZodRawIssue);
      }
    });
    return { ...base, rules: [...rules.values()], points: pointsOver(base.points, source.points) };
  });

type Issue = z.core.$ZodIssue;

function told(path: readonly PropertyKey[], params: Readonly<Record<string, unknown>>): Issue {
  return { code: 'custom', path: [...path], message: '', params: { ...params } };
}

function repeated({ id }: Change): Issue {
  return told(['id'], { key: 'fault.rule.twice', id });
}

/** Changes `rules` in place of the same id; a new rule comes last. Returns what is wrong with the change. */
function apply(change: Change, rules: Map<string, Rule>): readonly Issue[] {
  const base = rules.get(change.id);
  const code = change.constraint ?? base?.constraint ?? change.id;
  const constraint = findConstraint(code);
  if (!base && (change.off || (!constraint && change.constraint === undefined))) {
    const { key, params } = unknownWord('fault.rule.unknown', change.id, rules.keys());
    return [told(['id'], { ...params, key })];
  }
  if (base && base.constraint !== code) {
    return [
      told(['constraint'], { key: 'fault.rule.other-constraint', id: base.id, constraint: base.constraint }),
    ];
  }
  if (change.off) {
    rules.delete(change.id);
    return [];
  }
  const parsed = parseRule({
    id: change.id,
    constraint: code,
    strength: change.strength ?? base?.strength ?? constraint?.defaults.strength ?? { kind: 'hard' },
    params: paramsOver(base?.params ?? {}, change.params ?? {}),
  });
  if (!parsed.ok) return parsed.issues;
  rules.set(change.id, parsed.value);
  return [];
}

function paramsOver(base: Rule['params'], over: Rule['params']): Rule['params'] {
  return Object.fromEntries(Object.entries({ ...base, ...over }).filter(([, value]) => value !== null));
}

function pointsOver(base: PointTable, over: z.infer<typeof pointsSchema>): PointTable {
  return {
    base: {
      'on-site': over.base?.['on-site'] ?? base.base['on-site'],
      standby: over.base?.standby ?? base.base.standby,
    },
    night: over.night ?? base.night,
    restDay: over.restDay ?? base.restDay,
    namedDays: { ...base.namedDays, ...over.namedDays },
  };
}

/** A name in a rule's parameters that must mean someone or something of the unit. */
export interface RuleMention {
  readonly kind: 'staff' | 'post' | 'pattern';
  /** A staff id, a post id, or `post/pattern`. */
  readonly id: string;
  readonly path: readonly PropertyKey[];
}

const names = z.array(z.string()).default([]);

const mentioning = z.object({
  staffIds: names,
  scope: z.object({ posts: names, patterns: names }).prefault({}),
  who: z.object({ staffIds: names }).prefault({}),
  from: z.string().default(''),
  to: z.string().default(''),
});

/** Who and what a rule names, for whoever knows the unit to resolve; `path` leads there from the rule. */
export function mentionsOf(rule: Rule): RuleMention[] {
  const named = mentioning.parse(rule.params);
  const patterns = (['from', 'to'] as const).filter((end) => named[end].includes('/'));
  const listed = (
    kind: RuleMention['kind'],
    ids: readonly string[],
    ...path: readonly string[]
  ): RuleMention[] => ids.map((id, i) => ({ kind, id, path: ['params', ...path, i] }));
  return [
    ...listed('staff', named.staffIds, 'staffIds'),
    ...listed('staff', named.who.staffIds, 'who', 'staffIds'),
    ...listed('post', named.scope.posts, 'scope', 'posts'),
    ...listed('pattern', named.scope.patterns, 'scope', 'patterns'),
    ...patterns.map((end) => ({ kind: 'pattern' as const, id: named[end], path: ['params', end] })),
  ];
}
