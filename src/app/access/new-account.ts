/** What a form must say to make an account: checked for the first account and for whoever follows an invitation. */

import { parseSignInName } from '../../domain/account.ts';
import type { Params } from '../../kernel/app-error.ts';
import type { Language } from '../../kernel/languages.ts';
import { normaliseName } from '../../kernel/names.ts';
import { insertAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import type { App } from '../app.ts';
import { newId } from '../secret-token.ts';
import { judgePassword, type PasswordJudging } from './judge-password.ts';

const MOST_NAME_LENGTH = 100;

export interface NewAccount {
  readonly signInName: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

/** What a form is given back with: the field at fault and a message key. */
export interface Refused {
  readonly done: false;
  readonly field: 'code' | 'signInName' | 'name' | 'password' | 'currentPassword';
  readonly key: string;
  readonly params: Params;
}

export function refused(field: Refused['field'], key: string, params: Params = {}): Refused {
  return { done: false, field, key, params };
}

/** The form with its words tidied, or the first thing wrong with it. `context`: more words a password may not be. */
export async function readNewAccount(
  form: NewAccount,
  { context, ...judging }: PasswordJudging,
): Promise<NewAccount | Refused> {
  const signInName = parseSignInName(form.signInName);
  if (signInName === undefined) {
    return refused('signInName', 'error.access.name-form', {
      value: form.signInName.slice(0, MOST_NAME_LENGTH),
    });
  }
  const name = normaliseName(form.name);
  if (name === '' || name.length > MOST_NAME_LENGTH) {
    return refused('name', 'error.access.person-name', { most: MOST_NAME_LENGTH });
  }
  const fault = await judgePassword(form.password, { ...judging, context: [signInName, name, ...context] });
  return fault ? refused('password', fault.key, fault.params) : { ...form, signInName, name };
}

/** The new account's id, or the refusal of a name that is taken. The password comes hashed: hashing takes its time. */
export async function addAccount(
  trx: Database,
  app: App,
  account: Omit<NewAccount, 'password'> & { readonly passwordHash: string; readonly operator: boolean },
): Promise<string | Refused> {
  const { signInName, name, language, operator, passwordHash } = account;
  const id = newId(app);
  const row = { id, signInName, name, language, operator, createdAt: app.clock() };
  const added = await insertAccount(trx, row, passwordHash);
  return added ? id : refused('signInName', 'error.access.name-taken', { value: signInName });
}
