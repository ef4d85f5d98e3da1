/**
 * Who waits for work that is done one after another, and whose turn it is. Everyone who asks has a line of their own, and
 * the lines are served in turn, so that who asks for much waits behind who asks for little. It knows no clock, no thread.
 */

export interface LineLimits {
  /** All lines together. */
  readonly mostWaiting: number;
  /** Of one asker. */
  readonly mostOfOne: number;
}

export class FairLine<T> {
  readonly #limits: LineLimits;
  /** By asker, in the order of their turns. A line that is empty is not kept. */
  readonly #lines = new Map<string, T[]>();
  #length = 0;

  constructor(limits: LineLimits) {
    this.#limits = limits;
  }

  get length(): number {
    return this.#length;
  }

  /**
   * Puts it in line, and gives back what is turned away for it: itself when the asker's share is used up or everyone has
   * as much; when all places are taken, the last of whoever has most.
   */
  add(asker: string, item: T): T | undefined {
    const line = this.#lines.get(asker) ?? [];
    if (line.length >= this.#limits.mostOfOne) return item;
    const turnedAway =
      this.#length >= this.#limits.mostWaiting ? this.#lastOfLongest(line.length) : undefined;
    if (this.#length >= this.#limits.mostWaiting) return item;
    line.push(item);
    this.#lines.set(asker, line);
    this.#length++;
    return turnedAway;
  }

  /** The first of the asker whose turn it is; their next one comes after everyone else's. */
  next(): T | undefined {
    const [first] = this.#lines;
    if (!first) return undefined;
    const [asker, line] = first;
    const item = line.shift();
    this.#lines.delete(asker);
    if (line.length > 0) this.#lines.set(asker, line);
    this.#length--;
    return item;
  }

  /** Everything that waits; the lines are empty then. */
  clear(): T[] {
    const items = [...this.#lines.values()].flat();
    this.#lines.clear();
    this.#length = 0;
    return items;
  }

  /** Taken out, when that line is more than one longer than `own`. */
  #lastOfLongest(own: number): T | undefined {
    let longest: T[] = [];
    for (const line of this.#lines.values()) if (line.length > longest.length) longest = line;
    if (longest.length <= own + 1) return undefined;
    this.#length--;
    return longest.pop();
  }
}
