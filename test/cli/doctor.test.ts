/** `rota doctor` on installations that are well, and on one with each thing wrong with it. */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { clockFinding, versionFinding } from '../../src/wiring/doctor/program.ts';
import { tlsFinding } from '../../src/wiring/doctor/reach.ts';
import { dumpName, SHIPPED } from '../store/ship.ts';
import { rota, SAMPLES, temporaryFolder } from './rota.ts';

interface Told {
  readonly about: string;
  readonly standing: string;
  readonly key: string;
  readonly words: string;
}

async function examined(cwd: string, env: Readonly<Record<string, string>>) {
  const { code, out } = await rota(['doctor', '--json'], { cwd, env });
  const found = JSON.parse(out) as Told[];
  expect(found.filter(({ words, key }) => words === key)).toEqual([]);
  return { code, found, of: (about: string) => found.filter((each) => each.about === about) };
}

async function installed() {
  const cwd = temporaryFolder();
  const env = { ROTA_DB: join(cwd, 'rota.db'), ROTA_BACKUPS: join(cwd, 'backups') };
  await rota(['load', join(SAMPLES, 'unit-small')], { cwd, env });
  await rota(['backup'], { cwd, env });
  return { cwd, env };
}

describe('rota doctor', () => {
  it('finds nothing wrong with an installation that is well, and says what could be better', async () => {
    const { cwd, env } = await installed();
    const { code, found } = await examined(cwd, env);
    expect(found.filter(({ standing }) => standing === 'fault')).toEqual([]);
    expect(code).toBe(0);
    expect(found.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'doctor.database.fine',
        'doctor.backup.same-disk',
        'doctor.address.none',
        'doctor.mail.none',
      ]),
    );
    const { out } = await rota(['doctor'], { cwd, env });
    expect(out).toContain('✓ Cơ sở dữ liệu nguyên vẹn');
    expect(out).toMatch(/Sai: 0\. Nên xem: \d+\. Tốt: \d+\.\n$/);
  });

  it('names a database that is missing, and makes none', async () => {
    const cwd = temporaryFolder();
    const env = { ROTA_DB: join(cwd, 'nowhere.db') };
    const { code, of } = await examined(cwd, env);
    expect([code, of('database').map(({ key }) => key)]).toEqual([1, ['doctor.database.missing']]);
    expect((await examined(cwd, env)).of('database').map(({ key }) => key)).toEqual([
      'doctor.database.missing',
    ]);
  });

  it('names one that is empty', async () => {
    const cwd = temporaryFolder();
    const env = { ROTA_DB: join(cwd, 'empty.db') };
    writeFileSync(env.ROTA_DB, '');
    const { code, of } = await examined(cwd, env);
    expect([code, of('database').map(({ key }) => key)]).toEqual([1, ['doctor.database.empty']]);
  });

  it('names one that is damaged, and files that others can read', async () => {
    const { cwd, env } = await installed();
    chmodSync(`${env.ROTA_DB}.key`, 0o644);
    const file = openSync(env.ROTA_DB, 'r+');
    for (let page = 3; page < 60; page++) writeSync(file, Buffer.alloc(2000, 7), 0, 2000, page * 4096 + 50);
    const { code, of } = await examined(cwd, env);
    expect([code, of('database')[0]?.key]).toEqual([1, 'error.database.damaged']);
    expect(of('mode').filter(({ standing }) => standing === 'fault')[0]?.words).toContain('chmod 600');
  });

  it('changes nothing: no key is made or taken for the right one, no schema brought up', async () => {
    const { cwd, env } = await installed();
    const key = `${env.ROTA_DB}.key`;
    const own = readFileSync(key);
    rmSync(key);
    const missing = await examined(cwd, env);
    expect([missing.code, missing.of('key')[0]?.key, existsSync(key)]).toEqual([
      1,
      'doctor.key.missing',
      false,
    ]);
    writeFileSync(key, `${'A'.repeat(43)}\n`, { mode: 0o600 });
    for (let twice = 0; twice < 2; twice++)
      expect((await examined(cwd, env)).of('key')[0]?.key).toBe('doctor.key.other');
    writeFileSync(key, own, { mode: 0o600 });
    expect((await examined(cwd, env)).of('key')[0]?.key).toBe('doctor.key.fine');

    const old = join(cwd, 'old.db');
    const file = new SqliteFile(old);
    file.exec(readFileSync(join(SHIPPED, dumpName(40)), 'utf8'));
    file.close();
    writeFileSync(`${old}.key`, own, { mode: 0o600 });
    for (let twice = 0; twice < 2; twice++)
      expect((await examined(cwd, { ...env, ROTA_DB: old })).of('database')[0]?.key).toBe(
        'doctor.database.older',
      );
  });

  it('names backups that are missing or old', async () => {
    const { cwd, env } = await installed();
    expect((await examined(cwd, { ...env, ROTA_BACKUPS: join(cwd, 'none') })).of('backup')[0]?.key).toBe(
      'doctor.backup.none',
    );
    const old = join(cwd, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'rota-20260901T000000Z.db'), '');
    const told = (await examined(cwd, { ...env, ROTA_BACKUPS: old })).of('backup')[0];
    expect(told?.key).toBe('doctor.backup.old');
  });

  it('names an address and a mail server that do not answer', async () => {
    const { cwd, env } = await installed();
    const nobody = createServer();
    await new Promise<void>((done) => nobody.listen(0, '127.0.0.1', () => done()));
    const { port } = nobody.address() as { port: number };
    await new Promise((done) => nobody.close(done));
    const { of } = await examined(cwd, {
      ...env,
      ROTA_URL: `http://lich-truc.invalid:${port}`,
      ROTA_SMTP: `smtp://127.0.0.1:${port}`,
      ROTA_SMTP_FROM: 'truc@x.example',
    });
    expect(of('address').map(({ key }) => key)).toEqual(['doctor.address.silent']);
    expect(of('tls').map(({ key }) => key)).toEqual(['doctor.tls.plain']);
    expect(of('mail').map(({ key }) => key)).toEqual(['doctor.mail.silent']);
  });

  it.each([
    [versionFinding('20.20.2'), 'fault'],
    [versionFinding('24.1.0'), 'fine'],
    [clockFinding(1_000_000, 1_200_000), 'fault'],
    [clockFinding(1_000_000, undefined), 'fine'],
    [tlsFinding(undefined, 0), 'fault'],
    [tlsFinding(-1, 0), 'fault'],
    [tlsFinding(10 * 86_400_000, 0), 'heed'],
    [tlsFinding(60 * 86_400_000, 0), 'fine'],
  ])('judges %j', (found, standing) => {
    expect(found.standing).toBe(standing);
  });
});
