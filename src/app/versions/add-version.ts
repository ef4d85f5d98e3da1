/** The one way a version comes to be: numbered, stamped, kept, carried into the ledger and audited. */

import type { Instant } from '../../calendar/interval.ts';
import type { AuditAction } from '../../domain/audit.ts';
import { burdenCarried } from '../../domain/burden-carried.ts';
import { withoutLeaveNotes } from '../../domain/plan.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { findInstallationId, insertInstallationId } from '../../store/installation-store.ts';
import { replaceCarried } from '../../store/ledger-store.ts';
import { insertVersion } from '../../store/version-store.ts';
import { noteNewerVersion } from '../answers/send-roster.ts';
import type { App } from '../app.ts';
import { queueVersionMessages } from '../machines/queue-version-messages.ts';
import { tellOfVersion } from '../notices/tell-people.ts';
import { record } from '../record.ts';
import { newId } from '../secret-token.ts';
import { dropProofsBeside, moveDeadlines } from './settle-neighbours.ts';

/** A version but for its number, its stamp and how its UIDs begin. */
export type VersionContent = Omit<RosterVersion, 'periodId' | 'number' | 'publishedAt' | 'uidScope'>;

export interface VersionAdding {
  readonly previous: RosterVersion | undefined;
  readonly content: VersionContent;
  readonly actor: string;
}

/** Call it inside the transaction that read `previous`. */
export async function addVersion(
  trx: Database,
  app: App,
  { previous, content, actor }: VersionAdding,
): Promise<RosterVersion> {
  const { unit, period } = content.plan;
  const uidScope = previous ? previous.uidScope : await installationId(trx, app);
  const version: RosterVersion = {
    ...content,
    plan: withoutLeaveNotes(content.plan),
    periodId: period.id,
    number: (previous?.number ?? 0) + 1,
    publishedAt: stampAfter(previous, app.clock()),
    ...(uidScope === undefined ? {} : { uidScope }),
  };
  await insertVersion(trx, version);
  await moveDeadlines(trx, version);
  await dropProofsBeside(trx, version);
  await queueVersionMessages(trx, app, { previous, version });
  await tellOfVersion(trx, { previous, version });
  await noteNewerVersion(trx, version);
  await replaceCarried(trx, { unitId: unit.id, periodId: period.id }, burdenCarried(version));
  const action: AuditAction = version.withdrawn ? 'version.withdraw' : 'version.publish';
  await record(
    trx,
    app,
    { at: version.publishedAt, actor, action, unitId: unit.id, subject: period.id },
    { number: version.number, overridden: version.overrideReason === undefined ? 0 : 1 },
  );
  return version;
}

/** Made at the first publishing, kept for good: a copy of the database is the same installation. */
async function installationId(trx: Database, app: App): Promise<string> {
  const found = await findInstallationId(trx);
  if (found !== undefined) return found;
  const id = newId(app);
  await insertInstallationId(trx, id, app.clock());
  return id;
}

/** At least a second after the version before, even when the clock was set back: feeds stamp events to the second. */
function stampAfter(previous: RosterVersion | undefined, now: Instant): Instant {
  return previous ? (Math.max(now, previous.publishedAt + 1000) as Instant) : now;
}
