/** Replacements that went through at once: what was done, and the word of whoever approves afterwards. */

import type { Replacement } from '../../domain/replacement.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listMembers } from '../../store/membership-store.ts';
import { findReplacement, listWaitingReplacements, saveReplacement } from '../../store/replacement-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { record } from '../record.ts';
import { showVersion } from '../versions/todays-versions.ts';
import { requireReplacing } from './may-replace.ts';

export interface ListedReplacement {
  readonly replacement: Replacement;
  /** The period's newest version, with names and phones of today. */
  readonly version: RosterVersion;
  /** Name of the account that did it; empty where nobody signs in. */
  readonly by: string;
}

/** Those that wait for a word, oldest first, for everyone who may replace. Throws `not-found`, `forbidden`. */
export async function listReplacementsToApprove(app: App, unitId: string): Promise<ListedReplacement[]> {
  await requireReplacing(app.db, app, unitId);
  const waiting = await listWaitingReplacements(app.db, unitId);
  const listed = await Promise.all(waiting.map((replacement) => listedOf(app, replacement)));
  return listed.flatMap((each) => each ?? []);
}

/** One that was done; undefined when there is none of this id. Throws `not-found`, `forbidden`. */
export async function readReplacement(
  app: App,
  named: { readonly unitId: string; readonly id: string },
): Promise<ListedReplacement | undefined> {
  await requireReplacing(app.db, app, named.unitId);
  const replacement = await findReplacement(app.db, named);
  return replacement && listedOf(app, replacement);
}

async function listedOf(app: App, replacement: Replacement): Promise<ListedReplacement | undefined> {
  const version = await showVersion(app, replacement);
  const members = await listMembers(app.db, replacement.unitId);
  const by = members.find(({ account }) => account.id === replacement.by)?.account.name ?? '';
  return version && { replacement, version, by };
}

export interface ReplacementDecision {
  readonly unitId: string;
  readonly id: string;
  readonly decision: 'approve' | 'refuse';
  /** Why it is refused; not asked for otherwise. */
  readonly reason?: string;
}

/**
 * A refused one stays as it is published: the seat is listed as in need of someone else, since who stood it before may
 * be ill. Throws `not-found`; `invalid`, `error.replacement.no-reason`; `conflict`, `error.replacement.decided`, when
 * someone came first; `forbidden`.
 */
export async function approveReplacement(
  app: App,
  { unitId, id, decision, reason = '' }: ReplacementDecision,
  { actor }: By,
): Promise<Replacement> {
  allow(app, 'version.approve', { unitId });
  if (decision === 'refuse' && reason.trim() === '') {
    throw new AppError('invalid', 'error.replacement.no-reason');
  }
  return app.db.transaction().execute(async (trx) => {
    const replacement = await findReplacement(trx, { unitId, id });
    if (!replacement) throw new AppError('not-found', 'error.replacement.missing');
    if (replacement.approval !== 'waiting') throw new AppError('conflict', 'error.replacement.decided');
    const decided: Replacement = {
      ...replacement,
      approval: decision === 'approve' ? 'approved' : 'refused',
      decidedBy: actor,
      decidedAt: app.clock(),
      ...(decision === 'refuse' ? { reason: reason.trim() } : {}),
    };
    await saveReplacement(trx, decided);
    await record(
      trx,
      app,
      {
        actor,
        action: decision === 'approve' ? 'seat.approve' : 'seat.refuse',
        unitId,
        subject: replacement.periodId,
      },
      { version: replacement.version, shift: replacement.seat.shiftId },
    );
    return decided;
  });
}
