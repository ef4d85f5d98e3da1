/** Alerts over HTTP: what is refused; and the real Alertmanager, which fires, says it again, has the next one told and resolves. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAlerts, readPastAlerts, setAlerts } from '../../../src/app/alerts/read-alerts.ts';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { listLog } from '../../../src/store/log-store.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { published, seat } from '../../app/sample-app.ts';
import { describeWith, pathOf } from '../../programs.ts';
import { type Beside, beside } from '../site/beside.ts';

async function setting(
  given: Parameters<typeof beside>[0] = {},
): Promise<Beside & { readonly token: string; readonly to: string }> {
  const found = await beside(given);
  const { app, key, url } = found;
  const watch = { ...STANDARD_WATCH, parts: new Set(['log', 'alerts'] as const) };
  await saveWatch(app, { unitId: key.unitId, setting: watch, actor: 'cli' });
  const { token } = await issueApiToken(app, {
    unitId: key.unitId,
    name: 'Zabbix',
    may: 'alert',
    actor: 'cli',
  });
  return { ...found, token, to: `${url}/api/v1/alerts` };
}

describe('POST /api/v1/alerts', () => {
  it('takes JSON of whoever has a token for it, and says what is wrong otherwise', async () => {
    const { app, key, token, to } = await setting();
    const post = async (body: string, bearer = token, method = 'POST') => {
      const sent = method === 'POST' ? { body } : {};
      const answer = await fetch(to, { method, headers: { Authorization: `Bearer ${bearer}` }, ...sent });
      return { status: answer.status, json: (await answer.json()) as { code?: string; opened?: number } };
    };
    const { token: reading } = await issueApiToken(app, { unitId: key.unitId, name: 'x', actor: 'cli' });
    const good = JSON.stringify({ alerts: [{ key: 'a', title: 'Ổ đĩa đầy' }] });
    expect(await post(good)).toMatchObject({ status: 200, json: { opened: 1 } });
    expect(await post(good, reading)).toMatchObject({
      status: 401,
      json: { code: 'api.refused.alert-token' },
    });
    expect(await post('{')).toMatchObject({ status: 400, json: { code: 'api.refused.alert-body' } });
    expect(await post('x'.repeat(300_000))).toMatchObject({ status: 413 });
    expect(await post('', token, 'GET')).toMatchObject({ status: 405 });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

/** The program with the recipe itself, this server's address and token, and in more of a hurry; answers its own address. */
async function alertmanager({ token, to }: { readonly token: string; readonly to: string }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
  const port = await freePort();
  const recipe = readFileSync(join(ROOT, 'data/recipes/alertmanager.yml'), 'utf8');
  const config = recipe
    .replace(/url: \S+/, `url: ${to}`)
    .replace(/credentials_file: \S+/, `credentials_file: ${join(folder, 'token')}`)
    .replace(/group_wait: \S+/, 'group_wait: 0s')
    .replace(/(group|repeat)_interval: \S+/g, '$1_interval: 1s');
  writeFileSync(join(folder, 'token'), token);
  writeFileSync(join(folder, 'config.yml'), config);
  const program = spawn(
    pathOf('prometheus-alertmanager') ?? '',
    [
      `--config.file=${join(folder, 'config.yml')}`,
      `--storage.path=${folder}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    { stdio: 'ignore' },
  );
  onTestFinished(async () => {
    const ended = once(program, 'close');
    program.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const api = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${api}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp).toBe(true);
  return api;
}

/** As Prometheus tells it; with `endsAt` in the past, that it is over. */
async function say(api: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const alert = {
    labels: { alertname: 'DiskFull', severity: 'critical', system: 'Thư điện tử' },
    annotations: { summary: 'Ổ đĩa máy thư 91 %' },
    ...more,
  };
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${api}/api/v2/alerts`, {
    method: 'POST',
    headers,
    body: JSON.stringify([alert]),
  });
  expect(answer.status).toBe(200);
}

const over = (): Readonly<Record<string, string>> => ({ endsAt: new Date(Date.now() - 1000).toISOString() });

describeWith(['prometheus-alertmanager'], 'Alertmanager itself', () => {
  it('fires and resolves: one line, one resolve', async () => {
    const made = await setting();
    const { app, key } = made;
    const { unitId } = key;
    const api = await alertmanager(made);
    await say(api);
    const times = async () =>
      (await readAlerts(app, unitId)).open.map(({ alert }) => Math.min(alert.times, 2));
    await expect.poll(times).toEqual([2]);
    await say(api, over());
    await expect.poll(async () => (await readPastAlerts(app, unitId)).length).toBe(1);
    const lines = await listLog(app.db, { unitId }, 10);
    expect(lines.map(({ words, facts }) => [words, facts.state])).toEqual([
      ['Alertmanager: Ổ đĩa máy thư 91 %', 'resolved'],
      ['Alertmanager: Ổ đĩa máy thư 91 %', 'firing'],
    ]);
    expect(lines[0]?.system).toBe('Thư điện tử');
  });

  it('goes by the server to the next in the call order while nobody takes it', async () => {
    let ahead = 0;
    const made = await setting({ clock: () => (Date.now() + ahead) as Instant });
    const { app, key, plan } = made;
    const { unitId } = key;
    await published(app, key, [seat(plan, 0, 0), seat(plan, 0, 1, 1)]);
    await setAlerts(app, { unitId, nextMinutes: 10, silentMinutes: 60, actor: 'cli' });
    ahead = (plan.shifts[0]?.span.start ?? 0) + 60_000 - Date.now();
    const api = await alertmanager(made);
    await say(api);
    const told = async () =>
      (await readAlerts(app, unitId)).open.map(({ alert }) => alert.told.map(({ staffId }) => staffId));
    const [first, second] = plan.staff.map(({ id }) => id);
    await expect.poll(told).toEqual([[first]]);
    ahead += 10 * 60_000;
    await expect.poll(told).toEqual([[first, second]]);
    // Each has it in their list of notices, once, and it is still one line of the log.
    const notices = await app.db
      .selectFrom('notice')
      .select(['staff_id', 'kind'])
      .orderBy('number')
      .execute();
    expect(notices.filter(({ kind }) => kind === 'watch').map(({ staff_id }) => staff_id)).toEqual([
      first,
      second,
    ]);
    await say(api, over());
    await expect.poll(async () => (await readPastAlerts(app, unitId)).length).toBe(1);
    expect((await listLog(app.db, { unitId }, 10)).map(({ facts }) => facts.state)).toEqual([
      'resolved',
      'firing',
    ]);
  });
});
