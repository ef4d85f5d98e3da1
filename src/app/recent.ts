/** Two small bounded memories: the most recent entries, and work done once a key. */

/** A map that forgets what was put in first. */
export class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#kept.get(key);
  }

  set(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }
}

/** Work done once a key, however many ask for it at the same time; work that failed is done anew. */
export class OnceEach<T> {
  readonly #kept: Recent<Promise<T>>;

  constructor(most: number) {
    this.#kept = new Recent(most);
  }

  find(key: string, work: () => Promise<T>): Promise<T> {
    const found = this.#kept.get(key);
    if (found) return found;
    const begun = work();
    this.#kept.set(key, begun);
    begun.catch(() => this.#kept.delete(key));
    return begun;
  }
}
