/**
 * What every form of a signed-in page carries besides its origin (ASVS 5.0 3.5.1): made from the session's token, so
 * it is kept nowhere, ends with the session, and tells nobody the token.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App } from '../../app/app.ts';

/** Name of the hidden field. */
export const FORM_TOKEN = 'token';

export function formTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('form').digest('base64url');
}

export function isFormToken(given: string | null, sessionToken: string): boolean {
  return isSame((given ?? '').slice(0, CODE_LENGTH), formTokenOf(sessionToken));
}

/** 256 bits in base64url. */
const CODE_LENGTH = 43;

type Key = Pick<App, 'sealingKey'>;

/** The same, saying as well whose form it is, by the server's own code: known still when the session is gone. */
export function ownedFormToken(app: Key, sessionToken: string, accountId: string): string {
  return `${formTokenOf(sessionToken)}${ownerCode(app, sessionToken, accountId)}${accountId}`;
}

/** The account whose page carried it; undefined for a token that is none of ours or of another session. */
export function ownerOfForm(app: Key, given: string | null, sessionToken: string): string | undefined {
  if (given === null || !isFormToken(given, sessionToken)) return undefined;
  const accountId = given.slice(2 * CODE_LENGTH);
  const code = given.slice(CODE_LENGTH, 2 * CODE_LENGTH);
  return isSame(code, ownerCode(app, sessionToken, accountId)) ? accountId : undefined;
}

function ownerCode({ sealingKey }: Key, sessionToken: string, accountId: string): string {
  return createHmac('sha256', sealingKey).update(`form\0${sessionToken}\0${accountId}`).digest('base64url');
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
