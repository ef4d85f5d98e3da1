/**
 * Sends the audit trail on to a log server of the organisation, where whoever holds this machine cannot change it: by
 * number, from the first entry never sent. The trail itself is the queue: while the server is away nothing is held in
 * memory and nothing waits; what was sent and not acknowledged before a break comes twice, with the same number.
 */

import { readForwarded, saveForwarded } from '../../store/audit-forward-store.ts';
import { type ChainedEntry, listChained } from '../../store/audit-store.ts';
import type { App } from '../app.ts';
import { requireMachine } from './authorise.ts';

export type { ChainedEntry };

/** Resolves once the entries are handed over; rejects while they cannot be. */
export type AuditSink = (entries: readonly ChainedEntry[]) => Promise<void>;

const ENTRIES_AT_ONCE = 200;
/** In one run: the others are for the next. */
const MOST_RUNS = 20;

/** How many were sent. */
export async function forwardAudit(app: App, send: AuditSink): Promise<number> {
  requireMachine(app);
  let sent = 0;
  // In the same file as the trail: a backup that is restored brings back both.
  let after = await readForwarded(app.db);
  for (let run = 0; run < MOST_RUNS; run++) {
    const entries = await listChained(app.db, { after, limit: ENTRIES_AT_ONCE });
    if (entries.length === 0) break;
    await send(entries);
    after = entries.at(-1)?.number ?? after;
    sent += entries.length;
    await saveForwarded(app.db, after);
  }
  return sent;
}
