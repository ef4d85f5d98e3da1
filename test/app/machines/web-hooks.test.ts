/** Web hooks: signed, in the same transaction as the version, tried again with longer pauses, given up in the end. */

import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addWebHook } from '../../../src/app/machines/add-web-hook.ts';
import { deliverMessages } from '../../../src/app/machines/deliver-messages.ts';
import { endWebHook } from '../../../src/app/machines/end-web-hook.ts';
import { listWebHooks } from '../../../src/app/machines/list-web-hooks.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { createOutbound } from '../../../src/net/outbound.ts';
import { loaded, published, seat } from '../sample-app.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function receiver() {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { received, answers, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

async function setting() {
  const work = await loaded();
  const { app, key, plan } = work;
  const site = await receiver();
  const { hook, secret } = await addWebHook(app, { unitId: key.unitId, address: site.address, actor: 'ha' });
  const send = createOutbound({ privateAddresses: true });
  const messages = async () => (await listWebHooks(app, key.unitId))[0]?.messages ?? [];
  const publish = () => published(app, key, [seat(plan, 0, 0)]);
  return { ...work, ...site, hook, secret, send, messages, publish };
}

describe('a web hook', () => {
  it('is told of a version, signed as Standard Webhooks have it, without names or phones', async () => {
    const { app, key, plan, received, secret, send, publish, messages } = await setting();
    await publish();
    expect(await deliverMessages(app, send)).toBe(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual({
      type: 'version.published',
      timestamp: '2027-01-20T01:00:00.000Z',
      data: {
        unit: { id: key.unitId, name: plan.unit.name },
        period: { id: key.periodId, name: plan.period.name },
        version: 1,
        note: '',
      },
    });
    for (const { name, phone } of plan.staff) {
      expect(body).not.toContain(name);
      expect(body).not.toContain(phone);
    }
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', bytes).update(signed).digest('base64')}`,
    );
    expect(await messages()).toMatchObject([{ attempts: 1, outcome: '204' }]);
    expect(await deliverMessages(app, send)).toBe(0);
  });

  it('is told what a later version changes for whom, by codes', async () => {
    const { app, key, plan, received, send } = await setting();
    await published(app, key, [seat(plan, 0, 0)]);
    await published(app, key, [seat(plan, 0, 1)]);
    await deliverMessages(app, send);
    const bodies = received
      .map(({ body }) => JSON.parse(body))
      .toSorted((a, b) => a.data.version - b.data.version);
    const [shift] = plan.shifts;
    if (!shift) throw new Error('the sample has shifts');
    expect(bodies[0].data.changes).toBeUndefined();
    expect(bodies[1].data.changes).toEqual([
      {
        shift: {
          ...{ id: shift.id, label: shift.label },
          ...{ start: new Date(shift.span.start).toISOString(), end: new Date(shift.span.end).toISOString() },
        },
        post: { id: shift.postId, name: plan.posts.find(({ id }) => id === shift.postId)?.shortName },
        place: 0,
        from: plan.staff[0]?.id,
        to: plan.staff[1]?.id,
      },
    ]);
  });

  it('is told once by servers that look at the same moment', async () => {
    const { app, received, send, publish, messages } = await setting();
    await publish();
    const attempted = await Promise.all([1, 2, 3].map(() => deliverMessages(app, send)));
    expect(attempted.toSorted()).toEqual([0, 0, 1]);
    expect(received).toHaveLength(1);
    expect(await messages()).toMatchObject([{ attempts: 1, outcome: '204' }]);
  });

  it('is told by another where the server that took it up is gone', async () => {
    const { app, received, send, publish } = await setting();
    await publish();
    const gone = () => Promise.reject(new Error('killed'));
    await expect(deliverMessages(app, gone)).rejects.toThrow('killed');
    expect(await deliverMessages(app, send)).toBe(0);
    const later = { ...app, clock: () => (app.clock() + 121_000) as Instant };
    expect(await deliverMessages(later, send)).toBe(1);
    expect(received).toHaveLength(1);
  });

  it('is told of a withdrawal too', async () => {
    const { app, key, received, send, publish } = await setting();
    await publish();
    await withdrawVersion(app, { key, note: 'hoãn', actor: 'ha' });
    await deliverMessages(app, send);
    expect(received.map(({ body }) => JSON.parse(body).type).toSorted()).toEqual([
      'version.published',
      'version.withdrawn',
    ]);
  });

  it('keeps its secret sealed in the database', async () => {
    const { app, secret } = await setting();
    const rows = await app.db.selectFrom('web_hook').selectAll().execute();
    const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
    for (const form of [secret, bytes.toString('base64url'), bytes.toString('hex')]) {
      expect(JSON.stringify(rows)).not.toContain(form);
    }
  });

  it('is tried again after 10 s, a minute, five …, with the same id, until it takes the message', async () => {
    const { app, received, answers, send, publish, messages } = await setting();
    answers.push(500, 302);
    await publish();
    const attempts: number[] = [];
    for (const time of ['08:00', '08:00:09', '08:00:10', '08:01:09', '08:01:10']) {
      app.setClock(`2027-01-20T${time}`);
      attempts.push(await deliverMessages(app, send));
    }
    expect(attempts).toEqual([1, 0, 1, 0, 1]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await messages()).toMatchObject([{ attempts: 3, outcome: '204' }]);
    expect((await messages())[0]?.nextAt).toBeUndefined();
  });

  it('is given up after eight attempts, and at once when it says that it is gone', async () => {
    const { app, answers, send, publish, messages } = await setting();
    answers.push(...Array<number>(8).fill(503));
    await publish();
    let day = 20;
    for (let round = 0; round < 12; round++) {
      app.setClock(`2027-01-${day++}T08:00`);
      await deliverMessages(app, send);
    }
    expect(await messages()).toMatchObject([{ attempts: 8, outcome: '503' }]);
    answers.push(410);
    await publish();
    await deliverMessages(app, send);
    app.setClock('2027-02-05T08:00');
    expect(await deliverMessages(app, send)).toBe(0);
    expect((await messages())[0]).toMatchObject({ attempts: 1, outcome: '410' });
  });

  it('inside the own network is not called unless that is allowed', async () => {
    const { app, received, publish, messages } = await setting();
    await publish();
    await deliverMessages(app, createOutbound({ privateAddresses: false }));
    expect(received).toEqual([]);
    expect(await messages()).toMatchObject([{ attempts: 1, outcome: 'outbound.private' }]);
  });

  it('hears nothing more once it has ended, of what waits neither', async () => {
    const { app, key, hook, received, send, publish } = await setting();
    await publish();
    const ending = { unitId: key.unitId, hookId: hook.id, actor: 'ha' };
    await expect(endWebHook(app, { ...ending, unitId: 'other' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await endWebHook(app, ending);
    await publish();
    expect(await deliverMessages(app, send)).toBe(0);
    expect(received).toEqual([]);
    await expect(endWebHook(app, ending)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not told of what was not published: the message goes back with the version', async () => {
    const { app, key, messages } = await setting();
    await expect(withdrawVersion(app, { key, note: '', actor: 'ha' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await messages()).toEqual([]);
  });

  it.each(['ftp://x.example/', 'javascript:1', 'http://a:b@x.example/', ''])(
    'has no such address: %s',
    async (address) => {
      const { app, key } = await loaded();
      const adding = { unitId: key.unitId, address, actor: 'ha' };
      await expect(addWebHook(app, adding)).rejects.toMatchObject({ key: 'outbound.address' });
    },
  );
});
