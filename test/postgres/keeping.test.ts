/** What whoever keeps an installation on a server of PostgreSQL runs there: the doctor, and what follows on a backup brought back. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { revokeFeedToken } from '../../src/app/feeds/revoke-feed-token.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { listFeedLinks } from '../../src/store/feed-token-store.ts';
import { openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { ROOT } from '../../src/wiring/root.ts';
import { rota, SAMPLES, temporaryFolder } from '../cli/rota.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './server.ts';

const isAsked = process.env.ROTA_TEST_STORE?.startsWith('postgres') && postgresPrograms() !== undefined;

describe.skipIf(!isAsked)('an installation on a server of PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    // Of the tests; the program would take it for a misspelt setting.
    vi.stubEnv('ROTA_TEST_STORE', undefined);
    server = await startPostgres();
  });
  afterAll(() => {
    // The next file in this process asks for it.
    vi.unstubAllEnvs();
    return server.stop();
  });

  it('is looked over by the doctor, well and without its key', async () => {
    await server.create('seen');
    const cwd = temporaryFolder();
    const env = { ROTA_DB: server.urlOf('seen') };
    const look = async () => {
      const { out, err } = await rota(['doctor', '--json'], { cwd, env });
      expect(err).toBe('');
      return JSON.parse(out) as { readonly about: string; readonly standing: string; readonly key: string }[];
    };
    expect((await look()).filter(({ about }) => about === 'database')).toMatchObject([{ standing: 'fault' }]);
    expect((await rota(['load', join(SAMPLES, 'unit-small')], { cwd, env })).code).toBe(0);
    expect((await look()).map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'doctor.database.fine',
        'doctor.key.fine',
        'doctor.clock.fine',
        'doctor.backup.server',
      ]),
    );
    const elsewhere = { cwd: temporaryFolder(), env };
    const { out } = await rota(['doctor', '--json'], elsewhere);
    expect(out).toContain('doctor.key.missing');
  });

  it('ends again what was revoked after the backup that was brought back', async () => {
    await server.create('kept');
    const cwd = temporaryFolder();
    const url = server.urlOf('kept');
    const where = { cwd, env: { ROTA_DB: url } };
    expect((await rota(['load', join(SAMPLES, 'unit-small')], where)).code).toBe(0);
    const open = () => openApp(url, readHolidays(ROOT), { beside: join(cwd, 'var/rota') });
    const app = await open();
    const [unit] = await app.db.selectFrom('unit').select('id').execute();
    const unitId = unit?.id ?? '';
    const issue = async () =>
      (
        await issueFeedToken(app, {
          unitId,
          scope: { kind: 'unit' },
          options: DEFAULT_FEED_OPTIONS,
          actor: 'test',
        })
      ).link.id;
    const [ended, kept] = [await issue(), await issue()];
    const dump = join(cwd, 'dump');
    const run = (program: string, ...words: string[]) =>
      execFileSync(join(postgresPrograms() ?? '', program), words, { stdio: 'pipe' });
    run('pg_dump', '-Fc', '-f', dump, '-d', url);
    await revokeFeedToken(app, { unitId, linkId: ended, actor: 'test' });
    await app.close();
    run('pg_restore', '--clean', '--if-exists', '-d', url, dump);
    const told = await rota(['restore', '--revoked', '--json'], where);
    expect(JSON.parse(told.out)).toMatchObject({ listed: true, feeds: 1 });
    const again = await open();
    const links = await listFeedLinks(again.db, unitId);
    await again.close();
    expect(links.find(({ id }) => id === ended)?.revokedAt).toBeDefined();
    expect(links.find(({ id }) => id === kept)?.revokedAt).toBeUndefined();
    expect((await rota(['restore', 'FILE'], where)).code).not.toBe(0);
  });
});
