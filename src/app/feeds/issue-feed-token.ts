/** Makes a feed link. Its token is told this once and cannot be told again. */

import type { Instant } from '../../calendar/interval.ts';
import type { FeedOptions, FeedScope } from '../../domain/feed.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { type FeedLink, insertFeedLink, listFeedLinks } from '../../store/feed-token-store.ts';
import { findPersonalLinkById } from '../../store/personal-link-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { isPast } from '../../store/token-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';
import { ownerOfFeed } from './feed-subject.ts';

export interface FeedIssuing {
  readonly unitId: string;
  readonly scope: FeedScope;
  readonly options: FeedOptions;
  readonly actor: string;
  /** The private link it is made from. */
  readonly linkId?: string;
  readonly endsAt?: Instant;
}

/** Live at one time of one private link: a phone, a computer, and some to spare. */
const MOST_OF_LINK = 10;

export interface IssuedFeed {
  /** 43 characters of base64url, for the feed's address. */
  readonly token: string;
  readonly link: FeedLink;
}

/** Throws `not-found` when the unit, or the person the feed is for, is not known; `conflict` for one too many of a link. */
export async function issueFeedToken(app: App, issuing: FeedIssuing): Promise<IssuedFeed> {
  allow(app, 'feed.edit', ownerOfFeed(issuing));
  return app.db.transaction().execute((trx) => issueWithin(trx, app, issuing));
}

/** The same inside a transaction. */
export async function issueWithin(trx: Database, app: App, issuing: FeedIssuing): Promise<IssuedFeed> {
  const { unitId, scope, options, actor, linkId } = issuing;
  await requireSubject(trx, unitId, scope);
  if (linkId !== undefined) await requireFewer(trx, app, unitId, linkId);
  const endsAt = await endOf(trx, issuing);
  const token = newToken(app);
  const origin = {
    ...(linkId === undefined ? {} : { linkId }),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
  const made = { id: newId(app), unitId, scope, options, createdAt: app.clock(), madeBy: actor };
  const link: FeedLink = { ...made, ...origin };
  await insertFeedLink(trx, link, hashOfToken(token));
  await record(
    trx,
    app,
    { at: link.createdAt, actor, action: 'feed.issue', unitId, subject: link.id },
    { scope: scope.kind },
  );
  return { token, link };
}

/** What is made from a private link lasts no longer than it. */
async function endOf(trx: Database, { unitId, linkId, endsAt }: FeedIssuing): Promise<Instant | undefined> {
  const link = linkId === undefined ? undefined : await findPersonalLinkById(trx, unitId, linkId);
  const ends = [endsAt, link?.endsAt].filter((each) => each !== undefined);
  return ends.length === 0 ? undefined : (Math.min(...ends) as Instant);
}

async function requireFewer(trx: Database, { clock }: App, unitId: string, linkId: string): Promise<void> {
  const live = (await listFeedLinks(trx, unitId)).filter(
    (each) => each.linkId === linkId && each.revokedAt === undefined && !isPast(each, clock()),
  );
  if (live.length >= MOST_OF_LINK)
    throw new AppError('conflict', 'error.feed.too-many', { most: MOST_OF_LINK });
}

/** A post may come with a later period, so only people and units are asked for. */
async function requireSubject(trx: Database, unitId: string, scope: FeedScope): Promise<void> {
  await requireUnit(trx, unitId);
  if (scope.kind === 'personal' && !(await findStaffMember(trx, unitId, scope.staffId))) {
    throw new AppError('not-found', 'error.staff.missing', { staff: scope.staffId });
  }
}
