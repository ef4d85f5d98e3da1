/**
 * Brings a database up to this program's schema, one numbered step and one transaction at a time, and refuses one that
 * a newer program has written.
 */

import { type Kysely, sql } from 'kysely';
import { AppError } from '../kernel/app-error.ts';
import { initialSchema } from './migrations/0001-initial.ts';
import { accessSchema } from './migrations/0002-access.ts';
import { draftSteps } from './migrations/0003-draft-steps.ts';
import { machinesSchema } from './migrations/0004-machines.ts';
import { staffLifeSchema } from './migrations/0005-staff-life.ts';
import { documentsSchema } from './migrations/0006-documents.ts';
import { swapsSchema } from './migrations/0007-swaps.ts';
import { identitiesSchema } from './migrations/0008-identities.ts';
import { upkeepSchema } from './migrations/0009-upkeep.ts';
import { keptRunsSchema } from './migrations/0010-kept-runs.ts';
import { totpUsesSchema } from './migrations/0011-totp-uses.ts';
import { knownDevicesSchema } from './migrations/0012-known-devices.ts';
import { patternAnchorsSchema } from './migrations/0013-pattern-anchors.ts';
import { revocationCountSchema } from './migrations/0014-revocation-count.ts';
import { dutyStream } from './migrations/0015-duty-stream.ts';
import { recoveryCodesSchema } from './migrations/0016-recovery-codes.ts';
import { installationSchema } from './migrations/0017-installation.ts';
import { unitSecuritySchema } from './migrations/0018-unit-security.ts';
import { ownAvailabilitySchema } from './migrations/0019-own-availability.ts';
import { standingSchema } from './migrations/0020-standing.ts';
import { untilLiftedSchema } from './migrations/0021-until-lifted.ts';
import { tokenOriginsSchema } from './migrations/0022-token-origins.ts';
import { takingBackSchema } from './migrations/0023-taking-back.ts';
import { noLeaveNotesSchema } from './migrations/0024-no-leave-notes.ts';
import { contactChangesSchema } from './migrations/0025-contact-changes.ts';
import { refusedReplacementsSchema } from './migrations/0026-refused-replacements.ts';
import { auditChainSchema } from './migrations/0027-audit-chain.ts';
import { noticesSchema } from './migrations/0028-notices.ts';
import { officePhoneSchema } from './migrations/0029-office-phone.ts';
import { listColumnsSchema } from './migrations/0030-list-columns.ts';
import { webPushSchema } from './migrations/0031-web-push.ts';
import { displayLinksSchema } from './migrations/0032-display-links.ts';
import { seatCallsSchema } from './migrations/0033-seat-calls.ts';
import { rosterColumnsSchema } from './migrations/0034-roster-columns.ts';
import { checkInsSchema } from './migrations/0035-check-ins.ts';
import { mentionsSchema } from './migrations/0036-mentions.ts';
import { auditForwardSchema } from './migrations/0037-audit-forward.ts';
import { personalDataSchema } from './migrations/0038-personal-data.ts';
import { swapsArrangedSchema } from './migrations/0039-swaps-arranged.ts';
import { lastResortSchema } from './migrations/0040-last-resort.ts';
import { passkeysSchema } from './migrations/0041-passkeys.ts';
import { listOrderSchema } from './migrations/0042-list-order.ts';
import { leaveKindSchema } from './migrations/0043-leave-kind.ts';
import { ordersSchema } from './migrations/0044-orders.ts';
import { logSchema } from './migrations/0045-log.ts';
import { systemsSchema } from './migrations/0046-systems.ts';
import { checksSchema } from './migrations/0047-checks.ts';
import { orderRemindersSchema } from './migrations/0048-order-reminders.ts';
import { signedDocumentsSchema } from './migrations/0049-signed-documents.ts';
import { incidentsSchema } from './migrations/0050-incidents.ts';
import { alertsSchema } from './migrations/0051-alerts.ts';
import { keyProofSchema } from './migrations/0052-key-proof.ts';
import { displayBelowSchema } from './migrations/0053-display-below.ts';
import { upwardSchema } from './migrations/0054-upward.ts';
import { contactStandIn } from './migrations/0055-contact-stand-in.ts';
import { directorySchema } from './migrations/0056-directory.ts';
import { sharedRuns } from './migrations/0057-shared-runs.ts';
import { reportUploadsSchema } from './migrations/0058-report-uploads.ts';
import { oldestProgram } from './migrations/0059-oldest-program.ts';
import { heldFormsSchema } from './migrations/0060-held-forms.ts';
import type { Migration } from './migrations/step.ts';
import type { Tables } from './tables.ts';
import { wordsOf } from './words-of.ts';

/** In order, numbered from 1 without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  initialSchema,
  accessSchema,
  draftSteps,
  machinesSchema,
  staffLifeSchema,
  documentsSchema,
  swapsSchema,
  identitiesSchema,
  upkeepSchema,
  keptRunsSchema,
  totpUsesSchema,
  knownDevicesSchema,
  patternAnchorsSchema,
  revocationCountSchema,
  dutyStream,
  recoveryCodesSchema,
  installationSchema,
  unitSecuritySchema,
  ownAvailabilitySchema,
  standingSchema,
  untilLiftedSchema,
  tokenOriginsSchema,
  takingBackSchema,
  noLeaveNotesSchema,
  contactChangesSchema,
  refusedReplacementsSchema,
  auditChainSchema,
  noticesSchema,
  officePhoneSchema,
  listColumnsSchema,
  webPushSchema,
  displayLinksSchema,
  seatCallsSchema,
  rosterColumnsSchema,
  checkInsSchema,
  mentionsSchema,
  auditForwardSchema,
  personalDataSchema,
  swapsArrangedSchema,
  lastResortSchema,
  passkeysSchema,
  listOrderSchema,
  leaveKindSchema,
  ordersSchema,
  logSchema,
  systemsSchema,
  checksSchema,
  orderRemindersSchema,
  signedDocumentsSchema,
  incidentsSchema,
  alertsSchema,
  keyProofSchema,
  displayBelowSchema,
  upwardSchema,
  contactStandIn,
  directorySchema,
  sharedRuns,
  reportUploadsSchema,
  oldestProgram,
  heldFormsSchema,
];

export const SCHEMA_NUMBER = MIGRATIONS.length;

/**
 * Takes the steps still missing. Throws `AppError('unavailable', …)`, and nothing is changed then: `error.database.newer` where a
 * newer program took a step that this one does not bear, `error.server.older` where an older one serves that would not bear ours.
 * @param steps of this program.
 */
export async function migrate(db: Kysely<Tables>, steps = MIGRATIONS): Promise<void> {
  const words = wordsOf(db);
  for (const statement of words.statementsOf(FIRST)) await sql.raw(statement).execute(db);
  const found = await schemaNumber(db);
  const { rows } = await sql<{ value: number | null }>`${sql.raw(neededSql(found))}`.execute(db);
  if ((rows[0]?.value ?? 0) > steps.length) {
    throw new AppError('unavailable', 'error.database.newer', { found, known: steps.length });
  }
  for (const step of steps) {
    if (step.number > found) await apply(db, step);
  }
}

/** A statement that tells which step a program has to know at least to work on a database of that schema. */
export function neededSql(schema: number): string {
  const known = schema < oldestProgram.number ? 'number' : 'coalesce(oldest, number)';
  return `SELECT max(${known}) AS value FROM migration`;
}

/** Tells which steps were taken. */
const FIRST: Migration = {
  number: 0,
  name: 'migration',
  statements: [
    `CREATE TABLE IF NOT EXISTS migration (
      number INTEGER NOT NULL PRIMARY KEY,
      name   TEXT NOT NULL
    ) STRICT`,
  ],
};

/** Asks inside the transaction whether the step was taken: another process may be starting at the same moment. */
async function apply(db: Kysely<Tables>, step: Migration): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await schemaNumber(trx);
    if (before >= step.number) return;
    // A database that is begun has no servers yet.
    if (before > 0) await wordsOf(trx).requireServers(trx, step.oldest ?? step.number);
    for (const statement of wordsOf(trx).statementsOf(step)) await sql.raw(statement).execute(trx);
    await step.follow?.(trx);
    await trx.insertInto('migration').values(rowOf(step)).execute();
  });
}

/** The column is there from the step that brings it. */
function rowOf({ number, name, oldest }: Migration) {
  return { number, name, ...(oldest === undefined ? {} : { oldest }) };
}

export async function schemaNumber(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('migration')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? 0;
}
