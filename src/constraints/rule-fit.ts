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

/** A scope loses the posts that are gone; a rule whose people, shifts or whole scope are gone is dropped. */
export function fitRules(
  ruleSet: RuleSet,
  known: Mentionable,
): { readonly ruleSet: RuleSet; readonly dropped: readonly Rule[] } {
  const dropped: Rule[] = [];
  const rules = ruleSet.rules.flatMap((rule) => {
    const mentions = mentionsOf(rule);
    const lost = mentions.filter((mention) => !isKnown(mention, known));
    if (lost.length === 0) return [rule];
    const posts = mentions.filter(({ kind }) => kind === 'post');
    const left = posts.filter((mention) => isKnown(mention, known)).map(({ id }) => id);
    if (lost.every(({ kind }) => kind === 'post') && left.length > 0) return [withPosts(rule, left)];
    dropped.push(rule);
    return [];
  });
  return { ruleSet: { ...ruleSet, rules }, dropped };
}

function withPosts(rule: Rule, posts: readonly string[]): Rule {
  return { ...rule, params: { ...rule.params, scope: { ...Object(rule.params.scope), posts } } };
}
