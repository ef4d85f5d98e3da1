/** Headers every answer carries. Nothing inline runs, nothing from elsewhere loads, nobody frames a page. */

import type { PageReply } from './visit.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  // Symbols are an SVG file used by reference.
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Of a page whose script may also call an address, a program on the visitor's own machine, or shows pictures that it was sent as
 * bytes.
 */
export function policyFor({ connects, draws }: Pick<PageReply, 'connects' | 'draws'>): string {
  const calling = CONTENT_SECURITY_POLICY.replace(
    "connect-src 'self'",
    connects === undefined ? "connect-src 'self'" : `connect-src 'self' ${connects}`,
  );
  return draws ? calling.replace("img-src 'self'", "img-src 'self' blob:") : calling;
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // `no-referrer` would also blank the Origin of our own forms, which the form guard reads.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** RFC 6797: two years of no plain HTTP, for what lies under the host too, sent where the public address is of TLS. */
export const TLS_ONLY: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};
