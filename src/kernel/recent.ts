/** Two small bounded memories: the most recent entries, by count or by weight, and work done once a key. */

/** A map that forgets what was put in, or touched, first. */
export class Recent<T> {
  readonly #most: number;
  /** A Map remembers the order of insertion: the first key is the oldest. */
  readonly #kept = new Map<string, { readonly value: T; readonly weight: number }>();
  #weight = 0;

  /** @param most of all weights together: octets, or entries where nothing is weighed. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#kept.get(key)?.value;
  }

  /** What is heavier than all that may be kept is not. */
  set(key: string, value: T, weight = 1): void {
    this.delete(key);
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#most) break;
      this.delete(oldest);
    }
  }

  /** Makes it the newest, so that it is forgotten last. */
  touch(key: string): void {
    const known = this.#kept.get(key);
    if (!known) return;
    this.#kept.delete(key);
    this.#kept.set(key, known);
  }

  delete(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}

/** Work done once a key, however many ask for it at the same time; work that failed is done anew. */
export class OnceEach<T> {
  readonly #kept: Recent<Promise<T>>;
  readonly #weigh: (value: T) => number;

  constructor(most: number, weigh: (value: T) => number = () => 1) {
    this.#kept = new Recent(most);
    this.#weigh = weigh;
  }

  find(key: string, work: () => Promise<T>): Promise<T> {
    const found = this.#kept.get(key);
    if (found) return found;
    const begun = work();
    // Weighs nothing until it is known what it is.
    this.#kept.set(key, begun, 0);
    begun.then(
      (value) => this.#kept.get(key) === begun && this.#kept.set(key, begun, this.#weigh(value)),
      () => this.#kept.get(key) === begun && this.#kept.delete(key),
    );
    return begun;
  }
}
