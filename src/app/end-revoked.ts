/**
 * Goes over a backup that is about to take the database's place: what was taken back after it was made is taken back in it
 * too. Only ever ends things: a role that was raised since, or an account let in again, stays as the backup has it.
 */

import { ROLES, type Role } from '../domain/account.ts';
import type { Revocation } from '../domain/revocation.ts';
import { listAccounts, saveDisabledAt } from '../store/account-store.ts';
import { listAnswerLinksOf } from '../store/answer-link-store.ts';
import { listApiTokens } from '../store/api-token-store.ts';
import { deleteBusyCalendar, listBusyCalendars } from '../store/busy-calendar-store.ts';
import { type Database, emptyWal } from '../store/database.ts';
import { listDisplayLinks } from '../store/display-link-store.ts';
import { listFeedLinks } from '../store/feed-token-store.ts';
import { deleteIdentities } from '../store/identity-store.ts';
import { deleteMembership, listMembers, saveMembership } from '../store/membership-store.ts';
import { deletePasskey, listPasskeys } from '../store/passkey-store.ts';
import { listPersonalLinks, revokePersonalLinks } from '../store/personal-link-store.ts';
import { replaceRecoveryCodes } from '../store/recovery-code-store.ts';
import { clearCredentials, type EndedForAll, endShortLived } from '../store/restored-store.ts';
import { readRevocationCount, saveRevocationCount } from '../store/revocation-count-store.ts';
import type { Revocations } from '../store/revocation-file.ts';
import { listLeavers, listStaff } from '../store/staff-store.ts';
import { revokeIn } from '../store/token-store.ts';
import { listUnits } from '../store/unit-store.ts';
import { deleteUpwardLink } from '../store/upward-store.ts';
import { endWebHook, listWebHooks } from '../store/web-hook-store.ts';
import { requireMachine } from './access/authorise.ts';
import { eraseWithin } from './access/erase-staff-member.ts';
import type { App } from './app.ts';
import { record } from './record.ts';
import { markOf, type Thing } from './revocations.ts';

const ACTOR = 'rota restore';

export interface EndedAgain extends EndedForAll {
  /** False where the list does not reach back to the backup: then every feed, link, token and web hook was ended. */
  readonly listed: boolean;
  readonly feeds: number;
  readonly links: number;
  readonly apiTokens: number;
  readonly webHooks: number;
  readonly calendars: number;
  /** Units that send nothing up any more until someone gives a token again. */
  readonly upward: number;
  /** Members taken out of a unit or put back to less. */
  readonly members: number;
  readonly disabled: number;
  /** People erased again. */
  readonly erased: number;
  /** Sign-in names of accounts whose password or second step is another since: a link gives them a new one. */
  readonly withoutPassword: readonly string[];
}

/** @param revocations undefined where no list can be read, or the backup is older than any list. */
export async function endRevoked(app: App, revocations: Revocations | undefined): Promise<EndedAgain> {
  requireMachine(app);
  const ended = await app.db.transaction().execute(async (trx) => {
    const count = await readRevocationCount(trx);
    const listed = revocations !== undefined && revocations.from <= count;
    const since = (revocations?.lines ?? []).filter(({ number }) => number > count);
    await saveRevocationCount(trx, Math.max(count, ...since.map(({ number }) => number)));
    const replay: Replay = { trx, app, listed, last: new Map(since.map((line) => [line.of, line])) };
    const result = {
      listed,
      erased: await eraseAgain(replay),
      ...(await endTokens(replay)),
      members: await endMemberships(replay),
      ...(await endAccounts(replay)),
      ...(await endShortLived(trx, app.clock())),
    };
    const { withoutPassword, listed: _, ...figures } = result;
    const details = { ...figures, listed: listed ? 1 : 0, withoutPassword: withoutPassword.length };
    await record(trx, app, { actor: ACTOR, action: 'backup.restore', unitId: '', subject: '' }, details);
    return result;
  });
  await emptyWal(app.db);
  return ended;
}

interface Replay {
  readonly trx: Database;
  readonly app: App;
  readonly listed: boolean;
  /** What was done last, since the backup, to a thing of this mark. */
  readonly last: ReadonlyMap<string, Revocation>;
}

function lastOf({ app, last }: Replay, thing: Thing, ...ids: string[]): Revocation | undefined {
  return last.get(markOf(app, thing, ids));
}

async function eraseAgain(replay: Replay): Promise<number> {
  const { trx, app } = replay;
  let erased = 0;
  for (const { id: unitId } of await listUnits(trx)) {
    const leavers = (await listLeavers(trx, unitId)).map(({ member }) => member);
    for (const { id: staffId } of [...(await listStaff(trx, unitId)), ...leavers]) {
      if (!lastOf(replay, 'person', unitId, staffId)) continue;
      await eraseWithin(trx, app, { unitId, staffId, actor: ACTOR, again: true });
      erased++;
    }
  }
  return erased;
}

/** What opens something by a secret that others hold. Without a whole list nobody knows which, and all of them end. */
async function endTokens(replay: Replay) {
  const { trx, app, listed } = replay;
  const at = app.clock();
  const ended = { feeds: 0, links: 0, apiTokens: 0, webHooks: 0, calendars: 0, upward: 0 };
  for (const { id: unitId } of await listUnits(trx)) {
    const wasEnded = (thing: Thing, id: string): boolean =>
      !listed || lastOf(replay, thing, unitId, id) !== undefined;
    for (const { id } of await listFeedLinks(trx, unitId)) {
      if (wasEnded('feed', id) && (await revokeIn(trx, 'feed_token', { unitId, id, at }))) ended.feeds++;
    }
    for (const { id } of await listApiTokens(trx, unitId)) {
      if (wasEnded('api-token', id) && (await revokeIn(trx, 'api_token', { unitId, id, at })))
        ended.apiTokens++;
    }
    for (const { id, staffId } of await listPersonalLinks(trx, unitId)) {
      if (!wasEnded('personal-link', id)) continue;
      ended.links += (await revokePersonalLinks(trx, { unitId, staffId }, at)).length;
    }
    for (const { id } of await listDisplayLinks(trx, unitId)) {
      if (wasEnded('display-link', id) && (await revokeIn(trx, 'display_link', { unitId, id, at })))
        ended.links++;
    }
    for (const { id } of await listAnswerLinksOf(trx, unitId)) {
      if (wasEnded('answer-link', id) && (await revokeIn(trx, 'answer_link', { unitId, id, at })))
        ended.links++;
    }
    for (const { id } of await listWebHooks(trx, unitId)) {
      if (wasEnded('web-hook', id) && (await endWebHook(trx, { unitId, id }, at))) ended.webHooks++;
    }
    for (const { staffId } of await listBusyCalendars(trx, unitId)) {
      // Another address since is not in the backup: to be given again, as after a removal.
      if (!wasEnded('busy-calendar', staffId)) continue;
      await deleteBusyCalendar(trx, { unitId, staffId });
      ended.calendars++;
    }
    // Another token since is not in the backup either.
    if (wasEnded('upward', unitId) && (await deleteUpwardLink(trx, unitId))) ended.upward++;
  }
  return ended;
}

async function endMemberships(replay: Replay): Promise<number> {
  const { trx } = replay;
  let ended = 0;
  for (const { id: unitId } of await listUnits(trx)) {
    for (const { membership } of await listMembers(trx, unitId)) {
      const line = lastOf(replay, 'member', unitId, membership.accountId);
      if (!line) continue;
      if (line.role === undefined) await deleteMembership(trx, membership);
      else if (isLess(line.role, membership.role))
        await saveMembership(trx, { ...membership, role: line.role });
      else continue;
      ended++;
    }
  }
  return ended;
}

function isLess(role: Role, than: Role): boolean {
  return ROLES.indexOf(role) > ROLES.indexOf(than);
}

async function endAccounts(replay: Replay) {
  const { trx, app } = replay;
  const withoutPassword: string[] = [];
  let disabled = 0;
  for (const passkey of await listPasskeys(trx)) {
    if (lastOf(replay, 'passkey', passkey.id)) await deletePasskey(trx, passkey);
  }
  for (const { id, signInName, disabledAt } of await listAccounts(trx)) {
    if (lastOf(replay, 'identity', id)) await deleteIdentities(trx, id);
    if (disabledAt === undefined && lastOf(replay, 'account', id)?.action === 'account.disable') {
      await saveDisabledAt(trx, id, app.clock());
      disabled++;
    } else if (disabledAt === undefined && lastOf(replay, 'credentials', id)) {
      withoutPassword.push(signInName);
    }
    if (lastOf(replay, 'credentials', id)) await clearCredentials(trx, id);
    // One of them was used, or others stand on the paper: new ones are made on the account's page.
    if (lastOf(replay, 'recovery-codes', id)) await replaceRecoveryCodes(trx, id, []);
  }
  return { disabled, withoutPassword };
}
