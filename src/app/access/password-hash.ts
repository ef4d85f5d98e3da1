/**
 * Passwords as slow, salted hashes: scrypt (RFC 7914), kept as `$scrypt$ln=15,r=8,p=3$salt$hash`. scrypt and not
 * Argon2id: it is part of Node, so nothing foreign is compiled in, and at these figures OWASP ranks them alike.
 */

import { scrypt, timingSafeEqual } from 'node:crypto';
import type { App, PasswordCost } from '../app.ts';
import { createGate } from '../gate.ts';

/**
 * 32 MiB and about a sixth of a second a guess (OWASP Password Storage Cheat Sheet: N=2^15,
 * r=8, p=3). At most two at once, so that a storm of sign-ins takes 64 MiB and no more, and pages go on beside it on two
 * processors.
 */
export const PASSWORD_COST: PasswordCost = { logN: 15, r: 8, p: 3 };

/** Of the four threads that Node has for it. The last in line waits a few seconds, about as long as anyone would. */
const AT_ONCE = 2;
const MOST_WAITING = 60;
const gate = createGate({ atOnce: AT_ONCE, mostWaiting: MOST_WAITING, refusal: 'error.access.busy' });

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

type Hashing = Pick<App, 'randomBytes' | 'passwordCost'>;

/** The password is taken exactly as typed (ASVS 5.0 6.2.8). Rejects with `unavailable` when too many wait. */
export async function hashPassword(app: Hashing, password: string): Promise<string> {
  const { passwordCost: cost } = app;
  const salt = Buffer.from(app.randomBytes(SALT_BYTES));
  const hash = await derive(password, salt, cost);
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(hash)}`;
}

export interface PasswordVerdict {
  readonly right: boolean;
  /** Right, but hashed at another cost than today's: worth hashing anew while the password is at hand. */
  readonly stale: boolean;
}

/** Without a stored hash it takes as long and is never right, so that nobody learns which accounts there are. */
export async function verifyPassword(
  { passwordCost }: Hashing,
  password: string,
  stored: string | undefined,
): Promise<PasswordVerdict> {
  const parsed = stored === undefined ? undefined : parseHash(stored);
  if (!parsed) {
    await derive(password, Buffer.alloc(SALT_BYTES), passwordCost);
    return { right: false, stale: false };
  }
  const { cost, salt, hash } = parsed;
  const right = timingSafeEqual(hash, await derive(password, salt, cost));
  const { logN, r, p } = passwordCost;
  return { right, stale: right && (cost.logN !== logN || cost.r !== r || cost.p !== p) };
}

function parseHash(text: string): { cost: PasswordCost; salt: Buffer; hash: Buffer } | undefined {
  const [, logN, r, p, salt = '', hash = ''] = FORM.exec(text) ?? [];
  if (logN === undefined) return undefined;
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** logN;
  const work = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      scrypt(password, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, hash) => {
        if (error) reject(error);
        else resolve(hash);
      });
    });
  return gate(work);
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
