/** Rules fitted to the people and posts there are: a rule that names nobody any more goes, and is named. */

import type { Rule, RuleSet } from '../domain/rule-set.ts';
import type { Post } from '../domain/unit.ts';
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

/**
 * A list in a scope, of shifts or of people, loses what is gone; a rule is dropped whose whole list is gone, or whose two
 * people or kinds of shift are.
 */
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

/** Undefined where nothing is left of what it names. */
function fitRule(rule: Rule, known: Mentionable): Rule | undefined {
  const mentions = mentionsOf(rule);
  const lost = mentions.filter((mention) => !isKnown(mention, known));
  if (lost.length === 0) return rule;
  const listOf = ({ path }: RuleMention): string => path.slice(1, -1).join('.');
  const lists = new Set(lost.map(listOf));
  if ([...lists].some((list) => !/^(scope|who)\./.test(list))) return undefined;
  let { params } = rule;
  for (const list of lists) {
    const [part = '', name = ''] = list.split('.');
    const left = mentions.filter((each) => listOf(each) === list && isKnown(each, known)).map(({ id }) => id);
    const { [name]: _, ...others } = Object(params[part]) as Record<string, unknown>;
    const isNobody = part === 'who' && Object.keys(others).length === 0;
    if (left.length === 0 && (part === 'scope' || isNobody)) return undefined;
    params = { ...params, [part]: left.length > 0 ? { ...others, [name]: left } : others };
  }
  return { ...rule, params };
}
