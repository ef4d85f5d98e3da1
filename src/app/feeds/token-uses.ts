/**
 * When each feed link and API token was last used, and by which client. Machines poll day and night, so uses are noted in
 * memory, to the hour, and written down together later: a request never waits for the disk or fails for want of room on it.
 */

import type { Instant } from '../../calendar/interval.ts';

export interface TokenUse {
  readonly at: Instant;
  /** What the client calls itself. */
  readonly client: string;
}

/** Not yet written down, by the id of the link or token. */
export type NotedUses = Map<string, TokenUse>;

/** Anything that shows when it was last used. */
interface Used {
  readonly id: string;
  readonly lastUsedAt?: Instant;
  readonly lastClient?: string;
}

const USE_KEPT_MS = 3_600_000;
const CLIENT_LENGTH = 200;

export function noteUse(noted: NotedUses, used: Used, { at, client }: TokenUse): void {
  const last = noted.get(used.id)?.at ?? used.lastUsedAt;
  if (last !== undefined && Math.abs(at - last) < USE_KEPT_MS) return;
  noted.set(used.id, { at, client: client.slice(0, CLIENT_LENGTH) });
}

/** The same as it is after the uses noted since. */
export function withNotedUse<T extends Used>(noted: NotedUses, used: T): T {
  const use = noted.get(used.id);
  return use ? { ...used, lastUsedAt: use.at, lastClient: use.client } : used;
}
