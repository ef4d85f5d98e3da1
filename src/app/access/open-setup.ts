/** Opens the door of the first start: a one-time code, told on the console and nowhere else. */

import { hasAccounts } from '../../store/account-store.ts';
import { saveSetupCode } from '../../store/setup-store.ts';
import type { App } from '../app.ts';
import { hashOfToken } from '../secret-token.ts';

/** Crockford's letters: none that is read for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;

/** A new code, such as `7K2M-…`, in place of any before; undefined when there are accounts already. */
export async function openSetup(app: App): Promise<string | undefined> {
  // 32 letters divide 256 evenly, so each is as likely as the next: 20 of them are 100 bits.
  const letters = [...app.randomBytes(CODE_LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length));
  const code = letters.join('').replace(/.{4}(?=.)/g, '$&-');
  return app.db.transaction().execute(async (trx) => {
    if (await hasAccounts(trx)) return undefined;
    await saveSetupCode(trx, hashOfSetupCode(code), app.clock());
    return code;
  });
}

/** Whether there is an account; before, the first one is to be made. */
export function isSetUp(app: App): Promise<boolean> {
  return hasAccounts(app.db);
}

/** However it is typed: small letters, other dashes, O for 0, I and L for 1. */
export function hashOfSetupCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return hashOfToken(letters.replace(/[^0-9A-Z]/g, ''));
}
