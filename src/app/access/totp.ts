/** Codes of authenticator apps: TOTP (RFC 6238) over HOTP (RFC 4226), SHA-1, 6 digits, 30 seconds. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';

/** RFC 4226 R6 asks for 128 bits and recommends 160. */
export const TOTP_SECRET_BYTES = 20;
const STEP_MS = 30_000;
/** A code of the step before or after is taken too: clocks of phones differ, and people type slowly (RFC 6238 5.2). */
const STEPS_AROUND = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Steps of 30 seconds since 1970. */
export function totpStep(now: Instant): number {
  return Math.floor(now / STEP_MS);
}

/** @param digits authenticator apps show 6; the RFC's own examples have 8. */
export function totpCode(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/** The steps around now whose code this is: one, or by a chance in a million two; none for a wrong code. */
export function matchTotp(secret: Uint8Array, code: string, now: Instant): number[] {
  const typed = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) return [];
  return [-STEPS_AROUND, 0, STEPS_AROUND]
    .map((off) => totpStep(now) + off)
    .filter((step) => timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(typed)));
}

/** RFC 4648 base32 without padding, as authenticator apps read it. */
export function formatBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** The address a QR code hands to an authenticator app. */
export function totpAddress(
  secret: Uint8Array,
  names: { readonly issuer: string; readonly account: string },
): string {
  const issuer = encodeURIComponent(names.issuer);
  const label = `${issuer}:${encodeURIComponent(names.account)}`;
  return `otpauth://totp/${label}?secret=${formatBase32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`;
}
