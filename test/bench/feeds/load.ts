/**
 * A load generator of its own process: many connections, each with one request in flight. It speaks just enough HTTP/1.1
 * over bare sockets to cost less than any server it measures; a client that is the slower half would hide differences.
 */

import { connect, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  /** The whole request, head and empty line. */
  readonly request: string;
  readonly status: number;
  readonly connections: number;
  readonly ms: number;
}

export interface LoadResult {
  readonly answers: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers of another status, and connections that broke. */
  readonly wrong: number;
}

const BUCKET_MS = 0.01;
const BUCKETS = 1_000_000;

class Tally {
  answers = 0;
  wrong = 0;
  readonly #buckets = new Uint32Array(BUCKETS);

  add(ms: number): void {
    this.answers++;
    const bucket = Math.min(BUCKETS - 1, Math.floor(ms / BUCKET_MS));
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
  }

  percentile(share: number): number {
    let left = this.answers * share;
    const bucket = this.#buckets.findIndex((count) => {
      left -= count;
      return left <= 0;
    });
    return (bucket + 1) * BUCKET_MS;
  }
}

/** One connection: asks, reads head and body to their end, asks again; opens anew where the server closes. */
class Caller {
  readonly #load: Load;
  readonly #tally: Tally;
  #socket: Socket | undefined;
  #head = '';
  /** Octets of the body still to come; undefined while the head is read. */
  #left: number | undefined;
  #askedAt = 0;
  #stopped = false;

  constructor(load: Load, tally: Tally) {
    this.#load = load;
    this.#tally = tally;
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#socket?.destroy();
  }

  #open(): void {
    const socket = connect(this.#load.port, '127.0.0.1');
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('connect', () => this.#ask());
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', () => {
      if (!this.#stopped) this.#tally.wrong++;
    });
    socket.on('close', () => {
      if (!this.#stopped) this.#open();
    });
  }

  #ask(): void {
    this.#head = '';
    this.#left = undefined;
    this.#askedAt = performance.now();
    this.#socket?.write(this.#load.request);
  }

  #read(chunk: Buffer): void {
    if (this.#left !== undefined) {
      this.#left -= chunk.length;
    } else {
      const end = chunk.indexOf('\r\n\r\n');
      if (end < 0) {
        this.#head += chunk.toString('latin1');
        return;
      }
      this.#head += chunk.toString('latin1', 0, end + 4);
      const length = /\r\ncontent-length: *(\d+)/i.exec(this.#head)?.[1];
      this.#left = Number(length ?? 0) - (chunk.length - end - 4);
    }
    if (this.#left <= 0) this.#finish();
  }

  #finish(): void {
    this.#tally.add(performance.now() - this.#askedAt);
    if (Number(this.#head.slice(9, 12)) !== this.#load.status) this.#tally.wrong++;
    if (/\r\nconnection: *close/i.test(this.#head) || this.#head.startsWith('HTTP/1.0')) {
      this.#left = undefined;
      this.#head = '';
    } else {
      this.#ask();
    }
  }
}

async function run(load: Load): Promise<LoadResult> {
  const tally = new Tally();
  const began = performance.now();
  const callers = Array.from({ length: load.connections }, () => new Caller(load, tally));
  await new Promise((resolve) => setTimeout(resolve, load.ms));
  const seconds = (performance.now() - began) / 1000;
  for (const caller of callers) caller.stop();
  return {
    answers: tally.answers,
    perSecond: tally.answers / seconds,
    p50: tally.percentile(0.5),
    p99: tally.percentile(0.99),
    wrong: tally.wrong,
  };
}

process.on('message', (load: Load) => {
  void run(load).then((result) => process.send?.(result));
});
