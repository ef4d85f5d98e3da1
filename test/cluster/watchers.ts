/** Who asks all the while: one that writes and reads, some that read, and one that polls a calendar without a pause. */

import { formTokenOf } from '../../src/web/access/form-token.ts';

const PAUSE_MS = 20;
const WRITTEN_MS = 200;
const PATIENCE_MS = 10_000;

export interface Asked {
  readonly port: number;
  readonly unitId: string;
  readonly token: string;
}

export interface Reading {
  /** Pages that came. */
  readonly pages: number;
  /** Asked in vain: the database was away. */
  readonly refused: number;
  /** Pages that showed less than one before them. */
  readonly older: readonly string[];
}

export interface Writing extends Reading {
  /** Keys of the lines that were acknowledged. */
  readonly acknowledged: readonly string[];
}

export interface Watcher<T> {
  stop(): Promise<T>;
}

function watcher<T>(turn: () => Promise<void>, told: () => T, pauseMs = PAUSE_MS): Watcher<T> {
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      await turn();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  return {
    async stop() {
      stopped = true;
      await loop;
      return told();
    },
  };
}

/** The number of the newest line, as the page of the log is told; undefined where it did not come. */
async function newest({ port, unitId, token }: Asked): Promise<number | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/units/${unitId}/log/parts`, {
    headers: { Cookie: `session=${token}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  const text = await answer?.text().catch(() => undefined);
  if (!answer || text === undefined || answer.status >= 500) return undefined;
  if (answer.status !== 200) throw new Error(`a page of the log was answered by ${answer.status}`);
  return (JSON.parse(text) as { readonly newest: number }).newest;
}

class Seen {
  pages = 0;
  refused = 0;
  readonly older: string[] = [];
  #last = 0;

  take(number: number | undefined, least = this.#last): void {
    if (number === undefined) {
      this.refused += 1;
      return;
    }
    this.pages += 1;
    if (number < least) this.older.push(`${number} after ${least}`);
    this.#last = Math.max(this.#last, number);
  }

  get last(): number {
    return this.#last;
  }
}

export function keepReading(asked: Asked): Watcher<Reading> {
  const seen = new Seen();
  return watcher(
    async () => seen.take(await newest(asked)),
    () => ({ pages: seen.pages, refused: seen.refused, older: seen.older }),
  );
}

/** Writes a line, the same again until it is acknowledged, and reads at once: what it wrote has to be there. */
export function keepWriting(asked: Asked): Watcher<Writing> {
  const seen = new Seen();
  const acknowledged: string[] = [];
  let count = 0;
  /** Whether a line of this key may be there already, though nobody said so. */
  let isMaybeThere = false;
  const turn = async (): Promise<void> => {
    seen.take(await newest(asked));
    const key = `cluster:line-${count}`;
    if (!(await writeLine(asked, key))) {
      seen.refused += 1;
      isMaybeThere = true;
      return;
    }
    count += 1;
    acknowledged.push(key);
    seen.take(await newest(asked), seen.last + (isMaybeThere ? 0 : 1));
    isMaybeThere = false;
  };
  const told = (): Writing => ({
    ...{ pages: seen.pages, refused: seen.refused, older: seen.older },
    acknowledged,
  });
  return watcher(turn, told, WRITTEN_MS);
}

async function writeLine({ port, unitId, token }: Asked, key: string): Promise<boolean> {
  const form = { token: formTokenOf(token), key, kind: 'observation', words: `Dòng ${key}.` };
  const answer = await fetch(`http://127.0.0.1:${port}/units/${unitId}/log`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
    headers: { Cookie: `session=${token}`, 'Sec-Fetch-Site': 'same-origin' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  await answer?.text().catch(() => undefined);
  if (answer && answer.status >= 400 && answer.status < 500) throw new Error(`a line: ${answer.status}`);
  return answer?.status === 303;
}

export interface Probe extends Watcher<void> {
  /** The longest time without an answered poll since the last asking, in milliseconds, and how many were not answered. */
  longest(): { readonly ms: number; readonly refused: number };
}

export function keepPolling(port: number, path: string): Probe {
  let last = performance.now();
  let longest = 0;
  let refused = 0;
  const seen = (): void => {
    longest = Math.max(longest, performance.now() - last);
  };
  const turn = async (): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.status !== 200) {
      refused += 1;
      return;
    }
    seen();
    last = performance.now();
  };
  return {
    ...watcher(turn, () => undefined),
    longest() {
      seen();
      const told = { ms: Math.round(longest), refused };
      [longest, refused] = [0, 0];
      return told;
    },
  };
}
