/** Whether a unit's log is as it was written: every entry in its place, none changed, none missing, pictures and all. */

import { createHash } from 'node:crypto';
import type { Database } from '../../store/database.ts';
import { isAsTold, logEndCode, logLinkCode } from '../../store/log-chain.ts';
import { findPicture } from '../../store/log-picture-store.ts';
import { findLogChain, listLogRows, listLogUnits } from '../../store/log-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { readJson, texts } from '../../store/records.ts';
import type { LogChainRow, LogEntryRow } from '../../store/watch-tables.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { logKeyOf } from '../derived-key.ts';

/**
 * `changed`: the entry is not as it was written. `missing`: entries before it are gone, or one was slipped in. `start`,
 * `end`: the mark where the log begins or ends was removed or changed, or entries there are gone.
 */
export interface LogFault {
  readonly kind: 'changed' | 'missing' | 'picture' | 'start' | 'end';
  readonly number: number;
}

export interface LogVerdict {
  readonly unitId: string;
  readonly entries: number;
  /** Of the above, past their keeping: they are in the chain and say nothing any more. */
  readonly purged: number;
  /** Numbers of the first and last entry; absent when there is none. */
  readonly from?: number;
  readonly until?: number;
  /** The first hundred. */
  readonly faults: readonly LogFault[];
}

const ROWS_AT_ONCE = 1_000;
const MOST_FAULTS = 100;

/** Of one unit. Throws `not-found`, `forbidden`. */
export function verifyLog(app: App, unitId: string): Promise<LogVerdict> {
  allow(app, 'log.view', { unitId });
  return readOnly(app.db, (trx) => verify(trx, { unitId, key: logKeyOf(app) }));
}

/** Units that have a log, for whoever proves them all. */
export function unitsWithLog(app: App): Promise<readonly string[]> {
  return listLogUnits(app.db);
}

interface Proving {
  readonly unitId: string;
  readonly key: Uint8Array;
}

async function verify(trx: Database, { unitId, key }: Proving): Promise<LogVerdict> {
  const chain = await findLogChain(trx, unitId);
  const faults: LogFault[] = [];
  const begin = chain && { number: chain.start_number, link: chain.start_link };
  const proven = begin && chain.start_proof === logEndCode(key, unitId, { at: 'start', ...begin });
  if (chain && !proven) faults.push({ kind: 'start', number: chain.start_number });
  let before = proven ? begin : undefined;
  let [entries, purged, after] = [0, 0, 0];
  let from: number | undefined;
  for (;;) {
    const rows = await listLogRows(trx, { unitId, after, limit: ROWS_AT_ONCE });
    for (const row of rows) {
      entries++;
      purged += row.purged;
      from ??= row.number;
      if (!before && !chain) faults.push({ kind: 'start', number: row.number });
      const fault = faultOf(key, before, row) ?? (await pictureFault(trx, row));
      if (fault) faults.push({ kind: fault, number: row.number });
      before = { number: row.number, link: row.link };
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.number;
  }
  if (chain && !endsWell(key, chain, before)) faults.push({ kind: 'end', number: chain.head_number });
  const range = from === undefined || !before ? {} : { from, until: before.number };
  return { unitId, entries, purged, ...range, faults: faults.slice(0, MOST_FAULTS) };
}

type End = { readonly number: number; readonly link: string };

function faultOf(key: Uint8Array, before: End | undefined, row: LogEntryRow): LogFault['kind'] | undefined {
  if (before && row.number !== before.number + 1) return 'missing';
  const linked = !before || row.link === logLinkCode(key, before, row, row.told);
  return linked && isAsTold(key, row) ? undefined : 'changed';
}

async function pictureFault(trx: Database, row: LogEntryRow): Promise<'picture' | undefined> {
  for (const [place, digest] of readJson(texts, row.pictures).entries()) {
    const found = await findPicture(trx, { unitId: row.unit_id, number: row.number, place });
    if (!found || createHash('sha256').update(found.bytes).digest('base64url') !== digest) return 'picture';
  }
  return undefined;
}

function endsWell(key: Uint8Array, chain: LogChainRow, last: End | undefined): boolean {
  if (!last || last.number !== chain.head_number) return false;
  return chain.head_proof === logEndCode(key, chain.unit_id, { at: 'head', ...last });
}
