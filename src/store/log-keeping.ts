/**
 * The two acts that change the log (Law 91/2025/QH15: erasure, and no longer keeping than the purpose asks): what a person
 * is named by is written over, and what is past its keeping says nothing any more. Numbers and links stay, with a proof.
 */

import type { Instant } from '../calendar/interval.ts';
import { KEPT_LONG } from '../domain/log-entry.ts';
import type { Database } from './database.ts';
import { isAsTold, logRetoldCode } from './log-chain.ts';
import { findLogChain, foldedOf, saveLogChain, startAt } from './log-store.ts';
import { changeIn, deleteIn, rowIn, rowsIn, someIn } from './rows.ts';
import { withoutTriggers } from './triggers.ts';
import type { LogEntryRow } from './watch-tables.ts';
import { wordsOf } from './words-of.ts';

const TEXTS = ['system', 'words', 'facts', 'wanted_from'] as const satisfies readonly (keyof LogEntryRow)[];

export interface LogKeeper {
  readonly unitId: string;
  readonly key: Uint8Array;
}

export interface LogRewriting {
  /** Of the person who wrote entries. */
  readonly code: Swapped;
  readonly replacements: readonly Swapped[];
}

interface Swapped {
  readonly from: string;
  readonly to: string;
}

/**
 * A person's code, and texts, by others wherever they stand in the unit's log; how many entries were changed. One that was
 * tampered with before stays found so. Call it inside a transaction.
 */
export function rewriteLog(
  trx: Database,
  keeper: LogKeeper,
  { code, replacements }: LogRewriting,
): Promise<number> {
  const put = (text: string): string =>
    replacements.reduce((found, { from, to }) => found.replaceAll(from, () => to), text);
  return withoutTriggers(trx, ['log_entry_never_changes'], async () => {
    const rows = await rowsIn(trx, 'log_entry', { unit_id: keeper.unitId })
      .where((eb) =>
        eb.or([
          eb('staff_id', '=', code.from),
          ...replacements.flatMap(({ from }) => TEXTS.map((column) => wordsOf(trx).holds(column, from))),
        ]),
      )
      .execute();
    for (const row of rows) {
      const texts = Object.fromEntries(TEXTS.map((column) => [column, put(row[column])]));
      const staff_id = row.staff_id === code.from ? code.to : row.staff_id;
      await rewrite(trx, keeper, { row, change: { ...texts, staff_id } });
    }
    return rows.length;
  });
}

/** Texts of one entry, likewise. */
export function rewriteText(
  trx: Database,
  keeper: LogKeeper,
  { number, ...change }: { readonly number: number } & Partial<Pick<LogEntryRow, 'words' | 'wanted_from'>>,
): Promise<void> {
  return withoutTriggers(trx, ['log_entry_never_changes'], async () => {
    const row = await rowIn(trx, 'log_entry', { unit_id: keeper.unitId, number });
    if (row) await rewrite(trx, keeper, { row, change });
  });
}

async function rewrite(
  trx: Database,
  { key }: LogKeeper,
  { row, change }: { readonly row: LogEntryRow; readonly change: Partial<LogEntryRow> },
): Promise<void> {
  const written = { ...row, ...change };
  const after = { ...written, folded: foldedOf(written) };
  const retold = isAsTold(key, row) ? logRetoldCode(key, after, row.link) : row.retold;
  const { unit_id, number, told: _, link: __, ...columns } = after;
  await changeIn(trx, 'log_entry', { unit_id, number }).to({ ...columns, retold });
}

const NOTHING_SAID = {
  actor: '',
  staff_id: null,
  system: '',
  words: '',
  facts: '{}',
  wanted_from: '',
  wanted_by: null,
  pictures: '[]',
  purged: 1,
} satisfies Partial<LogEntryRow>;

/** So many in one transaction: whoever writes meanwhile waits for it. */
const AT_ONCE = 1_000;

/**
 * Empties what was received before `ordinary`, incidents and handovers before `long`, and lets go of the first entries up to one
 * that still says something or still waits; how many were emptied. An open item that nobody closed stays. Call it inside a transaction,
 * and again while it answers with as many as it takes at once.
 */
export function purgeLog(
  trx: Database,
  keeper: LogKeeper,
  { ordinary, long }: { readonly ordinary: Instant; readonly long: Instant },
): Promise<number> {
  const { unitId } = keeper;
  const triggers = ['log_entry_never_changes', 'log_entry_never_goes', 'log_picture_never_goes'];
  return withoutTriggers(trx, triggers, async () => {
    const rows = await rowsIn(trx, 'log_entry', { unit_id: unitId, purged: 0 })
      .where((eb) =>
        eb.or([
          eb.and([eb('kind', 'not in', KEPT_LONG), eb('received_at', '<', ordinary)]),
          eb.and([eb('kind', 'in', KEPT_LONG), eb('received_at', '<', long)]),
        ]),
      )
      .where((eb) =>
        eb.or([
          eb('open', '=', 0),
          eb.exists(
            eb
              .selectFrom('log_entry as later')
              .select('later.number')
              .whereRef('later.unit_id', '=', 'log_entry.unit_id')
              .whereRef('later.closes', '=', 'log_entry.number'),
          ),
        ]),
      )
      .orderBy('number')
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) {
      const change = { ...NOTHING_SAID, entry_key: `purged ${row.number}` };
      await rewrite(trx, keeper, { row, change });
      await deleteIn(trx, 'log_picture', { unit_id: unitId, entry_number: row.number });
    }
    if (rows.length > 0) await letGo(trx, keeper);
    return rows.length;
  });
}

/** Of emptied entries before the first that still says something; the last of all stays, since the next follows it. */
async function letGo(trx: Database, { unitId, key }: LogKeeper): Promise<void> {
  const chain = await findLogChain(trx, unitId);
  const kept = await someIn(trx, 'log_entry', { unit_id: unitId })
    .select('number')
    .where((eb) => eb.or([eb('purged', '=', 0), eb('number', '=', chain?.head_number ?? 0)]))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  if (!chain || !kept) return;
  const last = await someIn(trx, 'log_entry', { unit_id: unitId, number: kept.number - 1 })
    .select(['number', 'link'])
    .executeTakeFirst();
  if (!last) return;
  await trx.deleteFrom('log_entry').where('unit_id', '=', unitId).where('number', '<', kept.number).execute();
  await saveLogChain(trx, { ...chain, ...startAt(key, unitId, last) });
}
