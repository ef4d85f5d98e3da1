/** Passwords against the list of leaked ones, and what a unit asks beyond it. */

import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { joinWithNewAccount } from '../../../src/app/access/accept-invitation.ts';
import { changePassword } from '../../../src/app/access/change-password.ts';
import { invite } from '../../../src/app/access/invite.ts';
import { judgePassword } from '../../../src/app/access/judge-password.ts';
import { setUnitSecurity } from '../../../src/app/access/set-unit-security.ts';
import { loaded } from '../sample-app.ts';
import { member, operator, PASSWORD } from './people.ts';

async function refusalOf(password: string): Promise<string | undefined> {
  return (await judgePassword(password, { context: [] }))?.key;
}

describe('the list of leaked passwords', () => {
  it('has all of eight letters and more in the top 3,000 of zxcvbn', async () => {
    // The frequency list that guessing programs are measured by; of the tests alone.
    const lists: unknown = createRequire(import.meta.url)('zxcvbn/lib/frequency_lists.js');
    const { passwords } = z.object({ passwords: z.array(z.string()) }).parse(lists);
    const top = passwords.slice(0, 3000).filter(({ length }) => length >= 8);
    expect(top).toHaveLength(832);
    const passed: string[] = [];
    for (const each of top) if ((await refusalOf(each)) !== 'password.common') passed.push(each);
    expect(passed).toEqual([]);
  });

  it.each(['Blink182!', 'TRUSTNO1', '1sunshine99', '!blink182', '281knilb', 'p00hb3ar'])(
    '%s: is made of one, and refused',
    async (password) => expect(await refusalOf(password)).toBe('password.common'),
  );

  it.each([PASSWORD, 'kpzxwvqmrt', 'trâu cày đồng sâu', 'correct horse battery staple'])(
    '%s: is none',
    async (password) => expect(await refusalOf(password)).toBeUndefined(),
  );
});

describe('a unit that asks for long passwords', () => {
  it('gets them from who joins and who changes theirs without a second step', async () => {
    const { app, key } = await loaded();
    const { unitId } = key;
    const host = await operator(app);
    const guest = await member(app, host, 'an', { unitId, role: 'reader' });
    await setUnitSecurity(app, host, { unitId, longPasswords: true });
    const short = 'kpzxwvqmrt';
    const refused = { key: 'password.short', params: { least: 14 } };
    const change = { currentPassword: PASSWORD, password: short };
    expect(await changePassword(app, guest, change)).toMatchObject(refused);
    const { token } = await invite(app, host, { unitId, role: 'reader' });
    const form = { signInName: 'binh@lamgiang.example', name: 'Bình', language: 'vi' as const };
    expect(await joinWithNewAccount(app, token, { ...form, password: short })).toMatchObject(refused);
    const withStep = { ...guest, account: { ...guest.account, totp: true } };
    expect(await changePassword(app, withStep, change)).toMatchObject({ done: true });
    await expect(setUnitSecurity(app, guest, { unitId, longPasswords: false })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
