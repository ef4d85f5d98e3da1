/** Authenticator apps: the RFC's own figures, and codes that are good once. */

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { countOwnRecoveryCodes, renewRecoveryCodes } from '../../../src/app/access/recovery-codes.ts';
import { seal, unseal } from '../../../src/app/access/secret-box.ts';
import { confirmTotp, dropTotp, proposeTotp } from '../../../src/app/access/set-up-totp.ts';
import { signIn } from '../../../src/app/access/sign-in.ts';
import { formatBase32, matchTotp, totpCode, totpStep } from '../../../src/app/access/totp.ts';
import type { App } from '../../../src/app/app.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { onSqlite } from '../../store/engine.ts';
import { temporaryDatabase } from '../../store/temporary-database.ts';
import { at, sampleApp } from '../sample-app.ts';
import { CLIENT, from, OPERATOR, operator, PASSWORD, signedIn } from './people.ts';

const SECRET = new TextEncoder().encode('12345678901234567890');

/** RFC 6238 appendix B, SHA-1. */
const RFC_6238 = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const;

/** RFC 4226 appendix D. */
const RFC_4226 = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
];

/** RFC 4648 section 10, without padding. */
const RFC_4648 = [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
] as const;

describe('codes', () => {
  it.each(RFC_6238)('at %i seconds is %s', (seconds, code) => {
    expect(totpCode(SECRET, totpStep((seconds * 1000) as Instant), 8)).toBe(code);
  });

  it('count as RFC 4226 counts', () => {
    expect(RFC_4226.map((_, counter) => totpCode(SECRET, counter))).toEqual(RFC_4226);
  });

  it.each(RFC_4648)('%j is spelt %s in base32', (text, base32) => {
    expect(formatBase32(new TextEncoder().encode(text))).toBe(base32);
  });

  it('are taken a step early and a step late, and no further', () => {
    const now = 1_234_567_890_000 as Instant;
    const step = totpStep(now);
    const matched = [-2, -1, 0, 1, 2].map((off) => matchTotp(SECRET, totpCode(SECRET, step + off), now));
    expect(matched).toEqual([[], [step - 1], [step], [step + 1], []]);
    expect(matchTotp(SECRET, ` ${totpCode(SECRET, step).replace(/...$/, ' $&')}`, now)).toEqual([step]);
    for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
      expect(matchTotp(SECRET, code, now)).toEqual([]);
    }
  });
});

describe('two-step sign-in', () => {
  const enter = { signInName: OPERATOR.signInName, password: PASSWORD, client: CLIENT };

  async function withApp() {
    const app = await sampleApp();
    const visitor = await operator(app);
    const { secret, address } = await proposeTotp(app, visitor);
    const bytes = decodeBase32(secret);
    const code = () => totpCode(bytes, totpStep(app.clock()));
    return { app, visitor, secret, address, code };
  }

  it('begins with a first right code and not before', async () => {
    const { app, visitor, address, secret, code } = await withApp();
    expect(address).toBe(
      `otpauth://totp/L%E1%BB%8Bch%20Tr%E1%BB%B1c:ha%40lamgiang.example?secret=${secret}&issuer=L%E1%BB%8Bch%20Tr%E1%BB%B1c&algorithm=SHA1&digits=6&period=30`,
    );
    expect(await signIn(app, enter)).toMatchObject({ signedIn: true });
    expect(await confirmTotp(app, visitor, '000000')).toBeUndefined();
    expect(await signIn(app, enter)).toMatchObject({ signedIn: true });
    expect(await confirmTotp(app, visitor, code())).toHaveLength(10);
    expect(await signIn(app, enter)).toMatchObject({ signedIn: false, refusal: 'code-wanted' });
  });

  it('takes each code once, even of two who come at the same moment', async () => {
    const { app, visitor, code } = await withApp();
    const first = code();
    await confirmTotp(app, visitor, first);
    expect(await signIn(app, { ...enter, code: first })).toMatchObject({ refusal: 'code-wrong' });
    app.setClock('2027-01-20T08:01');
    const twice = await Promise.all([
      signIn(app, { ...enter, code: code() }),
      signIn(app, { ...enter, code: code() }),
    ]);
    expect(twice.map(({ signedIn }) => signedIn).sort()).toEqual([false, true]);
  });

  it('counts wrong codes by themselves, and a right password without one takes nothing back', async () => {
    const { app, visitor, code } = await withApp();
    await confirmTotp(app, visitor, code());
    const guess = async (i: number) => {
      const here = from(app, `192.0.2.${i}`);
      expect(await signIn(here, enter)).toMatchObject({ refusal: 'code-wanted' });
      return signIn(here, { ...enter, code: '000000' });
    };
    for (let i = 0; i < 6; i++) expect(await guess(i)).toMatchObject({ refusal: 'code-wrong' });
    expect(await guess(7)).toMatchObject({ refusal: 'throttled' });
  });

  it('takes back, once signed in, what typing without a code had counted', async () => {
    const { app, visitor, code } = await withApp();
    await confirmTotp(app, visitor, code());
    for (let minute = 1; minute < 30; minute++) {
      app.setClock(`2027-01-20T08:${String(minute).padStart(2, '0')}`);
      expect(await signIn(app, enter)).toMatchObject({ refusal: 'code-wanted' });
      expect(await signIn(app, { ...enter, code: code() })).toMatchObject({ signedIn: true });
    }
  });

  it('takes a recovery code in place of the app’s, once, however it is typed', async () => {
    const { app, visitor, code } = await withApp();
    const [first = '', second = '', third = ''] = (await confirmTotp(app, visitor, code())) ?? [];
    expect(first).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const typed = first.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await signIn(app, { ...enter, code: typed })).toMatchObject({ signedIn: true });
    expect(await signIn(app, { ...enter, code: first })).toMatchObject({ refusal: 'code-wrong' });
    expect(await countOwnRecoveryCodes(app, visitor)).toBe(9);
    const twice = await Promise.all([
      signIn(app, { ...enter, code: second }),
      signIn(app, { ...enter, code: second }),
    ]);
    expect(twice.map(({ signedIn }) => signedIn).sort()).toEqual([false, true]);
    const renewed = await renewRecoveryCodes(app, visitor);
    expect(await signIn(app, { ...enter, code: third })).toMatchObject({ refusal: 'code-wrong' });
    expect(await signIn(app, { ...enter, code: renewed[0] ?? '' })).toMatchObject({ signedIn: true });
    const stored = JSON.stringify(await app.db.selectFrom('recovery_code').selectAll().execute());
    for (const each of renewed) expect(stored).not.toContain(each.replace('-', ''));
  });

  it('guesses at recovery codes count as codes do, and end with the second step', async () => {
    const { app, visitor, code } = await withApp();
    const codes = (await confirmTotp(app, visitor, code())) ?? [];
    for (let i = 0; i < 6; i++) await signIn(app, { ...enter, code: `AAAAA-AAAA${i}` });
    expect(await signIn(app, { ...enter, code: codes[0] ?? '' })).toMatchObject({ refusal: 'throttled' });
    await dropTotp(app, visitor);
    expect(await app.db.selectFrom('recovery_code').selectAll().execute()).toEqual([]);
    await expect(renewRecoveryCodes(app, visitor)).rejects.toMatchObject({ key: 'error.access.totp-none' });
  });

  it('goes on after the clock was a day ahead, and takes no code twice, of then or of now', async () => {
    const { app, visitor, code } = await withApp();
    await confirmTotp(app, visitor, code());
    app.setClock('2027-01-21T08:00');
    const ahead = code();
    expect(await signIn(app, { ...enter, code: ahead })).toMatchObject({ signedIn: true });
    app.setClock('2027-01-20T08:05');
    expect(await signIn(app, { ...enter, code: ahead })).toMatchObject({ refusal: 'code-wrong' });
    expect(await signIn(app, { ...enter, code: code() })).toMatchObject({ signedIn: true });
    app.setClock('2027-01-21T08:00');
    expect(await signIn(app, { ...enter, code: ahead })).toMatchObject({ refusal: 'code-wrong' });
  });

  it.skipIf(!onSqlite)('knows of a code that another process took from the same file', async () => {
    const { app, visitor, code } = await withApp();
    await confirmTotp(app, visitor, code());
    app.setClock('2027-01-20T08:01');
    const beside = { ...app, db: await temporaryDatabase(await pathOf(app)) };
    expect(await signIn(beside, { ...enter, code: code() })).toMatchObject({ signedIn: true });
    expect(await signIn(app, { ...enter, code: code() })).toMatchObject({ refusal: 'code-wrong' });
  });

  it('is turned off by whoever has just given the password', async () => {
    const { app, visitor, code } = await withApp();
    await confirmTotp(app, visitor, code());
    app.setClock('2027-01-20T08:30');
    await expect(dropTotp(app, visitor)).rejects.toMatchObject({ key: 'error.access.prove-again' });
    await dropTotp(app, { ...visitor, session: { ...visitor.session, provedAt: at('2027-01-20T08:29') } });
    expect((await signedIn(app, OPERATOR.signInName)).account.totp).toBe(false);
  });

  it('keeps no secret that the database alone could tell', async () => {
    const { app, visitor, secret, code } = await withApp();
    await confirmTotp(app, visitor, code());
    const [row] = await app.db.selectFrom('account').selectAll().execute();
    const stored = JSON.stringify(row);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(Buffer.from(decodeBase32(secret)).toString('base64url'));
    const otherKey = { ...app, sealingKey: new Uint8Array(32).fill(9) };
    app.setClock('2027-01-20T08:02');
    await expect(signIn(otherKey, { ...enter, code: code() })).rejects.toMatchObject({
      key: 'error.access.sealed',
    });
  });
});

describe('a sealed secret', () => {
  it('opens for its owner only, and not when touched', async () => {
    const app = await sampleApp();
    const sealed = seal(app, 'ha', SECRET);
    expect(unseal(app, 'ha', sealed)).toEqual(Buffer.from(SECRET));
    expect(seal(app, 'ha', SECRET)).not.toBe(sealed);
    expect(() => unseal(app, 'khoa', sealed)).toThrow(/sealed/);
    const turned = (i: number) =>
      `${sealed.slice(0, i)}${sealed[i] === 'x' ? 'y' : 'x'}${sealed.slice(i + 1)}`;
    for (const spoilt of ['', 'AAAA', turned(0), turned(sealed.length - 2), sealed.slice(4)]) {
      expect(() => unseal(app, 'ha', spoilt)).toThrow(/sealed/);
    }
  });
});

async function pathOf(app: App): Promise<string> {
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(app.db);
  return rows[0]?.file ?? '';
}

function decodeBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Uint8Array.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
