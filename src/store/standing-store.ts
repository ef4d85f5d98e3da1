/** The posts and rules that stand for a unit, apart from any period. */

import type { Standing } from '../domain/standing.ts';
import type { Post } from '../domain/unit.ts';
import type { Database } from './database.ts';
import { patternFromRow, patternToRow, postFromRow, postToRow } from './post-store.ts';
import { ruleSetFromRow, ruleSetToRow } from './rule-set-store.ts';

/** Undefined while the unit has made no period yet. */
export async function findStanding(db: Database, unitId: string): Promise<Standing | undefined> {
  const ruleSet = await db
    .selectFrom('unit_rule_set')
    .selectAll()
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (!ruleSet) return undefined;
  return { posts: await listStandingPosts(db, unitId), ruleSet: ruleSetFromRow(ruleSet) };
}

/** In the order they were given. */
export async function listStandingPosts(db: Database, unitId: string): Promise<Post[]> {
  const rows = await db
    .selectFrom('unit_post')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('position')
    .execute();
  const patterns = await db
    .selectFrom('unit_shift_pattern')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('position')
    .execute();
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
  await db
    .insertInto('unit_rule_set')
    .values(rules)
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(rules))
    .execute();
  await db.deleteFrom('unit_post').where('unit_id', '=', unitId).execute();
  for (const [position, post] of posts.entries()) {
    await db
      .insertInto('unit_post')
      .values({ unit_id: unitId, position, ...postToRow(post) })
      .execute();
    for (const [i, pattern] of post.patterns.entries()) {
      const row = { unit_id: unitId, post_id: post.id, position: i, ...patternToRow(pattern) };
      await db.insertInto('unit_shift_pattern').values(row).execute();
    }
  }
}
