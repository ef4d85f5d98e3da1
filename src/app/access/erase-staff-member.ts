/**
 * Erases someone who left (Law 91/2025/QH15 on personal data, the right to erasure): staff list, past periods, every published
 * version, feeds and account, in one transaction. Figures stay under a nameless one.
 */

import type { Visitor } from '../../domain/account.ts';
import { type Erasure, eraseFromCase, eraseFromPlan, ghostOf, renamed } from '../../domain/erased-person.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { eraseAccount, findAccount } from '../../store/account-store.ts';
import { eraseFromAnswers } from '../../store/answer-erasure-store.ts';
import { renameInAudit } from '../../store/audit-store.ts';
import { anonymiseLines } from '../../store/availability-store.ts';
import { findCase, rewriteCase } from '../../store/case-store.ts';
import { moveContactChanges } from '../../store/contact-change-store.ts';
import { type Database, emptyWal } from '../../store/database.ts';
import { listDocumentFields, saveFieldsOfPeriod } from '../../store/document-fields-store.ts';
import { forgetStepsNaming } from '../../store/draft-step-store.ts';
import { findDraft, rewriteDraft } from '../../store/draft-store.ts';
import { moveDuties } from '../../store/duty-stream-store.ts';
import { endPersonalFeeds } from '../../store/feed-token-store.ts';
import { deleteIdentities } from '../../store/identity-store.ts';
import { deletePersonInvitations } from '../../store/invitation-store.ts';
import { deleteKeptRunsOf } from '../../store/kept-run-store.ts';
import { forgetDevices } from '../../store/known-device-store.ts';
import { moveLedger } from '../../store/ledger-store.ts';
import { deleteMembership, findPersonMembership, listMemberships } from '../../store/membership-store.ts';
import { renameInNotices } from '../../store/notice-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { replaceRecoveryCodes } from '../../store/recovery-code-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import {
  deleteStaffMember,
  findStaffMember,
  listPeriodsOf,
  saveStaff,
  setLeft,
} from '../../store/staff-store.ts';
import { listSwaps } from '../../store/swap-store.ts';
import { listPublishedPeriods, rewriteVersions } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { auditKeyOf, logKeyOf } from '../derived-key.ts';
import { fieldsFromText, withoutName } from '../documents/kept-document-fields.ts';
import { record } from '../record.ts';
import { authorise, requireProof } from './authorise.ts';
import { eraseMentions } from './erase-mentions.ts';
import { noteMentions, type StaffKey } from './trace-mentions.ts';

const CODE_BYTES = 4;
/** More than a unit makes in its life. */
const MOST_SWAPS = 1_000_000;

/**
 * The id of the nameless one. Backups made before still hold the person until they are rotated out. Throws `not-found`,
 * `forbidden`; `conflict`, `error.staff.still-planned`, while the person belongs to a period that is not over.
 */
export async function eraseStaffMember(
  app: App,
  visitor: Visitor,
  { unitId, staffId }: StaffKey,
): Promise<string> {
  authorise(visitor, 'staff.erase', { unitId });
  requireProof(app, visitor);
  const erasing = { unitId, staffId, actor: visitor.account.id };
  const ghostId = await app.db.transaction().execute((trx) => eraseWithin(trx, app, erasing));
  await emptyWal(app.db);
  return ghostId;
}

export type Erasing = StaffKey & {
  readonly actor: string;
  /** Also out of periods that are not over: the person was erased before, and is back by a backup. */
  readonly again?: boolean;
};

/** The same inside a transaction. */
export async function eraseWithin(trx: Database, app: App, erasing: Erasing): Promise<string> {
  const { unitId, staffId, actor } = erasing;
  const member = await findStaffMember(trx, unitId, staffId);
  if (!member) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
  const ghost = ghostOf(member, Buffer.from(app.randomBytes(CODE_BYTES)).toString('hex'));
  const erasure = { member, ghost };
  await saveStaff(trx, unitId, [ghost]);
  await eraseFromPeriods(trx, app, erasing, erasure);
  await anonymiseLines(trx, unitId, { from: staffId, to: ghost.id });
  await moveLedger(trx, unitId, { from: staffId, to: ghost.id });
  await moveDuties(trx, unitId, { from: staffId, to: ghost.id });
  await renameInNotices(trx, unitId, { from: staffId, to: ghost.id });
  await moveContactChanges(trx, unitId, { from: staffId, to: ghost.id });
  await eraseFromLetters(trx, unitId, member.name);
  await eraseFromAnswers(trx, unitId, erasure);
  await endAccess(trx, app, { unitId, staffId }, ghost.id);
  await renameInAudit(trx, unitId, { from: staffId, to: ghost.id, key: auditKeyOf(app) });
  await deleteStaffMember(trx, unitId, staffId);
  await setLeft(trx, { unitId, staffId: ghost.id }, app.clock());
  await eraseMentions(trx, { unitId, key: logKeyOf(app) }, erasure);
  await noteMentions(trx, app, unitId, erasure);
  await record(trx, app, { actor, action: 'staff.erase', unitId, subject: ghost.id, erased: staffId });
  return ghost.id;
}

async function eraseFromPeriods(
  trx: Database,
  app: App,
  { unitId, staffId, again = false }: Erasing,
  erasure: Erasure,
): Promise<void> {
  const now = app.clock();
  const periods = await listPeriodsOf(trx, unitId, staffId);
  for (const { periodId, endsAt } of periods) {
    const key = { unitId, periodId };
    if (endsAt > now && !again) throw stillPlanned(key);
    const source = await findCase(trx, key);
    // Without its ledger, which is summed over sources here and moved as a whole elsewhere.
    if (source) await rewriteCase(trx, { ...eraseFromCase(source, erasure), ledger: [] });
  }
  await eraseFromDrafts(trx, { unitId, staffId }, erasure);
  for (const { periodId, endsAt } of await listPublishedPeriods(trx, unitId)) {
    const key = { unitId, periodId };
    const swapped = await swapVersions(trx, key, staffId);
    await rewriteVersions(trx, key, ({ plan, assignments, number, note }) => {
      if (!plan.staff.some(({ id }) => id === staffId)) return undefined;
      if (endsAt > now && !again) throw stillPlanned(key);
      return {
        plan: eraseFromPlan(plan, erasure),
        assignments: renamed(assignments, erasure),
        number,
        // Notes that people wrote stay; those a swap made by itself name the two.
        note: swapped.has(number) ? note.replaceAll(erasure.member.name, () => erasure.ghost.name) : note,
      };
    });
  }
}

/** Numbers of the versions that came of the person's swaps. */
async function swapVersions(
  trx: Database,
  { unitId, periodId }: PeriodKey,
  staffId: string,
): Promise<ReadonlySet<number>> {
  const swaps = await listSwaps(trx, unitId, MOST_SWAPS);
  return new Set(
    swaps
      .filter((swap) => swap.periodId === periodId)
      .filter(({ askerId, partnerId }) => askerId === staffId || partnerId === staffId)
      .flatMap(({ version }) => version ?? []),
  );
}

/** Also of periods the person was taken out of: a draft may still hold them. */
async function eraseFromDrafts(
  trx: Database,
  { unitId, staffId }: StaffKey,
  erasure: Erasure,
): Promise<void> {
  for (const { period } of await listPeriods(trx, unitId)) {
    const key = { unitId, periodId: period.id };
    const draft = await findDraft(trx, key);
    if (draft) await rewriteDraft(trx, key, renamed(draft.roster.assignments, erasure));
  }
  await forgetStepsNaming(trx, unitId, staffId);
  await deleteKeptRunsOf(trx, unitId, staffId);
}

/** Who signs or draws up letters stands there by name. */
async function eraseFromLetters(trx: Database, unitId: string, name: string): Promise<void> {
  for (const { periodId, savedAt, ...stored } of await listDocumentFields(trx, unitId)) {
    const fields = JSON.stringify(withoutName(fieldsFromText(stored), name));
    if (fields !== stored.fields) await saveFieldsOfPeriod(trx, { unitId, periodId }, { fields, savedAt });
  }
}

function stillPlanned({ periodId }: PeriodKey): AppError {
  return new AppError('conflict', 'error.staff.still-planned', { period: periodId });
}

/** Feeds, invitations and the account; an account that is still something elsewhere only leaves this unit. */
async function endAccess(
  trx: Database,
  app: App,
  { unitId, staffId }: StaffKey,
  ghostId: string,
): Promise<void> {
  const now = app.clock();
  await endPersonalFeeds(trx, { unitId, staffId, ghostId }, now);
  await deletePersonInvitations(trx, unitId, staffId);
  const membership = await findPersonMembership(trx, unitId, staffId);
  if (!membership) return;
  const { accountId } = membership;
  await deleteMembership(trx, membership);
  await deleteSessions(trx, accountId);
  await forgetDevices(trx, accountId);
  const found = await findAccount(trx, accountId);
  const elsewhere = await listMemberships(trx, accountId);
  if (found?.account.operator || elsewhere.length > 0) return;
  await deleteIdentities(trx, accountId);
  await replaceRecoveryCodes(trx, accountId, []);
  await eraseAccount(trx, accountId, now);
}
