import { createHash } from 'node:crypto';

/** Short and the same for the same thing: tells whether something changed since it was shown. */
export function stampOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}
