/** A period beside what stands for its unit: every difference is found, and taking all of them leaves none. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule, RuleSet } from '../../src/domain/rule-set.ts';
import { postDifferences, ruleDifferences, takePosts, takeRules } from '../../src/domain/standing.ts';
import type { Post } from '../../src/domain/unit.ts';
import { sampleCase } from '../sample-case.ts';

const SOURCE = sampleCase('unit-small');

const night = (post: Post, start: string, durationMinutes: number): Post => ({
  ...post,
  patterns: post.patterns.map((pattern) =>
    pattern.id === 'dem' ? { ...pattern, start: start as typeof pattern.start, durationMinutes } : pattern,
  ),
});

describe('the posts of a period', () => {
  it('differ by post, by field and by pattern, each by a name of its own', () => {
    const [first, ...others] = SOURCE.posts;
    const watch = others.find(({ patterns }) => patterns.some(({ id }) => id === 'dem')) ?? first;
    if (!first || !watch) throw new Error('the sample has posts');
    const period = SOURCE.posts
      .filter(({ id }) => id !== first.id || id === watch.id)
      .map((post) => (post.id === watch.id ? night({ ...post, name: 'Khác' }, '21:00', 540) : post));
    const found = postDifferences(SOURCE.posts, period);
    expect(found.map(({ ref }) => ref).sort()).toEqual(
      [
        ...(first.id === watch.id ? [] : [`post/${first.id}`]),
        `field/${watch.id}/name`,
        `pattern/${watch.id}/dem`,
      ].sort(),
    );
    const taken = takePosts(SOURCE.posts, period, new Set([`pattern/${watch.id}/dem`]));
    expect(taken.find(({ id }) => id === watch.id)).toEqual({ ...watch, name: 'Khác' });
  });

  it('with every difference taken are the unit’s, in any order they were left in', () => {
    const posts = fc.shuffledSubarray([...SOURCE.posts], { minLength: 0 });
    const changed = fc.record({ posts, name: fc.boolean(), extra: fc.boolean() });
    fc.assert(
      fc.property(changed, ({ posts: some, name, extra }) => {
        const period = [
          ...some.map((post, i) => (name && i === 0 ? { ...post, name: 'X', patterns: [] } : post)),
          ...(extra && SOURCE.posts[0] ? [{ ...SOURCE.posts[0], id: 'rieng' }] : []),
        ];
        const refs = new Set(postDifferences(SOURCE.posts, period).map(({ ref }) => ref));
        const taken = takePosts(SOURCE.posts, period, refs);
        expect(postDifferences(SOURCE.posts, taken)).toEqual([]);
        expect(taken.map(({ id }) => id).sort()).toEqual(SOURCE.posts.map(({ id }) => id).sort());
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('the rules of a period', () => {
  const unit: RuleSet = SOURCE.ruleSet;

  it('differ by rule and by points, and with every difference taken are the unit’s', () => {
    const [first, second] = unit.rules as [Rule, Rule];
    const period: RuleSet = {
      profile: 'riêng',
      points: { ...unit.points, night: unit.points.night + 1 },
      rules: [
        { ...second, strength: { kind: 'soft', weight: 999 } },
        ...unit.rules.slice(2),
        { ...first, id: 'rieng' },
      ],
    };
    const found = ruleDifferences(unit, period);
    expect(found.map(({ ref }) => ref)).toEqual([
      `rule/${first.id}`,
      `rule/${second.id}`,
      'rule/rieng',
      'points',
    ]);
    const one = takeRules(unit, period, new Set([`rule/${first.id}`]));
    expect(one.rules.find(({ id }) => id === first.id)).toEqual(first);
    const all = takeRules(unit, period, new Set(found.map(({ ref }) => ref)));
    expect(ruleDifferences(unit, all)).toEqual([]);
    expect(all.profile).toBe(unit.profile);
  });

  it('say nothing of the order in which they are written', () => {
    const turned = {
      ...unit,
      rules: unit.rules.map((rule) => ({
        ...rule,
        params: Object.fromEntries(Object.entries(rule.params).reverse()),
      })),
    };
    expect(ruleDifferences(unit, turned)).toEqual([]);
  });
});
