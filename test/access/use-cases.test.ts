/** Every use case that changes something asks who calls: each is called as every role, of the own unit and of another. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOBODY } from '../../src/app/access/authorise.ts';
import type { App, Caller } from '../../src/app/app.ts';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import type { Runs } from '../../src/app/runs/runs.ts';
import { ROLES, type Role, type Visitor } from '../../src/domain/account.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { keptEmpty } from '../store/engine.ts';
import { type About, USE_CASES, type UseCaseRow } from './use-cases.ts';
import { APP_FILES, unaskedReads, writingUseCases } from './writers.ts';

/** Whoever signs in, comes by a link or changes their own account only: a secret or a session is the permission. */
const BY_THEMSELVES = [
  // Of the visitor's own account, or before there is one; each checks the key's answer.
  'enterByPasskey',
  'addPasskey',
  'nameOwnPasskey',
  'removeOwnPasskey',
  'answerByToken',
  'checkInAtWall',
  'beginAttempt',
  'changePassword',
  'confirmTotp',
  'dropTotp',
  'enterByIdentity',
  'enterByIdentityCode',
  'findVisitor',
  'holdForm',
  'isStillThere',
  'joinByDirectory',
  'joinByIdentity',
  'joinWithAccount',
  'joinWithNewAccount',
  'linkIdentity',
  'moveToDirectory',
  'openDisplay',
  'openBelowDisplay',
  'openAnswerLink',
  'openAnswerSheet',
  'sendLinkAnswer',
  'openPersonalLink',
  'proveAgain',
  'proveByIdentity',
  'proveByPasskey',
  'proveHere',
  'receiveByToken',
  'renewRecoveryCodes',
  'setPasswordByLink',
  'setUpFirstAccount',
  'signIn',
  'signInHere',
  'signOut',
  'signOutEverywhere',
  // What who started a search was allowed to have done at its end, by the process that runs it.
  'createRunClaims',
  'takeRoster',
  'takeUnlessEdited',
  // By a token made for it.
  'takeAlerts',
  'takeMachineAnswer',
  'takeMachineReport',
  'unlinkIdentity',
];

/** They show people and ask nobody: a secret, the own session, or the use case that calls them is the permission. */
const SHOWN_UNASKED = [
  // Key ids of an account, once its password or provider was right.
  'askForPasskeyOf',
  // By a link, a token, or what was sent to the person.
  'admitMachine',
  'findFeedLink',
  'listDutyShifts',
  'isAlertToken',
  'isAnswerToken',
  'openApiToken',
  'openReceipt',
  'openTicket',
  'openWallCode',
  'readFeed',
  'readInvitation',
  'whoIsOnDuty',
  // Of the own account.
  'isOfDirectory',
  'listOwnNotices',
  'listReceiptsOf',
  'listSessions',
  // A part of other use cases.
  'createComposer',
  'requestOf',
  'tellingOrder',
  // They tell of nobody: whether there is an account, how the unit works.
  'isSetUp',
  'readDutyFlow',
];

const RUNS = { find: () => undefined, drop() {}, stop() {}, markTaken() {} } as unknown as Runs;

describe('use cases that change something', () => {
  let app: App;
  let about: Omit<About, 'app' | 'visitor'>;
  let strangersUnit = '';
  let close = async (): Promise<void> => {};
  afterAll(() => close());

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rota-use-cases-'));
    const beside = join(folder, 'rota.db');
    const opened = await openApp(await (await keptEmpty()).place(beside), sampleHolidays(), { beside });
    app = opened;
    close = async () => {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    };
    const source = sampleCase('unit-small');
    const loaded = await loadCase(app, { source, actor: 'test' });
    const other = await loadCase(app, { source: sampleCase('urgent-72h'), actor: 'test' });
    if (!loaded.ok || !other.ok) throw new Error('both samples can be loaded');
    strangersUnit = other.value.unitId;
    const { unitId } = loaded.value;
    const staffId = source.staff[0]?.id ?? '';
    const scope = { kind: 'personal', staffId } as const;
    const feed = await issueFeedToken(app, { unitId, scope, options: DEFAULT_FEED_OPTIONS, actor: 'test' });
    const send = () => Promise.reject(new Error('nothing is sent'));
    about = { unitId, key: loaded.value, staffId, linkId: feed.link.id, runs: RUNS, send };
  });

  const visitorOf = (unitId: string, role: Role, staffId?: string): Visitor => {
    const now = app.clock();
    const membership = { accountId: 'an', unitId, role, ...(staffId === undefined ? {} : { staffId }) };
    const account = {
      id: 'an',
      signInName: 'an',
      name: 'An',
      language: 'vi',
      operator: false,
      totp: false,
      passkeys: 0,
    } as const;
    const times = { openedAt: now, usedAt: now, provedAt: now };
    return {
      account: { ...account, createdAt: now },
      memberships: [membership],
      session: { id: 's', accountId: 'an', ...times, address: '', client: '' },
    };
  };

  /** `in` for whatever else comes of it. */
  const outcome = async ({ call }: UseCaseRow, caller: Caller): Promise<'in' | 'forbidden' | 'not-found'> => {
    try {
      await call({ ...about, app: { ...app, caller }, visitor: caller as Visitor });
      return 'in';
    } catch (error) {
      if (!(error instanceof AppError)) return 'in';
      if (error.key === 'error.access.forbidden') return 'forbidden';
      return error.key === 'error.unit.missing' ? 'not-found' : 'in';
    }
  };

  it('are all in the table', () => {
    const listed = [...Object.keys(USE_CASES), ...BY_THEMSELVES];
    expect(writingUseCases(APP_FILES).filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !writingUseCases(APP_FILES).includes(name))).toEqual([]);
  });

  it('would be missed if a new one were not listed, or asked nobody', async () => {
    const text = `import { saveStaff } from '../../store/staff-store.ts';
export async function takeEveryone(app: App, unitId: string): Promise<void> {
  await saveStaff(app.db, unitId, []);
}`;
    expect(writingUseCases(new Map([['staff/take-everyone.ts', text]]))).toEqual(['takeEveryone']);
    const unasking: UseCaseRow = { who: ['manager'], call: () => Promise.resolve() };
    expect(await outcome(unasking, visitorOf(strangersUnit, 'reader'))).toBe('in');
  });

  it('ask as well before they show people', () => {
    expect(unaskedReads(APP_FILES).sort()).toEqual(SHOWN_UNASKED.toSorted());
    const text = (ask: string) => `import { listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
export function everyone(app: App, unitId: string): Promise<unknown> {
  ${ask}return listStaff(app.db, unitId);
}`;
    const found = (ask: string) => unaskedReads(new Map([['staff/everyone.ts', text(ask)]]));
    expect(found('')).toEqual(['everyone']);
    expect(found("allow(app, 'staff.view', { unitId });\n  ")).toEqual([]);
  });

  describe.each(Object.entries(USE_CASES))('%s', (_name, row) => {
    const { who, own = [] } = row;
    const may = (role: Role): boolean => typeof who === 'object' && who.includes(role);

    it('lets in the roles it says, and nobody else of the unit', async () => {
      for (const role of ROLES) {
        const got = await outcome(row, visitorOf(about.unitId, role, 'someone else'));
        expect([role, got]).toEqual([role, may(role) ? 'in' : 'forbidden']);
      }
    });

    it('lets people do it to what is their own where it says so', async () => {
      for (const role of ROLES) {
        const got = await outcome(row, visitorOf(about.unitId, role, about.staffId));
        expect([role, got]).toEqual([role, may(role) || own.includes(role) ? 'in' : 'forbidden']);
      }
    });

    it('is not there for another unit, nor for who has not signed in', async () => {
      const closed = typeof who === 'object' ? 'not-found' : 'forbidden';
      for (const role of ROLES) {
        expect([role, await outcome(row, visitorOf(strangersUnit, role, about.staffId))]).toEqual([
          role,
          closed,
        ]);
      }
      const nobody = { ...visitorOf(strangersUnit, 'reader'), ...NOBODY };
      expect(await outcome(row, nobody)).toBe(closed);
    });

    it('lets an operator in, but for what this machine does by itself', async () => {
      const host = visitorOf(strangersUnit, 'reader');
      const operator = { ...host, account: { ...host.account, operator: true } };
      expect(await outcome(row, operator)).toBe(who === 'machine' ? 'forbidden' : 'in');
    });
  });
});
