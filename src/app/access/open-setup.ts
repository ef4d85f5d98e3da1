/** Lets the first account be made: a one-time code, printed on the console and nowhere else. */

import { hasAccounts } from '../../store/account-store.ts';
import { saveSetupCode } from '../../store/setup-store.ts';
import type { App } from '../app.ts';
import { hashOfToken } from '../secret-token.ts';
import { requireMachine } from './authorise.ts';
import { newSpokenCode, readSpokenCode } from './spoken-code.ts';

/** 100 bits. */
const CODE_LENGTH = 20;
const GROUP = 4;

/** A new code, such as `7K2M-…`, in place of any before; undefined when there are accounts already. */
export async function openSetup(app: App): Promise<string | undefined> {
  requireMachine(app);
  const code = newSpokenCode(app, CODE_LENGTH, GROUP);
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

export function hashOfSetupCode(typed: string): string {
  return hashOfToken(readSpokenCode(typed));
}
