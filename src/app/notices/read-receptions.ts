/** Who has received the newest roster of a period, who kept an earlier word, and who is still to be asked. */

import type { Instant } from '../../calendar/interval.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { type Receipt, type Reception, receptions } from '../../domain/receipt.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { listMembers } from '../../store/membership-store.ts';
import { listNewestTold, listReminded } from '../../store/notice-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listReceipts } from '../../store/receipt-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export interface PersonReception extends Reception {
  /** As on the staff list today. */
  readonly member: StaffMember;
  readonly remindedAt?: Instant;
  /** Name of who wrote it down for the person; absent where the person did it. */
  readonly writtenBy?: string;
}

export interface Receptions {
  readonly version: RosterVersion;
  /** In the roster's order; who is off the staff list is left out. */
  readonly people: readonly PersonReception[];
}

/** Throws `not-found` while nothing is published; `forbidden`. */
export function readReceptions(app: App, key: PeriodKey): Promise<Receptions> {
  allow(app, 'draft.view', key);
  return readOnly(app.db, (trx) => receptionsWithin(trx, key));
}

export async function receptionsWithin(trx: Database, key: PeriodKey): Promise<Receptions> {
  const version = await findNewestVersion(trx, key);
  if (!version) {
    throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
  }
  const notices = await listNewestTold(trx, key);
  const told = new Map(
    [...notices].flatMap(([id, { facts }]) => (facts.kind === 'roster' ? [[id, facts] as const] : [])),
  );
  const receipts = await listReceipts(trx, key);
  const reminded = await listReminded(trx, key);
  const members = new Map((await listStaff(trx, key.unitId)).map((member) => [member.id, member]));
  const accounts = new Map(
    (await listMembers(trx, key.unitId)).map(({ account }) => [account.id, account.name]),
  );
  const people = receptions({ version, told, receipts }).flatMap((each): PersonReception[] => {
    const member = members.get(each.staffId);
    if (!member) return [];
    const remindedAt = reminded.get(each.staffId);
    const writtenBy = writerOf(each.receipt, accounts);
    return [
      {
        ...each,
        member,
        ...(remindedAt === undefined ? {} : { remindedAt }),
        ...(writtenBy === undefined ? {} : { writtenBy }),
      },
    ];
  });
  return { version, people };
}

function writerOf(receipt: Receipt | undefined, names: ReadonlyMap<string, string>): string | undefined {
  return receipt?.way === 'told' ? (names.get(receipt.actor) ?? '') : undefined;
}
