/** The commands for machines, typed as one types them: tokens, web hooks, busy calendars. */

import { describe, expect, it } from 'vitest';
import { sampleCase } from '../sample-case.ts';
import { loadedFile } from '../store/loaded-file.ts';
import { rota } from './rota.ts';

async function database(): Promise<Record<string, string>> {
  return { ROTA_DB: (await loadedFile(sampleCase('unit-small'))).path };
}

describe('rota', () => {
  it.each(['api-token', 'web-hook', 'busy-calendar'])('explains %s in both languages', async (name) => {
    const [vi, en] = await Promise.all([rota([name, '--help']), rota([name, '--help', '--lang', 'en'])]);
    expect([vi.code, en.code]).toEqual([0, 0]);
    expect(vi.out).not.toBe(en.out);
    for (const { out } of [vi, en]) expect(out).not.toMatch(/cli\.[a-z]/);
  });

  it('makes a token once, lists it without it, and revokes it', async () => {
    const env = await database();
    const made = await rota(['api-token', '--name', 'Zabbix', '--json'], { env });
    const { id, token } = JSON.parse(made.out) as { id: string; token: string };
    expect(token).toMatch(/^[\w-]{43}$/);
    const listed = await rota(['api-token'], { env });
    expect(listed.out).toBe(`${id}  Zabbix\n`);
    expect((await rota(['api-token', '--revoke', id], { env })).out).toBe('');
    const again = await rota(['api-token', '--revoke', id], { env });
    expect([again.code === 0, again.err.includes(id)]).toEqual([false, true]);
  });

  it('adds a web hook with its secret, and ends it', async () => {
    const env = await database();
    const added = await rota(['web-hook', '--add', 'https://hooks.example/rota', '--json'], { env });
    const { id, secret } = JSON.parse(added.out) as { id: string; secret: string };
    expect(secret).toMatch(/^whsec_/);
    expect((await rota(['web-hook'], { env })).out).toBe(`${id}  https://hooks.example/rota  –\n`);
    expect((await rota(['web-hook', '--end', id], { env })).out).toBe('');
  });

  it('refuses an address that is none, in words', async () => {
    const env = await database();
    const [member] = sampleCase('unit-small').staff;
    const ran = await rota(['busy-calendar', '--staff', member?.id ?? '', '--set', 'file:///x'], { env });
    expect(ran.code).not.toBe(0);
    expect(ran.err).toContain('https://');
  });
});
