/** A database that is open, whichever engine keeps it. */

import type { Database } from './database.ts';

export interface Store {
  readonly db: Database;
  /** Another number after every commit to the database, by whatever process; the same number when there was none. */
  readonly stamp: () => number;
  /** Whether nothing was written to these tables since that stamp. Absent where it is not known what was written. */
  readonly isUnchanged?: ((tables: ReadonlySet<string>, since: number) => boolean) | undefined;
  /**
   * What anybody has committed before this is called is in the stamp once it resolves; it never rejects. Absent where the
   * stamp always knows.
   */
  readonly catchUp?: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}
