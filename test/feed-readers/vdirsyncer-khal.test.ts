/**
 * Two programs people really use: vdirsyncer subscribes to the running server and keeps a folder, khal shows it.
 */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { withdrawVersion } from '../../src/app/versions/withdraw-version.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { published, seat } from '../app/sample-app.ts';
import { describeWith } from '../programs.ts';
import { beside } from '../web/site/beside.ts';

const run = promisify(execFile);

/** A subscription to the address, and what khal then shows. */
function subscription(address: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rota-readers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const calendar = join(folder, 'calendar');
  mkdirSync(calendar);
  const syncer = join(folder, 'vdirsyncer.conf');
  writeFileSync(
    syncer,
    [
      ...['[general]', `status_path = "${folder}/status/"`],
      ...['[pair duty]', 'a = "here"', 'b = "there"', 'collections = null', 'conflict_resolution = "b wins"'],
      ...['[storage here]', 'type = "filesystem"', `path = "${calendar}"`, 'fileext = ".ics"'],
      ...['[storage there]', 'type = "http"', `url = "${address}"`, ''],
    ].join('\n'),
  );
  const khal = join(folder, 'khal.conf');
  writeFileSync(
    khal,
    [
      ...['[calendars]', '[[duty]]', `path = ${calendar}`, 'readonly = True'],
      ...['[sqlite]', `path = ${folder}/khal.db`],
      ...['[locale]', 'local_timezone = Asia/Ho_Chi_Minh', 'default_timezone = Asia/Ho_Chi_Minh'],
      ...['timeformat = %H:%M', 'dateformat = %Y-%m-%d', 'longdateformat = %Y-%m-%d'],
      ...['datetimeformat = %Y-%m-%d %H:%M', 'longdatetimeformat = %Y-%m-%d %H:%M', ''],
    ].join('\n'),
  );
  const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' };
  return {
    async sync(): Promise<void> {
      await run('vdirsyncer', ['-c', syncer, 'discover'], { env });
      await run('vdirsyncer', ['-c', syncer, 'sync'], { env });
    },
    /** `start | title`, a line an event of the day. */
    async list(day: string): Promise<string[]> {
      const format = '{start-long} | {title}';
      const args = ['-c', khal, 'list', '--day-format', '', '--format', format, day, '1d'];
      const { stdout } = await run('khal', args, { env });
      return stdout.split('\n').filter((line) => line !== '');
    },
  };
}

describeWith(['vdirsyncer', 'khal'], 'vdirsyncer and khal', () => {
  it('see the events, then the changes of version 2, then that all is withdrawn', async () => {
    const { app, key, plan, url } = await beside();
    const watch = plan.shifts.flatMap(({ postId }, i) => (postId === 'may-chu' ? [i] : []));
    const [morning = 0, afternoon = 0] = watch;
    await published(app, key, [seat(plan, morning, 0), seat(plan, afternoon, 1)]);
    const options = { ...DEFAULT_FEED_OPTIONS, title: 'short' } as const;
    const issuing = { unitId: key.unitId, scope: { kind: 'unit' } as const, options, actor: 'ha' };
    const { token } = await issueFeedToken(app, issuing);
    const reader = subscription(`${url}/feeds/${token}.ics`);
    const name = (index: number): string => plan.staff[index]?.name ?? '';
    const title = (person: number, shift: number): string =>
      `${name(person)} · Máy chủ · ${plan.shifts[shift]?.label}`;

    await reader.sync();
    expect(await reader.list('2027-02-04')).toEqual([
      `2027-02-04 06:00 | ${title(0, morning)}`,
      `2027-02-04 14:00 | ${title(1, afternoon)}`,
    ]);

    await published(app, key, [seat(plan, morning, 2)]);
    await reader.sync();
    expect(await reader.list('2027-02-04')).toEqual([
      `2027-02-04 06:00 | ${title(2, morning)}`,
      `2027-02-04 14:00 | ĐÃ HỦY – ${title(1, afternoon)}`,
    ]);

    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    await reader.sync();
    expect((await reader.list('2027-02-04')).every((line) => line.includes('ĐÃ HỦY'))).toBe(true);
  });
});
