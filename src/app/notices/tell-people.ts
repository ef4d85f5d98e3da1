/** Queues what people are told, in the transaction that makes it: nothing is told that did not happen, and nothing that did is not. */

import type { Instant } from '../../calendar/interval.ts';
import { type NoticeFacts, rosterFacts, type SwapFacts, teller } from '../../domain/notice.ts';
import { STANDARD_NOTICES } from '../../domain/notice-setting.ts';
import { mayDo } from '../../domain/permission.ts';
import type { Swap } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { listMembers } from '../../store/membership-store.ts';
import { findNoticeSetting } from '../../store/notice-setting-store.ts';
import { insertNotices } from '../../store/notice-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';

/** Everyone whose own shifts are others than in `previous`. */
export async function tellOfVersion(
  trx: Database,
  { previous, version }: { readonly previous: RosterVersion | undefined; readonly version: RosterVersion },
): Promise<void> {
  const unitId = version.plan.unit.id;
  await tell(trx, { unitId, told: rosterFacts(previous, version), at: version.publishedAt });
}

/**
 * The other side of the step that was taken, and who decides once both sides want it. What went through is told as the
 * version it became.
 */
export async function tellOfSwap(trx: Database, app: App, swap: Swap): Promise<void> {
  const { unitId, askerId, partnerId, state } = swap;
  const facts = await swapFacts(trx, swap);
  const told = new Map<string, NoticeFacts>();
  const toAsker = (): unknown => told.set(askerId, { ...facts, part: 'asker' });
  const toPartner = (): unknown => partnerId && told.set(partnerId, { ...facts, part: 'partner' });
  if (state === 'asked' || state === 'withdrawn') toPartner();
  if (state === 'declined' || state === 'refused' || state === 'expired') toAsker();
  if (state === 'refused' || state === 'expired') toPartner();
  if (state === 'consented') {
    for (const id of await deciders(trx, unitId)) told.set(id, { ...facts, part: 'decider' });
    toAsker();
  }
  await tell(trx, { unitId, told, at: app.clock() });
}

interface Telling {
  readonly unitId: string;
  readonly told: ReadonlyMap<string, NoticeFacts>;
  readonly at: Instant;
}

/** Only who is on the staff list: nobody else is there to be told. */
export async function tell(trx: Database, { unitId, told, at }: Telling): Promise<number> {
  if (told.size === 0) return 0;
  const { told: isOn } = (await findNoticeSetting(trx, unitId)) ?? STANDARD_NOTICES;
  if (!isOn) return 0;
  const notices = (await listStaff(trx, unitId)).flatMap(({ id: staffId }) => {
    const facts = told.get(staffId);
    return facts ? [{ unitId, staffId, facts, createdAt: at }] : [];
  });
  await insertNotices(trx, notices);
  return notices.length;
}

async function swapFacts(trx: Database, swap: Swap): Promise<Omit<SwapFacts, 'part'>> {
  const version = await findNewestVersion(trx, swap);
  const told = version && teller(version);
  const shiftOf = (id: string | undefined) => {
    const shift = version?.plan.shifts.find((each) => each.id === id);
    return shift && told?.(shift, []);
  };
  const given = shiftOf(swap.seat.shiftId);
  const taken = shiftOf(swap.other?.shiftId);
  return {
    kind: 'swap',
    swapId: swap.id,
    periodId: swap.periodId,
    state: swap.state,
    askerId: swap.askerId,
    ...(swap.partnerId === undefined ? {} : { partnerId: swap.partnerId }),
    ...(given ? { given } : {}),
    ...(taken ? { taken } : {}),
    note: swap.note ?? '',
  };
}

/** Those of the staff list who may decide on swaps. */
async function deciders(trx: Database, unitId: string): Promise<string[]> {
  const members = await listMembers(trx, unitId);
  return members.flatMap(({ membership, account }) => {
    const asker = { account, memberships: [membership] };
    const may = account.disabledAt === undefined && mayDo(asker, 'swap.decide', { unitId });
    return may ? (membership.staffId ?? []) : [];
  });
}
