/**
 * Audit entries of what changes nothing: who read what, who was told to wait. Noted in memory, so that no answer waits for
 * the disk, and written into the chained trail in one go every second. The same again within that second is one entry with
 * a count; beyond a bound, how many were left out is itself an entry.
 */

import { appendAudit } from '../store/audit-store.ts';
import { requireMachine } from './access/authorise.ts';
import type { App } from './app.ts';
import type { AuditNote } from './audit-note.ts';
import { auditKeyOf } from './derived-key.ts';

const MOST_NOTES = 1_000;
const LEFT_OUT = 'left-out';

export function noteInAudit({ auditNotes, clock, origin }: App, note: AuditNote): void {
  const key = JSON.stringify([note, origin?.address]);
  const before =
    auditNotes.get(key) ?? (auditNotes.size >= MOST_NOTES ? auditNotes.get(LEFT_OUT) : undefined);
  if (before) {
    before.times++;
    return;
  }
  const leftOut = { actor: 'rota', action: 'audit.left-out', unitId: '', subject: '', details: {} } as const;
  const isFull = auditNotes.size >= MOST_NOTES;
  const noted = isFull ? { ...leftOut, origin: undefined } : { ...note, origin };
  auditNotes.set(isFull ? LEFT_OUT : key, { ...noted, at: clock(), times: 1 });
}

/** All that was noted since the last time, or nothing; what fails is kept for the next time. */
export async function recordAuditNotes(app: App): Promise<void> {
  requireMachine(app);
  const { auditNotes, db } = app;
  if (auditNotes.size === 0) return;
  const noted = [...auditNotes.entries()].map(([key, note]) => ({ key, note, times: note.times }));
  await db.transaction().execute(async (trx) => {
    for (const { note, times } of noted) {
      const { at, origin, actor, action, unitId, subject, details } = note;
      const told = { ...details, ...(times > 1 ? { times } : {}) };
      await appendAudit(
        trx,
        { at, actor, action, unitId, subject, details: told, ...origin },
        auditKeyOf(app),
      );
    }
  });
  for (const { key, note, times } of noted) {
    // Noted again while these were written: the rest goes next time.
    if (note.times === times) auditNotes.delete(key);
    else note.times -= times;
  }
}
