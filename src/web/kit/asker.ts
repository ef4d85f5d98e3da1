/** Whose share of the server's lines a visit takes: the account's, or where nobody signs in, the network address's. */

import type { WebDeps } from './deps.ts';
import type { Visit } from './visit.ts';

export function askerOf({ visitor }: Visit, { core }: Pick<WebDeps, 'core'>): string {
  return visitor?.account.id ?? core.origin?.address ?? '';
}
