/** Counts what the database is asked and answers with: the cost that grows with data, whatever the machine. */

import type { KyselyPlugin, QueryResult, RootOperationNode, UnknownRow } from 'kysely';

export class RowCounter implements KyselyPlugin {
  queries = 0;
  rows = 0;

  transformQuery({ node }: { readonly node: RootOperationNode }): RootOperationNode {
    this.queries++;
    return node;
  }

  async transformResult({
    result,
  }: {
    readonly result: QueryResult<UnknownRow>;
  }): Promise<QueryResult<UnknownRow>> {
    this.rows += result.rows.length;
    return result;
  }

  /** Of the work alone. */
  async counting(work: () => Promise<unknown>): Promise<{ readonly queries: number; readonly rows: number }> {
    const { queries, rows } = this;
    await work();
    return { queries: this.queries - queries, rows: this.rows - rows };
  }
}
