/** Whose share of the server's lines a visit takes: the account's, or where nobody signs in, the network address's. */

import type { WebDeps } from './deps.ts';
import type { Visit } from './visit.ts';

export function askerOf({ visitor }: Visit, { app }: Pick<WebDeps, 'app'>): string {
  return visitor?.account.id ?? app.origin?.address ?? '';
}
