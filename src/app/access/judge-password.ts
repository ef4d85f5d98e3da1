/**
 * Whether a password will do, by the rules and by the list of those that leaked most often. The list is some 400 kB and is read
 * when the first password is chosen, not at the start.
 */

import { LEAST_PASSWORD_LENGTH, type PasswordFault, passwordFault } from '../../domain/password-rules.ts';
import { safetyOf } from '../../domain/safety.ts';
import type { Database } from '../../store/database.ts';
import { findSafety } from '../../store/safety-store.ts';
import { asksLongPasswords } from '../../store/unit-security-store.ts';

/** TCVN 14423:2026: without a second step. */
const LONG_PASSWORD_LENGTH = 14;

export interface PasswordJudging {
  /** Names of the person, the sign-in, the unit. */
  readonly context: readonly string[];
  readonly least?: number;
}

export async function judgePassword(
  password: string,
  { context, least = LEAST_PASSWORD_LENGTH }: PasswordJudging,
): Promise<PasswordFault | undefined> {
  return passwordFault(password, context, { least, listed: await listedPasswords() });
}

/** What the strictest of these units, and the installation, asks of whoever has or has not a second step. */
export async function leastLength(
  db: Database,
  unitIds: readonly string[],
  secondStep: boolean,
): Promise<number> {
  if (secondStep) return LEAST_PASSWORD_LENGTH;
  const { passwordLength } = safetyOf(await findSafety(db));
  const ofUnits = (await asksLongPasswords(db, unitIds)) ? LONG_PASSWORD_LENGTH : LEAST_PASSWORD_LENGTH;
  return Math.max(passwordLength, ofUnits);
}

let listed: Promise<ReadonlySet<string>> | undefined;

function listedPasswords(): Promise<ReadonlySet<string>> {
  listed ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return listed;
}
