/** `rota account` by the built program: who there is, and the way back in. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setPasswordByLink } from '../../src/app/access/accept-invitation.ts';
import { signIn } from '../../src/app/access/sign-in.ts';
import { saveTotpSecret } from '../../src/store/account-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { CLIENT, OPERATOR, operator, PASSWORD } from '../app/access/people.ts';
import { sampleHolidays } from '../sample-case.ts';
import { rota, SAMPLES, temporaryFolder } from './rota.ts';

const LATER = 'sáu con mèo nằm 9 cái chiếu';

async function house() {
  const cwd = temporaryFolder();
  const env = { ROTA_DB: join(cwd, 'rota.db'), ROTA_URL: 'https://truc.lamgiang.example' };
  await rota(['load', join(SAMPLES, 'unit-small')], { cwd, env });
  const call = (...words: string[]) => rota(['account', ...words, '--lang', 'en'], { cwd, env });
  const withApp = async <T>(use: (app: Awaited<ReturnType<typeof openApp>>) => Promise<T>): Promise<T> => {
    const app = await openApp(env.ROTA_DB, sampleHolidays());
    try {
      return await use(app);
    } finally {
      await app.close();
    }
  };
  return { call, withApp };
}

describe('rota account', () => {
  it('lists accounts, and lets an operator back in who lost password and phone', async () => {
    const { call, withApp } = await house();
    expect((await call('list')).out).toContain('There is no account yet');
    await withApp(async (app) => {
      const { account } = await operator(app);
      await saveTotpSecret(app.db, account.id, 'sealed with a key that is gone');
    });
    const listed = await call('list');
    expect(listed.out).toMatch(/^ha@lamgiang\.example {2}Vũ Thanh Hà · operator · two steps$/m);

    const reset = await call('reset', OPERATOR.signInName);
    const token = /https:\/\/truc\.lamgiang\.example\/join\/([\w-]{43})/.exec(reset.out)?.[1] ?? '';
    expect(token).toHaveLength(43);
    await withApp(async (app) => {
      const coming = { signInName: OPERATOR.signInName, client: CLIENT };
      expect(await signIn(app, { ...coming, password: PASSWORD })).toMatchObject({ refusal: 'wrong' });
      expect(await setPasswordByLink(app, token, { password: LATER })).toMatchObject({ done: true });
      expect(await signIn(app, { ...coming, password: LATER })).toMatchObject({ signedIn: true });
      await expect(setPasswordByLink(app, token, { password: LATER })).rejects.toThrow();
    });
  });

  it('refuses what it does not know, and to shut out the last operator', async () => {
    const { call, withApp } = await house();
    await withApp(operator);
    const refused = [
      await call('delete', OPERATOR.signInName),
      await call('reset'),
      await call('reset', 'nobody@lamgiang.example'),
      await call('disable', OPERATOR.signInName),
    ];
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    const told = refused.map(({ err }) => err).join('\n');
    for (const word of [
      'list, reset, disable',
      'sign-in name is missing',
      'nobody@lamgiang.example',
      'last operator',
    ])
      expect(told).toContain(word);
    expect((await call('enable', OPERATOR.signInName)).code).toBe(0);
  });
});
