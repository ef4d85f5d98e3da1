/** Attacks on signing in, each replayed as an attacker would make it: `run` rejects when one came through. */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { proveAgain } from '../../../src/app/access/prove-again.ts';
import { proposeTotp } from '../../../src/app/access/set-up-totp.ts';
import { type SignInResult, signIn } from '../../../src/app/access/sign-in.ts';
import type { App } from '../../../src/app/app.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { openApp } from '../../../src/wiring/open-app.ts';
import type { Attack } from '../../attack/attack.ts';
import { keptEmpty } from '../../store/engine.ts';
import { CLIENT, from, OPERATOR, operator, PASSWORD } from './people.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const OWNER = { signInName: OPERATOR.signInName, password: PASSWORD, client: CLIENT };
const WRONG = { ...OWNER, password: 'not this one' };

interface House {
  readonly app: App;
  /** The same app so long after the beginning, visited from this address. */
  at(ms: number, address: string): App;
}

/** Of no test runner: `npm run test:attack` runs these as well. */
async function within(use: (house: House) => Promise<void>): Promise<undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-attack-'));
  const beside = join(folder, 'rota.db');
  const opened = await openApp(await (await keptEmpty()).place(beside), { files: [] }, { beside });
  try {
    const start = opened.clock();
    const app: App = { ...opened, clock: () => start, passwordCost: { logN: 4, r: 1, p: 1 } };
    await operator(app);
    await use({ app, at: (ms, address) => from({ ...app, clock: () => (start + ms) as Instant }, address) });
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function opened(app: App): Promise<{ readonly token: string; readonly deviceToken: string }> {
  const result = await signIn(app, OWNER);
  ok(result.signedIn, 'the owner signs in before the attack');
  return result;
}

async function visitorOf(app: App) {
  const visitor = await findVisitor(app, (await opened(app)).token);
  ok(visitor);
  return visitor;
}

const told = (result: SignInResult): string => (result.signedIn ? 'in' : result.refusal);

/** The `i`-th network of an attacker who has a new one for every guess. */
const network = (i: number): string => `198.18.${i >> 8}.${i & 255}`;

/** How many wrong passwords were looked at, one tried every so often. */
async function guessed(
  { at }: House,
  { from: first, to, every }: { readonly from: number; readonly to: number; readonly every: number },
): Promise<number> {
  let looked = 0;
  for (let ms = first; ms < to; ms += every) {
    if (told(await signIn(at(ms, network(ms / every)), WRONG)) === 'wrong') looked++;
  }
  return looked;
}

async function codesAfterEmptyOnes({ app, at }: House): Promise<void> {
  await proposeTotp(app, await visitorOf(app));
  const proposed = await app.db.selectFrom('account').select('totp_proposed').executeTakeFirstOrThrow();
  await app.db.updateTable('account').set({ totp_secret: proposed.totp_proposed }).execute();
  const answers: string[] = [];
  for (let i = 0; i < 120; i++) {
    const here = at(i * 100, network(i));
    await signIn(here, OWNER);
    answers.push(told(await signIn(here, { ...OWNER, code: '000000' })));
  }
  equal(answers.filter((each) => each === 'code-wrong').length, 6);
}

/** 28 in the first hour and 4 in each after it, whatever the networks: 120 a day. */
async function namedOwnerFromEverywhere(place: House): Promise<void> {
  equal(await guessed(place, { from: 0, to: HOUR, every: 5 * SECOND }), 28);
  equal(await guessed(place, { from: HOUR, to: 2 * HOUR, every: 15 * SECOND }), 4);
  equal(await guessed(place, { from: 2 * HOUR, to: 24 * HOUR, every: 5 * MINUTE }), 88);
}

async function ownerShutOut(place: House): Promise<void> {
  const { deviceToken } = await opened(place.app);
  const answers: string[] = [];
  let looked = 0;
  for (let i = 0; i < 58; i++) {
    looked += await guessed(place, { from: i * 5000, to: (i + 1) * 5000, every: 500 });
    answers.push(told(await signIn(place.at(i * 5000 + 4000, '203.0.113.7'), { ...OWNER, deviceToken })));
  }
  deepEqual(answers, Array<string>(58).fill('in'));
  ok(looked <= 28, `${looked} guesses, and every sign-in of the owner gave more`);
}

async function officeShutOut({ app, at }: House): Promise<void> {
  const { deviceToken } = await opened(app);
  for (let i = 0; i < 60; i++) {
    await signIn(at(i * 100, '203.0.113.7'), { ...WRONG, signInName: `khong.co.${i}@lamgiang.example` });
  }
  equal(told(await signIn(at(6000, '203.0.113.7'), { ...OWNER, deviceToken })), 'in');
  equal(told(await signIn(at(6000, '203.0.113.8'), OWNER)), 'in');
}

/** One network at a thousand names: 38 in the first hour, 4 in each after it. */
async function manyNamesFromOneNetwork({ at }: House): Promise<void> {
  let looked = 0;
  for (let i = 0; i < 720; i++) {
    const guess = { ...WRONG, signInName: `ten${i}@lamgiang.example` };
    if (told(await signIn(at(i * 5 * SECOND, '203.0.113.7'), guess)) === 'wrong') looked++;
  }
  equal(looked, 38);
}

/** A colleague on the machine in the duty room, which the owner signs in on as well. */
async function fromTheOwnersDevice({ app, at }: House): Promise<void> {
  const { deviceToken } = await opened(app);
  let looked = 0;
  for (let i = 0; i < 720; i++) {
    const guess = { ...WRONG, deviceToken };
    if (told(await signIn(at(i * 5 * SECOND, '203.0.113.7'), guess)) === 'wrong') looked++;
  }
  equal(looked, 13);
}

/** A token that the attacker made up, or has from an account of their own, is no allowance. */
async function devicesOfOnesOwn({ at }: House): Promise<void> {
  const answers: string[] = [];
  for (let i = 0; i < 100; i++) {
    const deviceToken = Buffer.alloc(32, i).toString('base64url');
    answers.push(told(await signIn(at(0, '203.0.113.7'), { ...WRONG, deviceToken })));
  }
  equal(answers.filter((each) => each === 'wrong').length, 6);
}

/** Guesses at sign-in do not keep the owner, who is inside, from proving it once more; nor the other way round. */
async function proofKeptFromWhoIsInside({ app, at }: House): Promise<void> {
  const visitor = await visitorOf(app);
  for (let i = 0; i < 100; i++) await signIn(at(0, network(i)), WRONG);
  ok(await proveAgain(at(0, '203.0.113.7'), visitor, PASSWORD));
  for (let i = 0; i < 6; i++) equal(await proveAgain(at(0, network(i)), visitor, 'wrong'), undefined);
  const held = await proveAgain(at(0, network(9)), visitor, PASSWORD).catch((error: unknown) => error);
  equal((held as { key?: string }).key, 'error.access.throttled');
}

export const SIGN_IN_ATTACKS: readonly Attack[] = [
  {
    name: '120 wrong codes, each after the right password with an empty one',
    short: true,
    run: () => within(codesAfterEmptyOnes),
  },
  {
    name: 'guesses at one owner from a new network each, for a day',
    run: () => within(namedOwnerFromEverywhere),
  },
  { name: 'the owner shut out by guesses from everywhere', run: () => within(ownerShutOut) },
  { name: 'an office shut out by made-up names from its address', run: () => within(officeShutOut) },
  { name: 'one password tried at many names from one network', run: () => within(manyNamesFromOneNetwork) },
  { name: 'guesses from the machine the owner signs in on', run: () => within(fromTheOwnersDevice) },
  { name: 'guesses with made-up device tokens', run: () => within(devicesOfOnesOwn) },
  {
    name: 'whoever is inside kept from proving it by guesses at sign-in',
    run: () => within(proofKeptFromWhoIsInside),
  },
];
