/** ASVS 5.0 chapter 16: what is logged and how, what is told of failures, and that none lets anyone in. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addWebHook } from '../../src/app/machines/add-web-hook.ts';
import { deliverMessages } from '../../src/app/machines/deliver-messages.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import { openLog } from '../../src/wiring/log.ts';
import { loaded, publishing, seat } from '../app/sample-app.ts';
import { temporaryPath } from '../store/temporary-database.ts';
import { HOST, house, joined } from '../web/access/access-house.ts';
import { Browser } from '../web/access/access-site.ts';
import { appOf, ask, failing, openSite } from '../web/site/site.ts';

const ROOT = join(import.meta.dirname, '../..');

function written() {
  const lines: string[] = [];
  const log = openLog({ logLevel: 'debug' }, (line) => lines.push(line));
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the log', () => {
  it('16.2.1, 16.2.2, 16.2.4, 16.2.5: says when in UTC, where, who and what as JSON, and holds no secret', async () => {
    const { log, entries, lines } = written();
    const site = await openSite(appOf([]), { log });
    const secret = 'x'.repeat(43);
    await ask(site, `/periods/tet-2027?token=${secret}`, { Cookie: `session=${secret}` });
    await ask(site, `/join/${secret}`);
    await ask(site, `/feeds/${secret}.ics`, { Authorization: `Bearer ${secret}` });
    await site.close();
    expect(lines).toHaveLength(3);
    for (const entry of entries()) {
      expect(entry).toMatchObject({
        time: expect.stringMatching(/Z$/),
        requestId: 'A1B2C3',
        address: '127.0.0.1',
        method: 'GET',
        route: expect.stringMatching(/^\/[a-z]+\/:/),
        status: expect.any(Number),
      });
    }
    expect(lines.join('')).not.toContain(secret);
  });

  it('16.3.1, 16.3.2, 16.3.3: knows of every sign-in, refusal and form of elsewhere', async () => {
    const rooms = await house();
    const reader = await joined(rooms, 'reader');
    await new Browser(rooms.site).post('/sign-in', { ...HOST, password: 'sai' });
    await new Browser(rooms.site).post('/sign-in', HOST);
    const trail = await listAudit(rooms.app.db, { unitId: '' }, 20);
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['session.open', 'session.refuse']),
    );
    const opened = trail.find(({ action }) => action === 'session.open');
    expect(opened).toMatchObject({ details: { by: 'password' }, address: '127.0.0.1' });
    rooms.served.length = 0;
    await reader.get(`/periods/${rooms.key.periodId}/publish`);
    await reader.post('/sign-out', { token: 'x' });
    await reader.post('/sign-out', {}, { 'Sec-Fetch-Site': 'cross-site' });
    await expect.poll(() => rooms.served.length).toBe(3);
    expect(rooms.served.map(({ status, refusal }) => [status, refusal])).toEqual([
      [403, 'error.access.forbidden'],
      [403, 'access.failure.form-token'],
      [403, 'editor.failure.foreign-post'],
    ]);
    expect(rooms.served[0]?.account).toMatch(/^[\w-]{12}$/);
  });

  it('16.3.4, 16.5.1: has the whole of a failure, of which the reader is told a reference alone', async () => {
    const { log, entries } = written();
    const cause = new Error('SELECT secret FROM store at /srv/app.js');
    const site = await openSite(failing(cause), { log });
    const { status, body } = await ask(site, '/');
    await site.close();
    expect(status).toBe(500);
    expect(String(body)).not.toMatch(/SELECT|srv|Error|at \//);
    expect(String(body)).toContain('A1B2C3');
    expect(entries().find(({ event }) => event === 'failure')).toMatchObject({
      reference: 'A1B2C3',
      requestId: 'A1B2C3',
      error: { message: cause.message, stack: expect.stringContaining('logging.test.ts') },
    });
  });

  it('16.4.1: cannot be forged from outside', async () => {
    const { log, lines } = written();
    const site = await openSite(appOf([]), { log });
    await ask(site, '/periods/x%0A%7B%22level%22%3A%22fatal%22%7D', { 'User-Agent': '{"level":"fatal"}' });
    await site.close();
    for (const line of lines) expect(line.trimEnd()).not.toContain('\n');
    expect(lines.join('')).not.toContain('fatal');
  });

  it('16.4.2: the audit trail can be added to and not changed', async () => {
    const { app } = await house();
    await expect(sql`UPDATE audit_entry SET actor = 'x'`.execute(app.db)).rejects.toThrow();
    await expect(sql`DELETE FROM audit_entry`.execute(app.db)).rejects.toThrow();
    await expect(
      sql`INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry`.execute(app.db),
    ).rejects.toThrow();
  });
});

describe('failures', () => {
  it('16.5.2: of what is outside hold up nobody here', async () => {
    const { app, key, plan } = await loaded();
    await addWebHook(app, { unitId: key.unitId, address: 'https://hooks.example/', actor: 'cli' });
    expect((await publishing(app, key, [seat(plan, 0, 0)])).published).toBe(true);
    const down = () => Promise.reject(new AppError('unavailable', 'outbound.unreachable', { host: 'x' }));
    expect(await deliverMessages(app, down)).toBe(1);
    // Tried again, but not at once.
    expect(await deliverMessages(app, down)).toBe(0);
  });

  it('16.5.3: of the store let nobody in', async () => {
    const { app, host } = await house();
    await sql`ALTER TABLE membership RENAME TO gone`.execute(app.db);
    for (const path of ['/', '/account', '/audit']) expect((await host.get(path)).status, path).toBe(500);
    await sql`ALTER TABLE gone RENAME TO membership`.execute(app.db);
    expect((await host.get('/account')).status).toBe(200);
  });

  it('16.5.4: that nobody caught are logged, and end the program in order', async () => {
    const path = temporaryPath();
    const script = `const { write } = process.stdout;
      process.stdout.write = function (line, ...rest) {
        if (String(line).includes('listening')) setImmediate(() => { throw new Error('boom, password=hush'); });
        return write.call(this, line, ...rest);
      };
      await import(${JSON.stringify(join(ROOT, 'dist/main.js'))});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: dirname(path),
      env: { ...process.env, ROTA_DB: path, ROTA_PORT: '0' },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    const [code] = await once(child, 'close');
    const events = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; level: string });
    expect(code).toBe(3);
    expect(events.map(({ event }) => event)).toEqual([
      'listening',
      'uncaughtException',
      'stopping',
      'stopped',
    ]);
    expect(events[1]?.level).toBe('fatal');
    expect(out).toContain('boom');
    expect(out).not.toContain('hush');
  });
});
