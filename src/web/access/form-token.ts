/**
 * What every form of a signed-in page carries besides its origin (ASVS 5.0 3.5.1): made from the session's token, so
 * it is kept nowhere, ends with the session, and tells nobody the token.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';

/** Name of the hidden field. */
export const FORM_TOKEN = 'token';

export function formTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('form').digest('base64url');
}

export function isFormToken(given: string | null, sessionToken: string): boolean {
  const wanted = Buffer.from(formTokenOf(sessionToken));
  const typed = Buffer.from(given ?? '');
  return typed.length === wanted.length && timingSafeEqual(typed, wanted);
}
