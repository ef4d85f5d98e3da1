/** `rota import schedule`: an on-call schedule of another tool as a roster for a period, its rotations added as posts. */

import type { App } from '../app/app.ts';
import { addSchedulePosts } from '../app/move-in/add-posts.ts';
import { readSchedule } from '../app/move-in/read-schedule.ts';
import type { AskedTable } from '../app/staff/given-table.ts';
import type { PeriodKey } from '../domain/period.ts';
import { isMessageKey } from '../i18n/translate.ts';
import type { Io } from './command.ts';

export interface ScheduleImporting {
  readonly key: PeriodKey;
  readonly bytes: Uint8Array;
  readonly dry: boolean;
  readonly actor: string;
  readonly io: Io;
}

/** What stands in it is told, and what has no counterpart. Undefined where there is no schedule. */
export async function scheduleRoster(
  app: App,
  { key, bytes, dry, actor, io }: ScheduleImporting,
): Promise<AskedTable['book'] | undefined> {
  const tell = (message: string, params: Parameters<Io['say']>[1] = {}): void => {
    io.err(`${isMessageKey(message) ? io.say(message, params) : message}\n`);
  };
  const read = await readSchedule(app, { key, bytes, asker: actor });
  if (!read.ok) {
    tell(read.key);
    return undefined;
  }
  const { moved } = read;
  const { named, posts, overrides, duties, left } = moved;
  tell('move-in.facts', { people: named, posts: posts.length, overrides });
  if (duties.shared > 0) tell('move-in.shared', { count: duties.shared });
  for (const { what, name } of left) tell(`move-in.left.${what}`, { name });
  if (dry) return duties.book;
  const added = await addSchedulePosts(app, { key, posts, actor });
  if (added.ok) tell('move-in.posts-added', { count: added.added });
  return duties.book;
}
