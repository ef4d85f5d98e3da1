/** Changes of a period's posts, rules and settings: whole or not at all, and never under a certificate of other rules. */

import { describe, expect, it } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { replaceDraft } from '../../../src/app/drafts/replace-draft.ts';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { postsSeen, savePosts, writtenPost } from '../../../src/app/periods/save-posts.ts';
import { rulesSeen, saveRules } from '../../../src/app/periods/save-rules.ts';
import { stampOf } from '../../../src/app/stamp.ts';
import { parsePosts } from '../../../src/input/unit-file.ts';
import { SAMPLE_NAMES, sampleCase } from '../../sample-case.ts';
import { loaded, seat } from '../sample-app.ts';

const CERTIFICATE = { score: { hard: 0, cover: 0, soft: 5 }, proven: true, seed: 1 };

describe('a search that ends after the rules changed', () => {
  it('leaves its roster, but not its certificate', async () => {
    const { app, key, plan } = await loaded((source) => source);
    const take = (of: typeof plan) =>
      replaceDraft(app, {
        key,
        roster: { periodId: key.periodId, assignments: [seat(of, 0, 0)] },
        step: { kind: 'solve', params: {} },
        certificate: { of: CERTIFICATE, plan: of },
        actor: 'cli',
      });
    expect((await take(plan)).certificate).toEqual(CERTIFICATE);
    const { ruleSet } = await getCase(app, key);
    const changed = { ...ruleSet, points: { ...ruleSet.points, night: 7 } };
    const seen = stampOf(rulesSeen(await getCase(app, key)));
    expect((await saveRules(app, { key, written: changed, seen, actor: 'cli' })).kind).toBe('saved');
    expect((await openDraft(app, key)).draft?.certificate).toBeUndefined();
    expect((await take(plan)).certificate).toBeUndefined();
    expect((await take(await getPlan(app, key))).certificate).toEqual(CERTIFICATE);
  });
});

describe('posts', () => {
  it('come back as they were when written and read again', () => {
    for (const name of SAMPLE_NAMES) {
      const { posts } = sampleCase(name);
      expect([name, parsePosts(posts.map(writtenPost))]).toEqual([
        name,
        { ok: true, value: posts, warnings: [] },
      ]);
    }
    const odd = sampleCase('unit-small').posts.map((post) => ({
      ...post,
      patterns: post.patterns.map((pattern, i) => ({
        ...pattern,
        durationMinutes: 490 + i,
        days: 'rest' as const,
      })),
    }));
    expect(parsePosts(odd.map(writtenPost))).toMatchObject({ ok: true, value: odd });
  });

  it('leave everything as it was when a rule of theirs is broken', async () => {
    const { app, key } = await loaded();
    const before = await getCase(app, key);
    const [first] = before.posts;
    if (!first) throw new Error('the sample has posts');
    const twice = [writtenPost(first), writtenPost(first)];
    const seen = stampOf(postsSeen(before));
    const refused = await savePosts(app, { key, written: twice, seen, agreed: true, actor: 'cli' });
    expect(refused).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'fault.unit.id-twice', column: 'posts[1].id' }],
    });
    expect(await getCase(app, key)).toEqual(before);
  });
});
