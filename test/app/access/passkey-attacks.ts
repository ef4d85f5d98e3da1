/** What somebody without the key, or with another's, may send in its place: none of it opens a session. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changePassword } from '../../../src/app/access/change-password.ts';
import { disableAccount } from '../../../src/app/access/edit-accounts.ts';
import { addPasskey, proposePasskey, removeOwnPasskey } from '../../../src/app/access/passkeys.ts';
import { hashPassword } from '../../../src/app/access/password-hash.ts';
import type { App } from '../../../src/app/app.ts';
import { newId } from '../../../src/app/secret-token.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import type { Visitor } from '../../../src/domain/account.ts';
import { insertAccount } from '../../../src/store/account-store.ts';
import { openApp } from '../../../src/wiring/open-app.ts';
import type { Attack } from '../../attack/attack.ts';
import { keptEmpty } from '../../store/engine.ts';
import { Authenticator, type Lies } from './authenticator.ts';
import { any, enterWith, RELYING, SITE, second, withPasskey } from './passkey-house.ts';
import { operator, PASSWORD, signedIn } from './people.ts';

const MINUTE = 60_000;

interface Scene {
  readonly app: App;
  readonly host: Visitor;
  readonly key: Authenticator;
  /** Another account's key. */
  readonly guest: Visitor;
  readonly other: Authenticator;
  wait(ms: number): void;
}

/** Of no test runner: `npm run test:attack` runs these as well. */
async function within<T>(use: (scene: Scene) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-attack-'));
  const beside = join(folder, 'rota.db');
  const opened = await openApp(await (await keptEmpty()).place(beside), { files: [] }, { beside });
  try {
    let now = opened.clock();
    const app: App = { ...opened, clock: () => now, passwordCost: { logN: 4, r: 1, p: 1 } };
    const host = await operator(app);
    const guest = await another(app);
    const { key } = await withPasskey(app, host);
    const { key: other } = await withPasskey(app, guest);
    const wait = (ms: number): void => {
      now = (now + ms) as Instant;
    };
    return await use({ app, host, key, guest, other, wait });
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function another(app: App): Promise<Visitor> {
  const signInName = 'an@lamgiang.example';
  const account = { id: newId(app), signInName, name: 'An', language: 'vi', operator: true } as const;
  await insertAccount(app.db, { ...account, createdAt: app.clock() }, await hashPassword(app, PASSWORD));
  return signedIn(app, signInName);
}

/** Undefined where nobody came in. */
type Try = (scene: Scene) => Promise<unknown>;

const lying =
  (lies: Lies): Try =>
  async ({ app, host, key }) => {
    const asked = await second(app, host.account.id);
    return enterWith(app, asked, key.get(asked.options, lies));
  };

const TRIES: Readonly<Record<string, Try>> = {
  'an answer that was given before, by a key that counts nothing': async ({ app, host }) => {
    const { key } = await withPasskey(app, host, '', 0);
    const asked = await second(app, host.account.id);
    const answer = key.get(asked.options, { counter: 0 });
    if (!(await enterWith(app, asked, answer))) return 'the first one must be good';
    return enterWith(app, asked, answer);
  },
  'an answer twice at once': async ({ app, host }) => {
    const { key } = await withPasskey(app, host, '', 0);
    const asked = await second(app, host.account.id);
    const answer = key.get(asked.options, { counter: 0 });
    const both = await Promise.all([enterWith(app, asked, answer), enterWith(app, asked, answer)]);
    return both.filter(Boolean).length === 1 ? undefined : both;
  },
  'an answer to another challenge': async ({ app, host, key }) => {
    const [asked, before] = [await second(app, host.account.id), await second(app, host.account.id)];
    return enterWith(app, asked, key.get(before.options));
  },
  'an answer for another site': lying({ origin: 'https://truc.lamgiang.example.evil.example' }),
  'an answer for the site without TLS': lying({ origin: 'http://truc.lamgiang.example' }),
  'an answer for another relying party': lying({ rpId: 'evil.example' }),
  'an answer of another kind': lying({ type: 'webauthn.create' }),
  'a counter that goes back': async ({ app, host, key }) => {
    const first = await second(app, host.account.id);
    if (!(await enterWith(app, first, key.get(first.options, { counter: 9 }))))
      return 'the first must be good';
    const asked = await second(app, host.account.id);
    return enterWith(app, asked, key.get(asked.options, { counter: 9 }));
  },
  "someone else's key for this account": async ({ app, host, other }) => {
    const asked = await second(app, host.account.id);
    return enterWith(app, asked, other.get(asked.options));
  },
  'the right id signed by another key': async ({ app, host, key, other }) => {
    const asked = await second(app, host.account.id);
    return enterWith(app, asked, key.get(asked.options, { signedBy: other }));
  },
  'a key that nobody has added': async ({ app }) => {
    const asked = await any(app);
    return enterWith(app, asked, new Authenticator(RELYING).get(asked.options));
  },
  'a key alone that asked for no finger': async ({ app, key }) => {
    const asked = await any(app);
    return enterWith(app, asked, key.get(asked.options, { verified: false }));
  },
  'a key that was taken off': async ({ app, host, key }) => {
    const asked = await second(app, host.account.id);
    await removeOwnPasskey(app, host, key.id);
    return enterWith(app, asked, key.get(asked.options));
  },
  'a key of an account that was shut out': async ({ app, host, guest, other }) => {
    const asked = await any(app);
    await disableAccount(app, host, guest.account.id);
    return enterWith(app, asked, other.get(asked.options));
  },
  'the second step after the password was changed': async ({ app, host, key }) => {
    const asked = await second(app, host.account.id);
    await changePassword(app, host, { currentPassword: PASSWORD, password: 'sáu con mèo nằm 9 cái chiếu' });
    return enterWith(app, asked, key.get(asked.options));
  },
  'an answer too late': async ({ app, host, key, wait }) => {
    const asked = await second(app, host.account.id);
    wait(11 * MINUTE);
    return enterWith(app, asked, key.get(asked.options));
  },
  'a question that nobody asked': async ({ app, key }) =>
    enterWith(app, { sealed: 'x'.repeat(300) }, key.get({ challenge: 'eA' })),
  'the question for a new key, answered to come in': async ({ app, host, key }) => {
    const asked = await proposePasskey(app, host, SITE);
    return enterWith(app, asked, key.get(asked.options));
  },
  'no JSON, no text, far too much': async ({ app }) => {
    const asked = await any(app);
    const texts = ['', 'null', '{}', '[]', '{"id":1}', '"', `"${'x'.repeat(100_000)}"`];
    return (await Promise.all(texts.map((text) => enterWith(app, asked, text)))).find(Boolean);
  },
  "a new key by the question of somebody else's session": async ({ app, host, guest }) => {
    const { options, sealed } = await proposePasskey(app, host, SITE);
    const answer = new Authenticator(RELYING).create(options);
    return addPasskey(app, guest, { site: SITE, sealed, answer, name: '' });
  },
  'a new key made for another site': async ({ app, host }) => {
    const { options, sealed } = await proposePasskey(app, host, SITE);
    const answer = new Authenticator(RELYING).create(options, { origin: 'https://evil.example' });
    return addPasskey(app, host, { site: SITE, sealed, answer, name: '' });
  },
  'the key of one account added to another': async ({ app, guest, key }) => {
    const { options, sealed } = await proposePasskey(app, guest, SITE);
    return addPasskey(app, guest, { site: SITE, sealed, answer: key.create(options), name: '' });
  },
};

export const PASSKEY_ATTACKS: readonly Attack[] = Object.entries(TRIES).map(([name, attempt]) => ({
  name,
  short: true,
  async run() {
    const came = await within(attempt);
    return came === undefined ? undefined : `came in: ${JSON.stringify(came).slice(0, 200)}`;
  },
}));
