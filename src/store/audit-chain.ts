/**
 * The codes that chain the audit trail: HMAC-SHA256 (RFC 2104) with a key kept beside the database and not in it, so that
 * whoever can write to the file alone can neither change, remove nor slip in an entry unseen. Letting go of the last ones
 * leaves no mark here: a copy of the trail kept elsewhere shows it.
 */

import { createHmac } from 'node:crypto';
import type { AuditRow } from './tables.ts';

/** An entry's row without its codes. */
export type PlainRow = Omit<AuditRow, 'id' | 'link' | 'told' | 'retold'> & { readonly id: number };

/** Where a chain begins, or goes on: the number and link of the entry before. */
export interface ChainEnd {
  readonly number: number;
  readonly link: string;
}

/** Of subject and details, apart: erasing a person may rewrite these. */
export function toldCode(key: Uint8Array, { id, subject, details }: PlainRow): string {
  return chainCode(key, 'audit-told', [id, subject, details]);
}

export function linkCode(key: Uint8Array, before: ChainEnd, row: PlainRow, told: string): string {
  const { id, at, actor, action, unit_id, address, request_id } = row;
  return chainCode(key, 'audit-link', [
    before.number,
    before.link,
    id,
    at,
    actor,
    action,
    unit_id,
    address,
    request_id,
    told,
  ]);
}

/** Of subject and details as they were rewritten, bound to the entry's place in the chain. */
export function retoldCode(key: Uint8Array, { id, subject, details }: PlainRow, link: string): string {
  return chainCode(key, 'audit-retold', [id, link, subject, details]);
}

export function startCode(key: Uint8Array, { number, link }: ChainEnd): string {
  return chainCode(key, 'audit-start', [number, link]);
}

/** @param what tells codes of one use from those of another. */
export function chainCode(key: Uint8Array, what: string, parts: readonly (string | number | null)[]): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([what, ...parts]))
    .digest('base64url');
}
