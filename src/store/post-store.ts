/** The posts of a period and their shift patterns. */

import type { PeriodKey } from '../domain/period.ts';
import type { Cover, Post, ShiftPattern } from '../domain/unit.ts';
import { withoutNulls } from './absent.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { PatternRow, PostRow } from './input-tables.ts';
import { contacts, readJson, texts } from './records.ts';
import { deleteIn, insertIn, rowsIn } from './rows.ts';

const COLUMNS = ['id', 'name', 'short_name', 'tier', 'presence'] as const;

type PostColumns = Omit<PostRow, 'unit_id' | 'period_id' | 'position'>;
type PatternColumns = Omit<PatternRow, 'unit_id' | 'period_id' | 'post_id' | 'position'>;

/** These posts and no others, in this order. */
export async function replacePosts(db: Database, key: PeriodKey, posts: readonly Post[]): Promise<void> {
  const ofPeriod = { unit_id: key.unitId, period_id: key.periodId };
  await deleteIn(db, 'post', { unit_id: key.unitId, period_id: key.periodId });
  for (const [position, post] of posts.entries()) {
    await insertIn(db, 'post', { ...ofPeriod, position, ...postToRow(post) });
    for (const [i, pattern] of post.patterns.entries()) {
      const row = { ...ofPeriod, post_id: post.id, position: i, ...patternToRow(pattern) };
      await insertIn(db, 'shift_pattern', row);
    }
  }
}

/** In the order they were given. */
export async function listPosts(db: Database, { unitId, periodId }: PeriodKey): Promise<Post[]> {
  const rows = await rowsIn(db, 'post', { unit_id: unitId, period_id: periodId })
    .orderBy('position')
    .execute();
  const patternRows = await rowsIn(db, 'shift_pattern', { unit_id: unitId, period_id: periodId })
    .orderBy('position')
    .execute();
  return rows.map((row) =>
    postFromRow(row, patternRows.filter(({ post_id }) => post_id === row.id).map(patternFromRow)),
  );
}

/** What the post is called in the latest of the unit's periods that has it. */
export async function findPostName(db: Database, unitId: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('post')
    .innerJoin('period', (join) =>
      join.onRef('period.unit_id', '=', 'post.unit_id').onRef('period.id', '=', 'post.period_id'),
    )
    .select('post.name')
    .where('post.unit_id', '=', unitId)
    .where('post.id', '=', id)
    .orderBy('period.starts_at', 'desc')
    .orderBy('period.id')
    .limit(1)
    .executeTakeFirst();
  return row?.name;
}

/** Every post of the unit's periods by the name it last had, in the order of the latest period that has it. */
export async function listPostNames(
  db: Database,
  unitId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('period', (join) =>
      join.onRef('period.unit_id', '=', 'post.unit_id').onRef('period.id', '=', 'post.period_id'),
    )
    .select(['post.id', 'post.name'])
    .where('post.unit_id', '=', unitId)
    .orderBy('period.starts_at', 'desc')
    .orderBy('period.id')
    .orderBy('post.position')
    .execute();
  return rows.filter(({ id }, i) => rows.findIndex((row) => row.id === id) === i);
}

/** Without whose it is and where it stands. */
export function postToRow(post: Post): PostColumns {
  return {
    ...columnsOf(post, COLUMNS),
    skills: JSON.stringify(post.skills),
    cover_minimum: post.cover.minimum,
    cover_target: post.cover.target,
    systems: JSON.stringify(post.systems),
    contacts: JSON.stringify(post.contacts),
  };
}

export function postFromRow(row: PostColumns, patterns: readonly ShiftPattern[]): Post {
  return {
    ...fieldsOf(row, COLUMNS),
    skills: readJson(texts, row.skills),
    cover: { minimum: row.cover_minimum, target: row.cover_target },
    systems: readJson(texts, row.systems),
    contacts: readJson(contacts, row.contacts),
    patterns,
  };
}

/** Without whose it is and where it stands. */
export function patternToRow(pattern: ShiftPattern): PatternColumns {
  return {
    id: pattern.id,
    label: pattern.label,
    rrule: pattern.rrule,
    start_time: pattern.start,
    duration_minutes: pattern.durationMinutes,
    days: pattern.days ?? null,
    from_day: pattern.from ?? null,
    cover_minimum: pattern.cover?.minimum ?? null,
    cover_target: pattern.cover?.target ?? null,
  };
}

export function patternFromRow(row: PatternColumns): ShiftPattern {
  return {
    id: row.id,
    label: row.label,
    rrule: row.rrule,
    start: row.start_time,
    durationMinutes: row.duration_minutes,
    ...withoutNulls({ days: row.days, from: row.from_day, cover: coverFromRow(row) }),
  };
}

function coverFromRow({ cover_minimum: minimum, cover_target: target }: PatternColumns): Cover | null {
  return minimum === null || target === null ? null : { minimum, target };
}
