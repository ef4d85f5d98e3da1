/** Who may come in: an account, what it is in each unit, and how long a sign-in lasts. No password is known here. */

import type { Instant } from '../calendar/interval.ts';
import type { Language } from '../kernel/languages.ts';

/** From the most to the least; what each may do stands in `permission.ts`. */
export const ROLES = ['administrator', 'manager', 'approver', 'technician', 'reader'] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  readonly id: string;
  /** What is typed at sign-in: lower case, often a mail address; unique. */
  readonly signInName: string;
  readonly name: string;
  readonly language: Language;
  /** Keeps this installation: administrator of every unit, those that come later too. */
  readonly operator: boolean;
  /** Asked for a code of an authenticator app at sign-in. */
  readonly totp: boolean;
  /** How many passkeys it has. */
  readonly passkeys: number;
  readonly createdAt: Instant;
  readonly disabledAt?: Instant;
}

/** Whether a password alone lets nobody in. */
export function hasSecondStep({ totp, passkeys }: Pick<Account, 'totp' | 'passkeys'>): boolean {
  return totp || passkeys > 0;
}

/** A key on a phone, a computer or a stick (WebAuthn), by the name its owner gave it. */
export interface Passkey {
  /** The authenticator's own, base64url. */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly addedAt: Instant;
  readonly usedAt?: Instant;
}

/** What an account is in one unit. */
export interface Membership {
  readonly accountId: string;
  readonly unitId: string;
  readonly role: Role;
  /** The member of staff this account belongs to: whose shifts, leave and swaps are its own. */
  readonly staffId?: string;
}

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly openedAt: Instant;
  /** To the minute. */
  readonly usedAt: Instant;
  /** When the password was last given. */
  readonly provedAt: Instant;
  readonly address: string;
  /** What the browser calls itself, cut short. */
  readonly client: string;
}

/** A link that makes one account a member, or gives an account a new password; good once, and not for long. */
export interface Invitation {
  readonly id: string;
  readonly unitId: string;
  readonly role: Role;
  readonly staffId?: string;
  /** The account whose password it sets anew; absent when it makes a member. */
  readonly accountId?: string;
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt?: Instant;
  readonly revokedAt?: Instant;
}

/** Signed in, seen from the inside. */
export interface Visitor {
  readonly account: Account;
  readonly memberships: readonly Membership[];
  readonly session: Session;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** ASVS 5.0 7.3.1: left alone for this long, a session ends. */
export const SESSION_IDLE_MS = 2 * HOUR;
/** ASVS 5.0 7.3.2: after this long a session ends even when used; one long duty shift. */
export const SESSION_LONGEST_MS = 12 * HOUR;
/** ASVS 5.0 7.5.1: sensitive changes ask for the password again when it was given longer ago than this. */
export const PROOF_LASTS_MS = 10 * MINUTE;

/** Where an installation asks for less than the program does. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly longestMs: number;
}

/** A clock that was set back by as much ends it too: a session from the future would not end by itself for long. */
export function isSessionOver(
  { openedAt, usedAt }: Session,
  now: Instant,
  { idleMs, longestMs }: SessionLimits = { idleMs: SESSION_IDLE_MS, longestMs: SESSION_LONGEST_MS },
): boolean {
  return Math.abs(now - usedAt) >= idleMs || Math.abs(now - openedAt) >= longestMs;
}

export function isProven({ provedAt }: Session, now: Instant): boolean {
  return Math.abs(now - provedAt) < PROOF_LASTS_MS;
}

const SIGN_IN_NAME = /^[a-z0-9][a-z0-9._@+-]{2,99}$/;

/** `  Thu.Cuc@Lamgiang.gov.vn ` → `thu.cuc@lamgiang.gov.vn`; undefined for what no sign-in name looks like. */
export function parseSignInName(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return SIGN_IN_NAME.test(name) ? name : undefined;
}
