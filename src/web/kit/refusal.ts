/** The two ways a form comes back: what it says will not do, or it came second (RFC 9110, 15.5.21 and 15.5.10). */

import { AppError } from '../../kernel/app-error.ts';
import type { FormFault } from './fields.ts';

export const REFUSED = 422;
export const SECOND = 409;

/** Of a page with a form: refused when there is any fault to tell. */
export function refusedIf(refused: boolean): { readonly status?: typeof REFUSED } {
  return refused ? { status: REFUSED } : {};
}

/** Of a page that tells why what was asked no longer goes, as things stand now. */
export function secondIf(second: boolean): { readonly status?: typeof SECOND } {
  return second ? { status: SECOND } : {};
}

/** The result, or how to tell that someone else was first. */
export async function cameSecond<T extends object>(
  saving: Promise<T>,
): Promise<T | { readonly second: FormFault }> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    return { second: { key: error.key, params: error.params } };
  }
}
