/** Makes a feed link. Its token is told this once and cannot be told again. */

import type { FeedOptions, FeedScope } from '../../domain/feed.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { type FeedLink, insertFeedLink } from '../../store/feed-token-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';

export interface FeedIssuing {
  readonly unitId: string;
  readonly scope: FeedScope;
  readonly options: FeedOptions;
  readonly actor: string;
}

export interface IssuedFeed {
  /** 43 characters of base64url, for the feed's address. */
  readonly token: string;
  readonly link: FeedLink;
}

/** Throws `not-found` when the unit, or the person the feed is for, is not known. */
export function issueFeedToken(app: App, issuing: FeedIssuing): Promise<IssuedFeed> {
  return app.db.transaction().execute((trx) => issueWithin(trx, app, issuing));
}

/** The same inside a transaction. */
export async function issueWithin(trx: Database, app: App, issuing: FeedIssuing): Promise<IssuedFeed> {
  const { unitId, scope, options, actor } = issuing;
  await requireSubject(trx, unitId, scope);
  const token = newToken(app);
  const link: FeedLink = { id: newId(app), unitId, scope, options, createdAt: app.clock() };
  await insertFeedLink(trx, link, hashOfToken(token));
  await record(trx, app, {
    at: link.createdAt,
    actor,
    action: 'feed.issue',
    unitId,
    subject: link.id,
    details: { scope: scope.kind },
  });
  return { token, link };
}

/** A post may come with a later period, so only people and units are asked for. */
async function requireSubject(trx: Database, unitId: string, scope: FeedScope): Promise<void> {
  if (!(await findUnit(trx, unitId))) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
  if (scope.kind === 'personal' && !(await findStaffMember(trx, unitId, scope.staffId))) {
    throw new AppError('not-found', 'error.staff.missing', { staff: scope.staffId });
  }
}
