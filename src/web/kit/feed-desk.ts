/** The use cases of feed links as pages call them, and the same narrowed to what one visitor may do. */

import { authorise } from '../../app/access/authorise.ts';
import type { OpenedFeedLink } from '../../app/feeds/find-feed-link.ts';
import type { FeedIssuing, IssuedFeed } from '../../app/feeds/issue-feed-token.ts';
import type { PersonalFeedsIssuing } from '../../app/feeds/issue-personal-feeds.ts';
import type { FeedLink } from '../../app/feeds/list-feed-links.ts';
import type { FeedSubjects } from '../../app/feeds/list-feed-subjects.ts';
import type { FeedRevoking } from '../../app/feeds/revoke-feed-token.ts';
import type { Visitor } from '../../domain/account.ts';
import { mayDo } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';

export interface FeedDesk {
  /** Throws `not-found`. */
  listSubjects(unitId: string): Promise<FeedSubjects>;
  /** Revoked ones too, by creation. */
  listLinks(unitId: string): Promise<readonly FeedLink[]>;
  issue(issuing: FeedIssuing): Promise<IssuedFeed>;
  issuePersonal(issuing: PersonalFeedsIssuing): Promise<readonly IssuedFeed[]>;
  rotate(rotating: FeedRevoking): Promise<IssuedFeed>;
  revoke(revoking: FeedRevoking): Promise<void>;
  /** Undefined for a token that opens nothing; throws `unavailable` for who has guessed too often. */
  open(token: string): Promise<OpenedFeedLink | undefined>;
}

/** Whoever may edit the feeds of a unit sees all of them, others their own person's alone. */
export function narrowFeedDesk(desk: FeedDesk, visitor: Visitor): FeedDesk {
  const mayAll = (unitId: string): boolean => mayDo(visitor, 'feed.edit', { unitId });
  const mayOwn = (unitId: string, staffId: string): boolean =>
    mayDo(visitor, 'feed.edit', { unitId, staffId });
  const owned = async (key: FeedRevoking): Promise<void> => {
    const link = (await desk.listLinks(key.unitId)).find(({ id }) => id === key.linkId);
    if (!link) throw new AppError('not-found', 'error.feed.missing', { feed: key.linkId });
    authorise(visitor, 'feed.edit', subjectOf(link));
  };
  return {
    ...desk,
    async listSubjects(unitId) {
      const subjects = await desk.listSubjects(unitId);
      if (mayAll(unitId)) return subjects;
      return { ...subjects, staff: subjects.staff.filter(({ id }) => mayOwn(unitId, id)), posts: [] };
    },
    async listLinks(unitId) {
      const links = await desk.listLinks(unitId);
      return mayAll(unitId) ? links : links.filter((link) => mayDo(visitor, 'feed.edit', subjectOf(link)));
    },
    async issue(issuing) {
      authorise(visitor, 'feed.edit', subjectOf(issuing));
      return desk.issue(issuing);
    },
    async issuePersonal(issuing) {
      authorise(visitor, 'feed.edit', { unitId: issuing.unitId });
      return desk.issuePersonal(issuing);
    },
    async rotate(rotating) {
      await owned(rotating);
      return desk.rotate(rotating);
    },
    async revoke(revoking) {
      await owned(revoking);
      return desk.revoke(revoking);
    },
  };
}

function subjectOf({ unitId, scope }: Pick<FeedLink, 'unitId' | 'scope'>) {
  return scope.kind === 'personal' ? { unitId, staffId: scope.staffId } : { unitId };
}
