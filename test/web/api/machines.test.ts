/** Tokens of the API and web hooks by their page, and the API's own page, whose samples are run. */

import { describe, expect, it } from 'vitest';
import { signedHeaders } from '../../../src/app/machines/deliver-messages.ts';
import { listApiTokens } from '../../../src/app/machines/list-api-tokens.ts';
import { listWebHooks } from '../../../src/app/machines/list-web-hooks.ts';
import { openApiToken } from '../../../src/app/machines/open-api-token.ts';
import { type Language, translate } from '../../../src/i18n/translate.ts';
import { insertMessage } from '../../../src/store/web-hook-store.ts';
import { openApiDocument } from '../../../src/web/api/openapi.ts';
import { makingSite } from '../draft/making-site.ts';

async function setting() {
  const work = await makingSite();
  const path = `/units/${work.key.unitId}/machines`;
  return { ...work, path, page: async () => (await work.get(path)).text };
}

describe('a token of the API', () => {
  it('made on the page is told once, opens the API, and is revoked there', async () => {
    const { app, key, post, path, page } = await setting();
    const made = await post(`${path}/tokens`, { name: ' Zabbix ' });
    const token = /<code id="secret"[^>]*>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? '';
    expect((await openApiToken(app, { token, client: 'curl/8.5' }))?.id).toBe(key.unitId);
    const listed = await page();
    expect(listed).toContain('Zabbix');
    expect(listed).toContain('curl, trong giờ qua');
    expect(listed).not.toContain(token);
    const [access] = await listApiTokens(app, key.unitId);
    const revoked = await post(`${path}/tokens/${access?.id}/revoke`, {});
    expect([revoked.status, revoked.location]).toEqual([303, path]);
    expect(await openApiToken(app, { token, client: '' })).toBeUndefined();
    expect(await page()).not.toContain('curl, trong');
  });

  it('for nothing in particular is not made', async () => {
    const { app, key, post, path } = await setting();
    const refused = await post(`${path}/tokens`, { name: '  ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hãy ghi khóa dùng cho phần mềm nào.');
    expect(await listApiTokens(app, key.unitId)).toEqual([]);
    expect((await post(`${path}/tokens/none/revoke`, {})).status).toBe(404);
  });
});

describe('a web hook', () => {
  it('added on the page tells its secret once and ends there', async () => {
    const { app, key, post, path, page } = await setting();
    const made = await post(`${path}/hooks`, { address: 'https://chat.example/hooks/1' });
    expect(made.text).toMatch(/whsec_[A-Za-z0-9+/=&#x;D]{40,}/);
    expect(await page()).toContain('https://chat.example/hooks/1');
    expect(await page()).not.toContain('whsec_');
    const [hook] = await listWebHooks(app, key.unitId);
    expect((await post(`${path}/hooks/${hook?.id}/end`, {})).status).toBe(303);
    expect(await page()).not.toContain('chat.example');
  });

  it('of no web address is refused beside what was typed', async () => {
    const { post, path } = await setting();
    const refused = await post(`${path}/hooks`, { address: 'ftp://chat.example' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="ftp://chat.example"');
    expect(refused.text).toContain('Địa chỉ phải bắt đầu bằng https://');
  });

  interface Told {
    readonly attempts: number;
    readonly outcome?: string;
    readonly nextAt?: true;
    readonly deliveredAt?: true;
  }

  it.each<[Told, string]>([
    [{ attempts: 0, nextAt: true }, 'Đang chờ gửi.'],
    [{ attempts: 1, deliveredAt: true, outcome: '204' }, 'Tin gần nhất đã nhận lúc 08:00 ngày 20/01/2027.'],
    [{ attempts: 2, nextAt: true, outcome: '500' }, 'Chưa gửi được sau 2 lần: 500. Gửi lại lúc 08:00'],
    [{ attempts: 8, outcome: 'outbound.timeout' }, 'sau 8 lần: chat.example trả lời quá lâu.'],
  ])('says what became of the last message: %j', async ({ nextAt, deliveredAt, ...rest }, words) => {
    const { app, key, post, path, page } = await setting();
    await post(`${path}/hooks`, { address: 'https://chat.example/hooks/1' });
    const [hook] = await listWebHooks(app, key.unitId);
    const at = app.clock();
    await insertMessage(app.db, {
      id: 'm',
      hookId: hook?.id ?? '',
      body: '{}',
      createdAt: at,
      ...rest,
      ...(nextAt ? { nextAt: at } : {}),
      ...(deliveredAt ? { deliveredAt: at } : {}),
    });
    expect(await page()).toContain(words);
  });
});

describe('the page of the API', () => {
  it.each(['vi', 'en'] as const)(
    'tells in %s every operation, parameter and field of the document',
    async (language) => {
      const { site } = await setting();
      const answer = await fetch(`${site.url}/api?lang=${language}`);
      const text = await answer.text();
      const document = openApiDocument('http://127.0.0.1:8027', language satisfies Language);
      for (const [path, { get, post }] of Object.entries(document.paths)) {
        expect(text).toContain(`${get ? 'GET' : 'POST'} /api/v1${path}`);
        expect(text).toContain((get ?? post)?.summary);
        for (const { name, description } of (get ?? post)?.parameters ?? []) {
          expect(text).toContain(`<code>${name}</code>`);
          expect(text).toContain(description);
        }
      }
      for (const [name, schema] of Object.entries(document.components.schemas)) {
        expect(text).toContain(`id="shape-${name}"`);
        for (const field of Object.keys(schema.properties as object))
          expect(text).toContain(`<code>${field}</code>`);
      }
      expect(text).not.toMatch(/undefined|\[object/);
      expect(text).not.toMatch(/>api-page\.|>api\./);
    },
  );

  it('shows a way to check signatures that holds', async () => {
    const sample = `${translate('vi', 'api-page.sample.verify')}\nexport { isOurs };`;
    const { isOurs } = (await import(`data:text/javascript,${encodeURIComponent(sample)}`)) as {
      isOurs(headers: object, body: string, secret: string): boolean;
    };
    const secret = new Uint8Array(32).fill(9);
    const [id, body] = ['msg_1', '{"type":"version.published"}'];
    const now = Date.UTC(2027, 0, 25) as Parameters<typeof signedHeaders>[2];
    const headers = signedHeaders({ id, body }, secret, now);
    const told = `whsec_${Buffer.from(secret).toString('base64')}`;
    expect(isOurs(headers, body, told)).toBe(true);
    expect(isOurs(headers, `${body} `, told)).toBe(false);
    expect(isOurs({ ...headers, 'webhook-id': 'msg_2' }, body, told)).toBe(false);
  });

  it('shows a Zabbix script that finds the first phone, and throws what a refusal says', () => {
    const script = new Function('value', 'HttpRequest', translate('vi', 'api-page.sample.zabbix'));
    const run = (status: number, answer: object): unknown =>
      script(
        JSON.stringify({ url: 'https://truc.example', token: 't' }),
        class {
          addHeader(header: string): void {
            expect(header).toBe('Authorization: Bearer t');
          }
          get(address: string): string {
            expect(address).toBe('https://truc.example/api/v1/escalation');
            return JSON.stringify(answer);
          }
          getStatus(): number {
            return status;
          }
        },
      );
    expect(run(200, { calls: [{ phone: null }, { phone: '0900 000 001' }] })).toBe('0900 000 001');
    expect(run(200, { calls: [{ phone: null }], lastResort: '0900 000 114' })).toBe('0900 000 114');
    expect(() => run(200, { calls: [{ phone: null }], lastResort: null })).toThrow('nobody on duty');
    expect(() => run(401, { detail: 'no' })).toThrow('no');
  });
});
