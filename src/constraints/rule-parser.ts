/**
 * Rules as they are written down, parsed once: the constraint named must exist and its parameters pass its own schema.
 * Issues keep their path; those of ours carry `params: { key: 'fault.rule.…' }` and the figures of that sentence.
 */

import { z } from 'zod';
import type { Rule, Strength } from '../domain/rule-set.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { CONSTRAINTS, constraintOf, findConstraint } from './catalogue.ts';

export const strengthSchema: z.ZodType<Strength> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hard') }),
  z.strictObject({ kind: z.literal('soft'), weight: z.int().min(1).max(1_000_000) }),
]);

/** Ids stand in addresses and forms. */
export const ruleIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

const written = z.strictObject({
  id: ruleIdSchema,
  constraint: z.string(),
  strength: strengthSchema,
  params: z.record(z.string(), z.unknown()).default({}),
});

export type ParsedRule =
  | { readonly ok: true; readonly value: Rule }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

/** A rule of any origin: a form, a store, a file. `path` is put before the path of each issue. */
export function parseRule(raw: unknown, path: readonly PropertyKey[] = []): ParsedRule {
  const result = ruleSchema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    issues: result.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
  };
}

/** A rule kept by an older release, with what its constraint has learnt to ask since; unchanged where it would not pass today. */
export function ruleOfToday(rule: Rule): Rule {
  const params = findConstraint(rule.constraint)?.params.safeParse(rule.params);
  return params?.success ? { ...rule, params: params.data as Rule['params'] } : rule;
}

const ruleSchema = written.transform((rule, context): Rule => {
  const constraint = findConstraint(rule.constraint);
  if (!constraint) {
    const codes = CONSTRAINTS.map(({ code }) => code);
    const { key, params } = unknownWord('fault.rule.unknown', rule.constraint, codes);
    context.addIssue({ code: 'custom', path: ['constraint'], params: { ...params, key } });
    return z.NEVER;
  }
  if (constraint.kind === 'balance' && rule.strength.kind === 'hard') {
    context.addIssue({ code: 'custom', path: ['strength'], params: { key: 'fault.rule.balance-hard' } });
  }
  const params = constraint.params.safeParse(rule.params);
  for (const issue of params.error?.issues ?? []) {
    context.issues.push({
      ...issue,
      path: ['params', ...issue.path],
      input: rule.params,
    } as z.core.$ZodRawIssue);
  }
  return params.success ? { ...rule, params: params.data as Rule['params'] } : z.NEVER;
});

/** A rule in the constraint's own words, where code knows what it asks for: throws when the parameters do not pass. */
export function ruleOf(
  code: string,
  given: { readonly id?: string; readonly strength?: Strength; readonly params?: object } = {},
): Rule {
  const constraint = constraintOf(code);
  return ruleSchema.parse({
    id: given.id ?? code,
    constraint: code,
    strength: given.strength ?? constraint.defaults.strength,
    params: given.params ?? constraint.defaults.params,
  });
}
