/** What marks every page of a document: whose it is, which version, a short code and the way to the current one. */

import { cleanLine } from '../plain-text.ts';
import type { Identity } from './document.ts';
import type { DocumentContext } from './document-request.ts';

export function identityOf({ source, sheet, options, say, currentCode }: DocumentContext): Identity {
  const { version, published, superseded } = sheet.stamp;
  if (options.unmarked) return { line: '', code: '', pages: '', superseded };
  const mark = [version, published].filter((part) => part !== '').join(', ');
  return {
    line: [sheet.unit, cleanLine(source.plan.period.name), mark].join(' · '),
    code: say('document.code', { code: shortCode(contentOf(source)) }),
    pages: say('document.pages'),
    ...(currentCode && { current: currentCode }),
    superseded,
  };
}

function contentOf({ plan, roster, version }: DocumentContext['source']): string {
  const seats = roster.assignments.map(({ shiftId, place, staffId }) => [shiftId, place, staffId]);
  return JSON.stringify([
    plan.unit.id,
    plan.period.id,
    version?.number ?? 0,
    version?.publishedAt ?? 0,
    seats,
  ]);
}

/** Crockford's base 32: no I, L, O or U to misread. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FNV_PRIME = 0x100000001b3n;
const FNV_OFFSET = 0xcbf29ce484222325n;

/**
 * `K7QF-3M2D`: 40 bits of FNV-1a (Fowler, Noll, Vo). It tells two printed sheets apart at a glance; against forgery the
 * signature is the proof, not this.
 */
export function shortCode(content: string): string {
  let hash = FNV_OFFSET;
  for (let i = 0; i < content.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(content.charCodeAt(i))) * FNV_PRIME);
  }
  // FNV's low bits are its weakest; fold the high ones in.
  let bits = (hash ^ (hash >> 40n)) & 0xffffffffffn;
  let code = '';
  for (let i = 0; i < 8; i++) {
    code = (DIGITS[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
