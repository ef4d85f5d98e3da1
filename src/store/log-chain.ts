/**
 * The codes that chain a unit's log: HMAC-SHA256 (RFC 2104) with a key that is not in the database, as those of the audit
 * trail. What an entry says is in the chain by a code of its own, so that erasing a person or a purge may rewrite it, with
 * a proof, while every link stays as it was.
 */

import { type ChainEnd, chainCode } from './audit-chain.ts';
import type { LogEntryRow } from './watch-tables.ts';

type PlainEntry = Omit<LogEntryRow, 'told' | 'link' | 'retold'>;

export function logToldCode(key: Uint8Array, row: PlainEntry): string {
  return chainCode(key, 'log-told', saidIn(row));
}

export function logLinkCode(key: Uint8Array, before: ChainEnd, row: PlainEntry, told: string): string {
  const { unit_id, number, written_at, received_at, kind, severity, open, closes, corrects } = row;
  return chainCode(key, 'log-link', [
    ...[before.number, before.link, unit_id, number, written_at, received_at],
    ...[kind, severity, open, closes, corrects, told],
  ]);
}

/** Of what was put in the place of what the entry said, bound to its place in the chain. */
export function logRetoldCode(key: Uint8Array, row: PlainEntry, link: string): string {
  return chainCode(key, 'log-retold', [link, ...saidIn(row)]);
}

/** Of where the chain begins, which is the entry before its first, or of its last. */
export function logEndCode(
  key: Uint8Array,
  unitId: string,
  { at, number, link }: ChainEnd & { readonly at: 'start' | 'head' },
): string {
  return chainCode(key, `log-${at}`, [unitId, number, link]);
}

function saidIn(row: PlainEntry) {
  const { unit_id, number, entry_key, actor, staff_id, period_id, shift_id, post_id } = row;
  const { system, words, folded, subject, facts, wanted_from, wanted_by, pictures, purged } = row;
  return [
    ...[unit_id, number, entry_key, actor, staff_id, period_id, shift_id, post_id, system, words],
    ...[folded, subject, facts, wanted_from, wanted_by, pictures, purged],
  ];
}

/** Whether what the row says is what was written, or what an erasure or a purge wrote over it. */
export function isAsTold(key: Uint8Array, row: LogEntryRow): boolean {
  return row.told === logToldCode(key, row) || row.retold === logRetoldCode(key, row, row.link);
}
