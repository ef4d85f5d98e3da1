/** Every thing that can be taken back, taken back after a backup, and the backup restored: none lives. */

import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readInvitation } from '../../src/app/access/accept-invitation.ts';
import { changePassword } from '../../src/app/access/change-password.ts';
import { disableAccount, enableAccount } from '../../src/app/access/edit-accounts.ts';
import { changeRole, dropMemberTotp, removeMember } from '../../src/app/access/edit-members.ts';
import { enterByIdentity } from '../../src/app/access/enter-by-identity.ts';
import { eraseStaffMember } from '../../src/app/access/erase-staff-member.ts';
import { findVisitor } from '../../src/app/access/find-visitor.ts';
import { invite } from '../../src/app/access/invite.ts';
import { linkIdentity, unlinkIdentity } from '../../src/app/access/link-identity.ts';
import { removeOwnPasskey } from '../../src/app/access/passkeys.ts';
import { makeRecoveryCodes } from '../../src/app/access/recovery-codes.ts';
import { seal } from '../../src/app/access/secret-box.ts';
import { signIn } from '../../src/app/access/sign-in.ts';
import type { App } from '../../src/app/app.ts';
import { removeBusyCalendar } from '../../src/app/availability/remove-busy-calendar.ts';
import { setBusyCalendar } from '../../src/app/availability/set-busy-calendar.ts';
import { findFeedLink } from '../../src/app/feeds/find-feed-link.ts';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { revokeFeedToken } from '../../src/app/feeds/revoke-feed-token.ts';
import { rotateFeedToken } from '../../src/app/feeds/rotate-feed-token.ts';
import { addWebHook } from '../../src/app/machines/add-web-hook.ts';
import { endWebHook } from '../../src/app/machines/end-web-hook.ts';
import { issueApiToken } from '../../src/app/machines/issue-api-token.ts';
import { listWebHooks } from '../../src/app/machines/list-web-hooks.ts';
import { openApiToken } from '../../src/app/machines/open-api-token.ts';
import { revokeApiToken } from '../../src/app/machines/revoke-api-token.ts';
import { issuePersonalLink, revokePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { openPersonalLink } from '../../src/app/own/open-personal-link.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { removeStaffMember } from '../../src/app/staff/remove-staff-member.ts';
import { endUpward } from '../../src/app/upward/upward-link.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { AUDIT_ACTIONS } from '../../src/domain/audit.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { isRevoking, type Revocation } from '../../src/domain/revocation.ts';
import { saveTotpSecret } from '../../src/store/account-store.ts';
import { backupDatabase } from '../../src/store/backup.ts';
import { newBackupKey } from '../../src/store/backup-encryption.ts';
import { findBusyCalendar } from '../../src/store/busy-calendar-store.ts';
import { listStaff } from '../../src/store/staff-store.ts';
import { findUpwardLink, saveUpwardLink } from '../../src/store/upward-store.ts';
import { openApp, revocationPath } from '../../src/wiring/open-app.ts';
import { restoreWithoutRevoked } from '../../src/wiring/restore.ts';
import { any, enterWith, withPasskey } from '../app/access/passkey-house.ts';
import { CLIENT, member, OPERATOR, operator, PASSWORD } from '../app/access/people.ts';
import { withoutRules } from '../app/sample-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { temporaryPath } from '../store/temporary-database.ts';

const AT = Date.UTC(2027, 5, 1) as Instant;
const NEW_PASSWORD = 'sáu con mèo nằm 9 cái chiếu';

async function opened(path: string) {
  // After the sample's period, so that people may be erased.
  const app = await openApp(path, sampleHolidays());
  return { ...app, passwordCost: { logN: 4, r: 1, p: 1 }, clock: () => AT };
}

async function opening(path: string) {
  const app = await opened(path);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await app.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { app: app as App, close };
}

/** A unit and who runs it, made once: each test has a copy, with the key and the list that stand beside it. */
let kept: Awaited<ReturnType<typeof keptHouse>>;

async function keptHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'rota-made-'));
  const app = await opened(join(folder, 'rota.db'));
  const loaded = await loadCase(app, { source: withoutRules(sampleCase('unit-small')), actor: 'cli' });
  if (!loaded.ok) throw new Error('the sample loads');
  const { unitId } = loaded.value;
  const host = await operator(app);
  const people = (await listStaff(app.db, unitId)).map(({ id }) => id);
  await app.close();
  return { folder, host, unitId, people };
}

beforeAll(async () => {
  kept = await keptHouse();
  return () => rmSync(kept.folder, { recursive: true, force: true });
});

async function house() {
  const path = temporaryPath();
  const { folder, ...known } = kept;
  cpSync(folder, dirname(path), { recursive: true });
  return { path, ...(await opening(path)), ...known };
}

type House = Awaited<ReturnType<typeof house>>;

/** Makes what can be taken back. What it gives takes it back, and tells of an app whether it lives there. */
type Making = (house: House) => Promise<{
  readonly takeBack: () => Promise<unknown>;
  readonly lives: (app: App) => Promise<boolean>;
}>;

const ACTOR = 'test';

function enters(signInName: string, password = PASSWORD) {
  return async (app: App): Promise<boolean> => {
    const result = await signIn(app, { signInName, password, client: CLIENT });
    return result.signedIn || result.refusal === 'code-wanted';
  };
}

const feed: Making = async ({ app, unitId }) => {
  const issuing = { unitId, scope: { kind: 'unit' } as const, options: DEFAULT_FEED_OPTIONS, actor: ACTOR };
  const { token, link } = await issueFeedToken(app, issuing);
  return {
    takeBack: () => revokeFeedToken(app, { unitId, linkId: link.id, actor: ACTOR }),
    lives: async (of) => (await findFeedLink(of, token)) !== undefined,
  };
};

const MAKINGS: Readonly<Record<string, Making>> = {
  'a feed': feed,
  'the old address of a feed': async ({ app, unitId }) => {
    const issuing = { unitId, scope: { kind: 'unit' } as const, options: DEFAULT_FEED_OPTIONS, actor: ACTOR };
    const { token, link } = await issueFeedToken(app, issuing);
    return {
      takeBack: () => rotateFeedToken(app, { unitId, linkId: link.id, actor: ACTOR }),
      lives: async (of) => (await findFeedLink(of, token)) !== undefined,
    };
  },
  'a private link': async ({ app, unitId, people: [staffId = ''] }) => {
    const { token } = await issuePersonalLink(app, { unitId, staffId, actor: ACTOR });
    return {
      takeBack: () => revokePersonalLink(app, { unitId, staffId, actor: ACTOR }),
      lives: async (of) => (await openPersonalLink(of, token)) !== undefined,
    };
  },
  'a private link with a newer one in its place': async ({ app, unitId, people: [staffId = ''] }) => {
    const { token } = await issuePersonalLink(app, { unitId, staffId, actor: ACTOR });
    return {
      takeBack: () => issuePersonalLink(app, { unitId, staffId, actor: ACTOR }),
      lives: async (of) => (await openPersonalLink(of, token)) !== undefined,
    };
  },
  'the private link of someone taken off the list': async ({ app, unitId, people: [staffId = ''] }) => {
    const { token } = await issuePersonalLink(app, { unitId, staffId, actor: ACTOR });
    return {
      takeBack: () => removeStaffMember(app, { unitId, staffId, actor: ACTOR }),
      lives: async (of) => (await openPersonalLink(of, token)) !== undefined,
    };
  },
  'an API token': async ({ app, unitId }) => {
    const { token, access } = await issueApiToken(app, { unitId, name: 'bảng điện', actor: ACTOR });
    return {
      takeBack: () => revokeApiToken(app, { unitId, tokenId: access.id, actor: ACTOR }),
      lives: async (of) => (await openApiToken(of, { token, client: '' })) !== undefined,
    };
  },
  'a web hook': async ({ app, unitId }) => {
    const { hook } = await addWebHook(app, { unitId, address: 'https://noi-nhan.example/', actor: ACTOR });
    return {
      takeBack: () => endWebHook(app, { unitId, hookId: hook.id, actor: ACTOR }),
      lives: async (of) => (await listWebHooks(of, unitId)).some(({ endedAt }) => endedAt === undefined),
    };
  },
  'a busy calendar': async ({ app, unitId, people: [staffId = ''] }) => {
    const person = { unitId, staffId };
    await setBusyCalendar(app, { ...person, address: 'https://lich.example/ban.ics', actor: ACTOR });
    return {
      takeBack: () => removeBusyCalendar(app, { ...person, actor: ACTOR }),
      lives: async (of) => (await findBusyCalendar(of.db, person)) !== undefined,
    };
  },
  'the way up to a superior': async ({ app, unitId }) => {
    await saveUpwardLink(app.db, {
      ...{
        unitId,
        address: 'https://tren.example',
        secret: 'x',
        superiorName: '',
        unitName: '',
        outcome: '',
      },
      savedAt: AT,
    });
    return {
      takeBack: () => endUpward(app, unitId, ACTOR),
      lives: async (of) => (await findUpwardLink(of.db, unitId)) !== undefined,
    };
  },
  'a session': async ({ app, host }) => {
    const result = await signIn(app, { signInName: OPERATOR.signInName, password: PASSWORD, client: CLIENT });
    if (!result.signedIn) throw new Error('in');
    return {
      takeBack: async () => host,
      lives: async (of) => (await findVisitor(of, result.token)) !== undefined,
    };
  },
  'an invitation': async ({ app, host, unitId }) => {
    const { token } = await invite(app, host, { unitId, role: 'administrator' });
    return {
      takeBack: async () => host,
      lives: (of) =>
        readInvitation(of, token).then(
          () => true,
          () => false,
        ),
    };
  },
  'a membership': async ({ app, host, unitId }) => {
    const guest = await member(app, host, 'an', { unitId, role: 'manager' });
    return {
      takeBack: () => removeMember(app, host, { unitId, accountId: guest.account.id }),
      lives: async (of) => {
        const rows = await of.db.selectFrom('membership').selectAll().execute();
        return rows.some(({ account_id }) => account_id === guest.account.id);
      },
    };
  },
  'a role that was higher': async ({ app, host, unitId }) => {
    const guest = await member(app, host, 'an', { unitId, role: 'administrator' });
    return {
      takeBack: () => changeRole(app, host, { unitId, accountId: guest.account.id, role: 'reader' }),
      lives: async (of) => {
        const rows = await of.db.selectFrom('membership').selectAll().execute();
        return rows.some(({ account_id, role }) => account_id === guest.account.id && role !== 'reader');
      },
    };
  },
  'an account that was shut out': async ({ app, host, unitId }) => {
    const guest = await member(app, host, 'an', { unitId, role: 'reader' });
    return {
      takeBack: () => disableAccount(app, host, guest.account.id),
      lives: enters(guest.account.signInName),
    };
  },
  'an old password': async ({ app, host, unitId }) => {
    const guest = await member(app, host, 'an', { unitId, role: 'reader' });
    const change = { currentPassword: PASSWORD, password: NEW_PASSWORD };
    return {
      takeBack: () => changePassword(app, guest, change),
      lives: enters(guest.account.signInName),
    };
  },
  'the app on a phone that was lost': async ({ app, host, unitId }) => {
    const { account } = await member(app, host, 'an', { unitId, role: 'reader' });
    await saveTotpSecret(app.db, account.id, seal(app, account.id, new Uint8Array(20).fill(3)));
    return {
      takeBack: () => dropMemberTotp(app, host, { unitId, accountId: account.id }),
      // Neither with its code, nor now without one.
      lives: enters(account.signInName),
    };
  },
  'a recovery code that was used': async ({ app, host, unitId }) => {
    const { account } = await member(app, host, 'an', { unitId, role: 'reader' });
    await saveTotpSecret(app.db, account.id, seal(app, account.id, new Uint8Array(20).fill(3)));
    const [code = ''] = await app.db.transaction().execute((trx) => makeRecoveryCodes(trx, app, account.id));
    const coming = { signInName: account.signInName, password: PASSWORD, client: CLIENT, code };
    return {
      takeBack: () => signIn(app, coming),
      lives: async (of) => {
        const rows = await of.db.selectFrom('recovery_code').selectAll().execute();
        const ten = rows.filter(({ account_id }) => account_id === account.id).length === 10;
        return of === app ? ten : (await signIn(of, coming)).signedIn;
      },
    };
  },
  'a passkey that was taken off': async ({ app, host, unitId }) => {
    const guest = await member(app, host, 'an', { unitId, role: 'reader' });
    const { key } = await withPasskey(app, guest);
    return {
      takeBack: () => removeOwnPasskey(app, guest, key.id),
      lives: async (of) => {
        const asked = await any(of);
        return (await enterWith(of, asked, key.get(asked.options))) !== undefined;
      },
    };
  },
  'a passkey on a phone that was lost': async ({ app, host, unitId }) => {
    const guest = await member(app, host, 'an', { unitId, role: 'reader' });
    const { key } = await withPasskey(app, guest);
    return {
      takeBack: () => dropMemberTotp(app, host, { unitId, accountId: guest.account.id }),
      lives: async (of) => {
        const asked = await any(of);
        return (await enterWith(of, asked, key.get(asked.options))) !== undefined;
      },
    };
  },
  'an identity of a provider': async ({ app, host }) => {
    const identity = { issuer: 'https://dinh-danh.example', subject: 'ha' };
    await linkIdentity(app, host, identity);
    return {
      takeBack: () => unlinkIdentity(app, host),
      lives: async (of) => (await enterByIdentity(of, identity, { client: CLIENT })).signedIn,
    };
  },
  'a person who was erased': async ({ app, host, unitId, people: [staffId = ''] }) => {
    const guest = await member(app, host, 'an', { unitId, role: 'technician', staffId });
    return {
      takeBack: () => eraseStaffMember(app, host, { unitId, staffId }),
      lives: async (of) => {
        const [there, accounts] = await Promise.all([
          of.db.selectFrom('staff_member').selectAll().where('id', '=', staffId).execute(),
          of.db.selectFrom('account').selectAll().where('name', '=', guest.account.name).execute(),
        ]);
        return there.length + accounts.length > 0;
      },
    };
  },
};

async function restored({ path, close }: House, backup: string) {
  await close();
  const told = await restoreWithoutRevoked({ from: backup, to: path, at: AT });
  return { ...(await opening(path)), told };
}

describe('what was taken back after a backup', () => {
  it.each(Object.entries(MAKINGS))('%s: does not live again with the backup', async (_, making) => {
    const rooms = await house();
    const { takeBack, lives } = await making(rooms);
    const backup = `${rooms.path}.backup`;
    await backupDatabase(rooms.path, backup);
    expect(await lives(rooms.app)).toBe(true);
    await takeBack();
    const after = await restored(rooms, backup);
    expect(after.told.amended.listed).toBe(true);
    expect(await lives(after.app)).toBe(false);
    await after.close();
    // And once more, with what the first restoring left.
    await restoreWithoutRevoked({ from: backup, to: rooms.path, at: (AT + 1000) as Instant });
    expect(await lives((await opening(rooms.path)).app)).toBe(false);
  });

  it('and what was not taken back lives, its figures told', async () => {
    const rooms = await house();
    const kept = await feed(rooms);
    const gone = await feed(rooms);
    const backup = `${rooms.path}.backup`;
    await backupDatabase(rooms.path, backup);
    await gone.takeBack();
    const { app, told } = await restored(rooms, backup);
    expect([await kept.lives(app), await gone.lives(app)]).toEqual([true, false]);
    expect(told.amended).toMatchObject({
      listed: true,
      feeds: 1,
      links: 0,
      sessions: 1,
      withoutPassword: [],
    });
    expect(await enters(OPERATOR.signInName)(app)).toBe(true);
  });

  it('does not live again with an encrypted backup either', async () => {
    const rooms = await house();
    const { identity, recipient } = await newBackupKey();
    const [kept, gone] = [await feed(rooms), await feed(rooms)];
    const backup = `${rooms.path}.backup`;
    await backupDatabase(rooms.path, backup, [recipient]);
    await gone.takeBack();
    await rooms.close();
    await restoreWithoutRevoked({ from: backup, to: rooms.path, at: AT, identities: identity });
    const { app } = await opening(rooms.path);
    expect([await kept.lives(app), await gone.lives(app)]).toEqual([true, false]);
  });

  it('and given again stays as the backup has it', async () => {
    const rooms = await house();
    const { app, host, unitId } = rooms;
    const guest = await member(app, host, 'an', { unitId, role: 'manager' });
    const backup = `${rooms.path}.backup`;
    await backupDatabase(rooms.path, backup);
    await disableAccount(app, host, guest.account.id);
    await enableAccount(app, host, guest.account.id);
    await changeRole(app, host, { unitId, accountId: guest.account.id, role: 'reader' });
    await changeRole(app, host, { unitId, accountId: guest.account.id, role: 'administrator' });
    const after = await restored(rooms, backup);
    expect(after.told.amended).toMatchObject({ members: 0, disabled: 0 });
    expect(await enters(guest.account.signInName)(after.app)).toBe(true);
  });

  it.each([
    ['is gone', (path: string) => rmSync(path)],
    ['begins after the backup', (path: string, old: string) => copyFileSync(old, path)],
  ])('lives no more than anything like it where the list %s', async (_, spoil) => {
    const rooms = await house();
    const kept = await feed(rooms);
    const backup = `${rooms.path}.backup`;
    await backupDatabase(rooms.path, backup);
    await (await feed(rooms)).takeBack();
    rmSync(revocationPath(rooms.path));
    // A new one, which begins where the database is now.
    await (await feed(rooms)).takeBack();
    const begun = `${rooms.path}.begun`;
    copyFileSync(revocationPath(rooms.path), begun);
    spoil(revocationPath(rooms.path), begun);
    const { app, told } = await restored(rooms, backup);
    expect(told.amended).toMatchObject({ listed: false, feeds: 1 });
    expect(await kept.lives(app)).toBe(false);
  });
});

describe('the list of what was taken back', () => {
  it('has the line before the change is there for anyone to see', async () => {
    const rooms = await house();
    const { takeBack, lives } = await feed(rooms);
    const beside = new SqliteFile(rooms.path, { readonly: true });
    const liveFeeds = beside.prepare('SELECT count(*) FROM feed_token WHERE revoked_at IS NULL').pluck();
    const seen: unknown[] = [];
    const { revocations } = rooms.app;
    Object.assign(rooms.app, {
      revocations: {
        append(line: Revocation) {
          revocations.append(line);
          seen.push([readFileSync(revocationPath(rooms.path), 'utf8').includes(line.of), liveFeeds.get()]);
        },
      },
    });
    await takeBack();
    expect([...seen, liveFeeds.get()]).toEqual([[true, 1], 0]);
    beside.close();
    expect(await lives(rooms.app)).toBe(false);
  });

  it('that cannot be written takes the change back: nothing is told as revoked that would come again', async () => {
    const rooms = await house();
    const { takeBack, lives } = await feed(rooms);
    Object.assign(rooms.app, {
      revocations: {
        append() {
          throw new Error('a full disk');
        },
      },
    });
    await expect(takeBack()).rejects.toThrow('a full disk');
    expect(await lives(rooms.app)).toBe(true);
  });

  it('is asked for by every change that ends something, but for those that every restoring ends or that open nothing', () => {
    const ending = AUDIT_ACTIONS.filter((action) =>
      /revoke|remove|erase|disable|uninvite|\.(end|leave|role|password)$|-off$/.test(action),
    );
    expect(ending.filter((action) => !isRevoking(action))).toEqual([
      // The device's browser has ended it too, and its push service takes nothing for it any more.
      'push.end',
      'word-form.remove',
      'contact.remove',
      'system.remove',
      'availability.remove',
      'account.uninvite',
      'staff.leave',
    ]);
  });

  it('holds neither names nor ids', async () => {
    const rooms = await house();
    const { app, host, unitId, people } = rooms;
    const guest = await member(app, host, 'an', { unitId, role: 'technician', staffId: people[0] ?? '' });
    await eraseStaffMember(app, host, { unitId, staffId: people[0] ?? '' });
    const text = readFileSync(revocationPath(rooms.path), 'utf8');
    for (const word of [people[0] ?? '', unitId, guest.account.id, guest.account.signInName]) {
      expect(text).not.toContain(word);
    }
    expect(text.split('\n').length).toBeGreaterThan(2);
  });
});
