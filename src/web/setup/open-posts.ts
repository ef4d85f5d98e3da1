/** Posts that anyone may be put on, told before a search, and the one touch that leaves them to whom titles propose. */

import { getCase } from '../../app/periods/get-case.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { postsSeen, savePosts, writtenPost } from '../../app/periods/save-posts.ts';
import { changePeople } from '../../app/staff/change-people.ts';
import { stampOf } from '../../app/stamp.ts';
import type { Plan } from '../../domain/plan.ts';
import { proposedPeople } from '../../domain/proposed-people.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { postPath, postProposalPath } from '../paths/setup.ts';
import { proposalWords, skillOfTier } from './template-skills.ts';

export function openPosts(visit: Visit, { period, posts, staff }: Plan) {
  const { say } = visit;
  return posts
    .filter(({ skills }) => skills.length === 0)
    .map(({ id, name, tier }) => {
      const people = proposedPeople(tier, staff);
      return {
        words: say('posts.open', { post: name, count: staff.length }),
        // Whom it would be left to; empty where titles say nothing.
        proposal: people.length === 0 ? '' : proposalWords(visit, staff, people),
        accept: say('posts.open.accept', { count: people.length }),
        acceptPath: postProposalPath(period.id, id),
        href: postPath(period.id, id),
      };
    });
}

/** The people get the skill, then the post asks for it. */
export async function acceptProposal(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const { posts, staff } = await getCase(app, key);
  const post = posts.find(({ id }) => id === visit.param('post'));
  if (!post) throw new AppError('not-found', 'setup.failure.post', { post: visit.param('post') });
  const skill = skillOfTier(visit, post.tier);
  const staffIds = proposedPeople(post.tier, staff).map(({ id }) => id);
  if (post.skills.length > 0 || staffIds.length === 0) return redirect(makingPath(key.periodId, 'prepare'));
  const { actor } = visit;
  await changePeople(app, {
    unitId: key.unitId,
    staffIds,
    change: { kind: 'give-skill', text: skill },
    actor,
  });
  const written = posts.map((each) => writtenPost(each.id === post.id ? { ...each, skills: [skill] } : each));
  const seen = stampOf(postsSeen(await getCase(app, key)));
  const saved = await savePosts(app, { key, written, seen, agreed: false, actor });
  // Something would fall away, such as a pin: the post's own page shows what.
  return redirect(
    saved.kind === 'saved' ? makingPath(key.periodId, 'prepare') : postPath(key.periodId, post.id),
  );
}
