/**
 * Secret tokens of feeds, sessions and invitations: made of chance, kept as a hash, so that the database alone opens
 * nothing (FEEDS.md 25; OWASP ASVS 5.0 7.2.3, 11.5.1).
 */

import { hash } from 'node:crypto';
import type { App } from './app.ts';

const TOKEN_BYTES = 32;
const ID_BYTES = 9;

/** What 32 bytes look like in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 bits of chance: nobody guesses it, so a fast hash without salt is enough to keep it by. */
export function newToken(app: Pick<App, 'randomBytes'>): string {
  return Buffer.from(app.randomBytes(TOKEN_BYTES)).toString('base64url');
}

/** Names a link, a session or an account in pages and logs, where no token may appear. */
export function newId(app: Pick<App, 'randomBytes'>): string {
  return Buffer.from(app.randomBytes(ID_BYTES)).toString('base64url');
}

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** SHA-256 in hexadecimal. */
export function hashOfToken(token: string): string {
  return hash('sha256', token);
}
