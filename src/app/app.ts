/** What every use case is given: the store, the clock, chance, the holidays. Nothing else is reached for. */

import type { HolidaySources } from '../calendar/holiday-sources.ts';
import type { Instant } from '../calendar/interval.ts';
import type { Asker } from '../domain/permission.ts';
import type { RevocationList } from '../domain/revocation.ts';
import type { Database } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import type { ParseFile } from '../thread-host/file-kinds.ts';
import type { AuditNotes } from './audit-note.ts';
import type { FeedMemory } from './feeds/feed-memory.ts';
import type { NotedUses } from './feeds/token-uses.ts';

/** Where a visit came from, for throttling and the audit trail. */
export interface Origin {
  /** Network address of the client, as the nearest trusted proxy saw it. */
  readonly address: string;
  readonly requestId: string;
}

/** What a guess at a password costs (RFC 7914): 128 · 2^logN · r bytes, p times over. */
export interface PasswordCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/**
 * Who asks: someone with the roles they have, or this machine itself, which may do everything: the command line, jobs in
 * the background, a server where nobody signs in.
 */
export type Caller = Asker | 'machine';

export interface App {
  readonly db: Database;
  /** Another number after every commit to the database, by whatever process: see `Store`. */
  readonly stamp: Store['stamp'];
  readonly isUnchanged?: Store['isUnchanged'];
  /** Brings the stamp up to what others have committed; absent where it always knows. */
  readonly catchUp?: Store['catchUp'];
  readonly clock: () => Instant;
  /** Bytes nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly holidays: HolidaySources;
  /** What polls remember of one another. */
  readonly feeds: FeedMemory;
  /** Of tokens of the JSON API. */
  readonly apiUses: NotedUses;
  /** What was read, and who was told to wait, not yet written down. */
  readonly auditNotes: AuditNotes;
  /** When sessions were last used, by id, not yet written down. */
  readonly sessionUses: Map<string, Instant>;
  /** 32 bytes that are not in the database: they seal what a stolen copy of it must not tell. */
  readonly sealingKey: Uint8Array;
  /** What was taken back, outside the database too: a backup restored brings none of it to life again. */
  readonly revocations: RevocationList;
  readonly passwordCost: PasswordCost;
  /** Reads a file somebody handed us, never in the thread that answers visits. */
  readonly parseFile: ParseFile;
  /** A web request's use cases get `{ ...app, caller, origin }`. */
  readonly caller: Caller;
  /** Absent for what this machine does itself. */
  readonly origin?: Origin;
}
