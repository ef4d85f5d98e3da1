/** Which questions make SQLite read a whole table: no count of answered rows shows it, and it grows with everybody's data. */

import { CompiledQuery, createQueryId, type KyselyPlugin, type RootOperationNode } from 'kysely';
import type { Database } from '../../src/store/database.ts';

export class ScanFinder implements KyselyPlugin {
  readonly #asked = new Map<string, CompiledQuery>();
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  transformQuery({ node }: { readonly node: RootOperationNode }): RootOperationNode {
    const query = this.#db.getExecutor().compileQuery(node, createQueryId());
    this.#asked.set(query.sql, query);
    return node;
  }

  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result;

  /** What was asked so far that reads all of a table, each with SQLite's word for it. */
  async scans(): Promise<string[]> {
    const found: string[] = [];
    for (const { sql, parameters } of this.#asked.values()) {
      const explained = CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
      const { rows } = await this.#db.executeQuery<{ detail: string }>(explained);
      found.push(
        ...rows.filter(({ detail }) => /^SCAN /.test(detail)).map(({ detail }) => `${detail}: ${sql}`),
      );
    }
    return found;
  }
}
