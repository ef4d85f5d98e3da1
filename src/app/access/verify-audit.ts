/** Whether the audit trail is as it was written: every entry in its place, none changed, none missing in between. */

import { linkCode, retoldCode, startCode, toldCode } from '../../store/audit-chain.ts';
import { findChainStart, listAuditRows } from '../../store/audit-store.ts';
import { readOnly } from '../../store/read-only.ts';
import type { App } from '../app.ts';
import { auditKeyOf } from '../derived-key.ts';
import { requireMachine } from './authorise.ts';

/**
 * `changed`: the entry is not as it was written. `missing`: entries before it are gone, or one was slipped in. `start`:
 * the mark where the trail begins was removed or changed.
 */
export interface AuditFault {
  readonly kind: 'changed' | 'missing' | 'start';
  readonly number: number;
}

export interface AuditVerdict {
  readonly entries: number;
  /** Of the above, written before entries were chained: nothing can be said of them. */
  readonly unchained: number;
  /** Numbers of the first and last proven entry; absent when there is none. */
  readonly from?: number;
  readonly until?: number;
  /** The first hundred. */
  readonly faults: readonly AuditFault[];
}

const ROWS_AT_ONCE = 1_000;
const MOST_FAULTS = 100;

export async function verifyAudit(app: App): Promise<AuditVerdict> {
  requireMachine(app);
  return readOnly(app.db, async (trx) => {
    const key = auditKeyOf(app);
    const start = await findChainStart(trx);
    const faults: AuditFault[] = [];
    const proven = start !== undefined && start.proof === startCode(key, start);
    if (start && !proven) faults.push({ kind: 'start', number: start.number });
    let [entries, unchained] = [0, 0];
    let from: number | undefined;
    let before = proven ? { number: start.number, link: start.link } : undefined;
    let after = 0;
    for (;;) {
      const rows = await listAuditRows(trx, { after, limit: ROWS_AT_ONCE });
      for (const row of rows) {
        entries++;
        const { id: number, link, told, retold } = row;
        if (start ? number <= start.number : link === null) {
          unchained++;
          continue;
        }
        if (before && number !== before.number + 1) faults.push({ kind: 'missing', number });
        const asWritten =
          link !== null &&
          told !== null &&
          (!before || link === linkCode(key, before, row, told)) &&
          (told === toldCode(key, row) || retold === retoldCode(key, row, link));
        if (!asWritten && before?.number === number - 1) faults.push({ kind: 'changed', number });
        if (!start && from === undefined) faults.push({ kind: 'start', number });
        from ??= number;
        before = { number, link: link ?? '' };
      }
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
    }
    const range = from === undefined || !before ? {} : { from, until: before.number };
    return { entries, unchained, ...range, faults: faults.slice(0, MOST_FAULTS) };
  });
}
