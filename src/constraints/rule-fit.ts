/** Rules fitted to the people and posts there are: a rule that names nobody any more goes, and is named. */

import type { Rule, RuleSet } from '../domain/rule-set.ts';
import type { Post } from '../domain/unit.ts';
import { parseRule } from './rule-parser.ts';
import { mentionsOf, type RuleMention } from './rule-set-source.ts';

export interface Mentionable {
  readonly staffIds: ReadonlySet<string>;
  readonly posts: readonly Post[];
}

/** Whether what the mention names is there. */
export function isKnown({ kind, id }: RuleMention, { staffIds, posts }: Mentionable): boolean {
  if (kind === 'staff') return staffIds.has(id);
  if (kind === 'post') return posts.some((post) => post.id === id);
  return posts.some((post) => post.patterns.some((pattern) => `${post.id}/${pattern.id}` === id));
}

/** Lists of a rule lose what is gone; a rule of which too little is left is dropped. */
export function fitRules(
  ruleSet: RuleSet,
  known: Mentionable,
): { readonly ruleSet: RuleSet; readonly dropped: readonly Rule[] } {
  const dropped: Rule[] = [];
  const rules = ruleSet.rules.flatMap((rule) => {
    const fitted = fitRule(rule, known);
    if (!fitted) dropped.push(rule);
    return fitted ?? [];
  });
  return { ruleSet: { ...ruleSet, rules }, dropped };
}

/** Undefined where its own constraint would not take what is left: one of two people, nobody to hold for. */
function fitRule(rule: Rule, known: Mentionable): Rule | undefined {
  const mentions = mentionsOf(rule);
  const lost = mentions.filter((mention) => !isKnown(mention, known));
  if (lost.length === 0) return rule;
  const listOf = ({ path }: RuleMention): string => path.slice(1, -1).join('.');
  let { params } = rule;
  for (const list of new Set(lost.map(listOf))) {
    const left = mentions.filter((each) => listOf(each) === list && isKnown(each, known)).map(({ id }) => id);
    const [part = '', name] = list.split('.');
    // A single name, as of a kind of shift, is no list; a scope without its list would be wider than it was.
    if (part === '' || (part === 'scope' && left.length === 0)) return undefined;
    const inside = name === undefined ? left : withList(params[part], name, left);
    params = { ...params, [part]: inside };
  }
  const parsed = parseRule({ ...rule, params });
  return parsed.ok ? parsed.value : undefined;
}

function withList(part: unknown, name: string, left: readonly string[]): Record<string, unknown> {
  const { [name]: _, ...others } = Object(part) as Record<string, unknown>;
  return left.length > 0 ? { ...others, [name]: left } : others;
}
