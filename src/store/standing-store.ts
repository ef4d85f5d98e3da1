/** The posts and rules that stand for a unit, apart from any period. */

import type { Standing } from '../domain/standing.ts';
import type { Post } from '../domain/unit.ts';
import type { Database } from './database.ts';
import { patternFromRow, patternToRow, postFromRow, postToRow } from './post-store.ts';
import { deleteIn, insertIn, rowIn, rowsIn, saveIn } from './rows.ts';
import { ruleSetFromRow, ruleSetToRow } from './rule-set-store.ts';

/** Undefined while the unit has made no period yet. */
export async function findStanding(db: Database, unitId: string): Promise<Standing | undefined> {
  const ruleSet = await rowIn(db, 'unit_rule_set', { unit_id: unitId });
  if (!ruleSet) return undefined;
  return { posts: await listStandingPosts(db, unitId), ruleSet: ruleSetFromRow(ruleSet) };
}

/** In the order they were given. */
export async function listStandingPosts(db: Database, unitId: string): Promise<Post[]> {
  const rows = await rowsIn(db, 'unit_post', { unit_id: unitId }).orderBy('position').execute();
  const patterns = await rowsIn(db, 'unit_shift_pattern', { unit_id: unitId }).orderBy('position').execute();
  return rows.map((row) =>
    postFromRow(row, patterns.filter(({ post_id }) => post_id === row.id).map(patternFromRow)),
  );
}

/** In place of what stood before. Call it inside a transaction: it is many statements. */
export async function saveStanding(
  db: Database,
  unitId: string,
  { posts, ruleSet }: Standing,
): Promise<void> {
  const rules = { unit_id: unitId, ...ruleSetToRow(ruleSet) };
  await saveIn(db, 'unit_rule_set', ['unit_id'], rules);
  await deleteIn(db, 'unit_post', { unit_id: unitId });
  for (const [position, post] of posts.entries()) {
    await insertIn(db, 'unit_post', { unit_id: unitId, position, ...postToRow(post) });
    for (const [i, pattern] of post.patterns.entries()) {
      const row = { unit_id: unitId, post_id: post.id, position: i, ...patternToRow(pattern) };
      await insertIn(db, 'unit_shift_pattern', row);
    }
  }
}
