/** When which table was last written to, as far as it is known: rather written too often than once too few. */

export class TableStamps {
  #now = 1;
  /** When something was written, and nobody can say what. */
  #all = 1;
  readonly #tables = new Map<string, number>();

  /** Another number after everything that was noted. */
  get now(): number {
    return this.#now;
  }

  /** Whether nothing was written to these tables since then. */
  isUnchanged(tables: ReadonlySet<string>, since: number): boolean {
    if (this.#all > since) return false;
    for (const table of tables) if ((this.#tables.get(table) ?? 0) > since) return false;
    return true;
  }

  note(tables: Iterable<string>): void {
    this.#now += 1;
    for (const table of tables) this.#tables.set(table, this.#now);
  }

  noteAll(): void {
    this.#now += 1;
    this.#all = this.#now;
  }
}
