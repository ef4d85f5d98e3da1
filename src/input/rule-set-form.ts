/** A rule set as a form writes it: every rule in full. What is wrong is told as in `rules.json`, all of it together. */

import { z } from 'zod';
import { findConstraint } from '../constraints/catalogue.ts';
import { PROFILES } from '../constraints/profiles.ts';
import { isKnown, type Mentionable } from '../constraints/rule-fit.ts';
import { type ParsedRule, parseRule } from '../constraints/rule-parser.ts';
import { mentionsOf, pointTable } from '../constraints/rule-set-source.ts';
import { CASE_FILES } from '../domain/case-files.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { Fault, Parsed } from '../kernel/fault.ts';
import { describeIssue, formatPath } from './json-issues.ts';

const shape = z.strictObject({
  profile: z.enum(PROFILES),
  rules: z.array(z.unknown()).max(500),
  points: pointTable,
});

/** The column of a fault is its path, such as `rules[3].params.most`. */
export function parseRuleSet(written: unknown, known: Mentionable): Parsed<RuleSet> {
  const whole = shape.safeParse(written);
  const listed: unknown = Object(written).rules;
  const rules = (Array.isArray(listed) ? listed : []).map((raw, i) => ruleAt(raw, i));
  const issues = [...(whole.error?.issues ?? []), ...rules.flatMap((rule) => (rule.ok ? [] : rule.issues))];
  if (!whole.success || issues.length > 0) {
    const found = issues.flatMap((issue) => describeIssue(issue, written, shape));
    return { ok: false, faults: found.map((fault) => ({ ...fault, file: CASE_FILES.rules })) };
  }
  const value = { ...whole.data, rules: rules.flatMap((rule) => (rule.ok ? [rule.value] : [])) };
  const faults = [...twice(value), ...unknown(value, known)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value, warnings: [] };
}

/** A weight that is wrong does not hide what is wrong with the parameters. */
function ruleAt(raw: unknown, index: number): ParsedRule {
  const parsed = parseRule(raw, ['rules', index]);
  if (parsed.ok || parsed.issues.some(({ path }) => path[2] === 'params')) return parsed;
  const { constraint, params } = Object(raw) as { readonly constraint?: unknown; readonly params?: unknown };
  const found = findConstraint(String(constraint))?.params.safeParse(params);
  const more = found?.error?.issues ?? [];
  const placed = more.map((issue) => ({ ...issue, path: ['rules', index, 'params', ...issue.path] }));
  return { ok: false, issues: [...parsed.issues, ...placed] };
}

function twice({ rules }: RuleSet): Fault[] {
  return rules.flatMap(({ id }, i) =>
    rules.findIndex((each) => each.id === id) < i
      ? [{ key: 'fault.rule.twice', params: { id }, file: CASE_FILES.rules, column: `rules[${i}].id` }]
      : [],
  );
}

const KEYS = { staff: 'fault.person.unknown', post: 'fault.post.unknown', pattern: 'fault.pattern.unknown' };

function unknown({ rules }: RuleSet, known: Mentionable): Fault[] {
  return rules.flatMap((rule, i) =>
    mentionsOf(rule)
      .filter((mention) => !isKnown(mention, known))
      .map(({ kind, id, path }) => ({
        key: KEYS[kind],
        params: { value: id },
        file: CASE_FILES.rules,
        column: formatPath(['rules', i, ...path]),
        value: id,
      })),
  );
}
