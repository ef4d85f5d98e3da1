/** Kill -9 between a publishing and its mails, at moments drawn from a seed: no notice may be lost, and none go out under two keys. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createRandom } from '../../src/kernel/random.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { SmtpSite } from '../app/notices/smtp-site.ts';
import { bundled } from '../bundled.ts';

const LONGEST_WORK_MS = 400;

export interface NoticeCrashes {
  readonly kills: number;
  /** Notices with a way out of the application. */
  readonly queued: number;
  readonly mails: number;
  /** Different keys among the mails. */
  readonly keys: number;
  /** Of queued notices, those no mail came of. */
  readonly lost: readonly string[];
}

/** @param database loaded, nothing published, every one of its staff with a mail address. */
export async function crashNotices(
  {
    database,
    unitId,
    periodId,
  }: { readonly database: string; readonly unitId: string; readonly periodId: string },
  { port, mails }: SmtpSite,
  { kills, seed }: { readonly kills: number; readonly seed: number },
): Promise<NoticeCrashes> {
  const random = createRandom(seed);
  const worker = await bundled(join(import.meta.dirname, 'notices-worker.ts'));
  const start = (work: string) =>
    fork(worker, [database, unitId, periodId, String(port), work], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  for (let i = 0; i < kills; i++) {
    const child = start('publish');
    await once(child, 'message');
    await new Promise((resolve) => setTimeout(resolve, random.below(LONGEST_WORK_MS)));
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  const last = start('send');
  const [code] = await once(last, 'exit');
  if (code !== 0) throw new Error('what was left could not be sent');
  const db = await openDatabase(database);
  const rows = await db.selectFrom('notice_delivery').select(['id', 'number', 'sent_at']).execute();
  const notices = await db.selectFrom('notice').select('number').execute();
  await db.destroy();
  const keys = new Set(mails.map(({ source }) => /^Message-ID: <(.*)@/im.exec(source)?.[1] ?? ''));
  const queued = rows.map(({ id, number }) => `${id}.${number}`);
  return {
    kills,
    queued: notices.length,
    mails: mails.length,
    keys: keys.size,
    lost: [
      ...queued.filter((each) => !keys.has(each)),
      ...rows.filter(({ sent_at }) => sent_at === null).map(({ id }) => id),
    ],
  };
}
