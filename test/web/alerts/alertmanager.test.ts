/** Alerts over HTTP: what is refused; and the real Alertmanager, which fires, says it again and resolves. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAlerts, readPastAlerts } from '../../../src/app/alerts/read-alerts.ts';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { listLog } from '../../../src/store/log-store.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { describeWith, pathOf } from '../../programs.ts';
import { type Beside, beside } from '../site/beside.ts';

async function setting(): Promise<Beside & { readonly token: string; readonly to: string }> {
  const found = await beside();
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

describeWith(['prometheus-alertmanager'], 'Alertmanager itself', () => {
  it('fires and resolves: one line, one resolve', { timeout: 60_000 }, async () => {
    const { app, key, token, to } = await setting();
    const folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
    const port = await freePort();
    // The recipe itself, with this server's address and token, and in more of a hurry.
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
    await expect.poll(isUp, { timeout: 20_000 }).toBe(true);
    const say = async (more: Record<string, string>) => {
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
    };
    const { unitId } = key;
    await say({});
    const times = async () =>
      (await readAlerts(app, unitId)).open.map(({ alert }) => Math.min(alert.times, 2));
    await expect.poll(times, { timeout: 20_000 }).toEqual([2]);
    await say({ endsAt: new Date(Date.now() - 1000).toISOString() });
    const over = async () => (await readPastAlerts(app, unitId)).length;
    await expect.poll(over, { timeout: 20_000 }).toBe(1);
    const lines = await listLog(app.db, { unitId }, 10);
    expect(lines.map(({ words, facts }) => [words, facts.state])).toEqual([
      ['Alertmanager: Ổ đĩa máy thư 91 %', 'resolved'],
      ['Alertmanager: Ổ đĩa máy thư 91 %', 'firing'],
    ]);
    expect(lines[0]?.system).toBe('Thư điện tử');
  });
});
