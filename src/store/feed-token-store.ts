/** Feed links: the hash of each token, what it opens, and when it was last used. The tokens themselves are nowhere. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type { FeedOptions, FeedScope } from '../domain/feed.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { feedOptions, readJson } from './records.ts';
import { insertIn } from './rows.ts';
import type { FeedTokenRow } from './tables.ts';
import { findLiveIn, listIn, type TokenLife, usedFromRow } from './token-store.ts';

/** A feed link as it may be shown: neither token nor hash. */
export interface FeedLink extends TokenLife {
  readonly id: string;
  readonly unitId: string;
  readonly scope: FeedScope;
  readonly options: FeedOptions;
  readonly createdAt: Instant;
  /** The private link it was made from: it ends with it. */
  readonly linkId?: string;
  /** An account's id, or what else made it. */
  readonly madeBy?: string;
}

export async function insertFeedLink(db: Database, link: FeedLink, tokenHash: string): Promise<void> {
  await insertIn(db, 'feed_token', linkToRow(link, tokenHash));
}

/** The live link with this token hash; a revoked one is not found. */
export async function findFeedLink(db: Database, tokenHash: string): Promise<FeedLink | undefined> {
  const row = await findLiveIn(db, 'feed_token', tokenHash);
  return row && linkFromRow(row);
}

/** Revoked ones too, by creation. */
export async function listFeedLinks(db: Database, unitId: string): Promise<FeedLink[]> {
  return (await listIn(db, 'feed_token', unitId)).map(linkFromRow);
}

/** The personal feeds of someone erased: dead from now on, and no longer by that person's code. */
export async function endPersonalFeeds(
  db: Database,
  {
    unitId,
    staffId,
    ghostId,
  }: { readonly unitId: string; readonly staffId: string; readonly ghostId: string },
  at: Instant,
): Promise<void> {
  await db
    .updateTable('feed_token')
    .set((eb) => ({
      subject_id: ghostId,
      last_client: null,
      revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)),
    }))
    .where('unit_id', '=', unitId)
    .where('scope', '=', 'personal')
    .where('subject_id', '=', staffId)
    .execute();
}

function linkToRow(link: FeedLink, tokenHash: string): FeedTokenRow {
  return {
    ...columnsOf(link, ['id', 'unit_id', 'created_at', 'last_used_at', 'last_client', 'revoked_at']),
    ...columnsOf(link, ['link_id', 'made_by', 'ends_at']),
    token_hash: tokenHash,
    // The table knows leaders; of which units stands beside the subscriber's choices.
    scope: link.scope.kind === 'leaders-below' ? 'leaders' : link.scope.kind,
    subject_id: subjectOf(link.scope),
    options: JSON.stringify({
      ...link.options,
      ...(link.scope.kind === 'leaders-below' ? { below: true } : {}),
    }),
  };
}

const ofBelow = z.looseObject({ below: z.boolean().optional() });

function subjectOf(scope: FeedScope): string | null {
  if (scope.kind === 'personal') return scope.staffId;
  return scope.kind === 'post' ? scope.postId : null;
}

function linkFromRow(row: FeedTokenRow): FeedLink {
  return {
    ...fieldsOf(row, ['id', 'unit_id', 'created_at', 'link_id', 'made_by']),
    ...usedFromRow(row),
    scope: scopeFromRow(row),
    options: readJson(feedOptions, row.options),
  };
}

/** The table's own CHECK says that personal and post feeds have a subject and the others none. */
function scopeFromRow({ scope, subject_id, options }: FeedTokenRow): FeedScope {
  if (scope === 'leaders' && readJson(ofBelow, options).below === true) return { kind: 'leaders-below' };
  const subject = subject_id ?? '';
  if (scope === 'personal') return { kind: 'personal', staffId: subject };
  return scope === 'post' ? { kind: 'post', postId: subject } : { kind: scope };
}
