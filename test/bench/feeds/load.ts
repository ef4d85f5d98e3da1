/**
 * A load generator of its own process: many connections, each with one request in flight, as fast as they are answered or
 * at a given rate. It speaks just enough HTTP/1.1 over bare sockets to cost less than any server it measures; a client that
 * is the slower half would hide differences.
 */

import { connect, type Socket } from 'node:net';

/** As octets where a body is not text. */
export type Request = string | Uint8Array;

export interface Load {
  /** Of several servers, each has its share of the connections. */
  readonly port: number | readonly number[];
  /** The whole request, head, empty line and body; of several, each in its turn. */
  readonly request: Request | readonly Request[];
  /** Whatever it is, where absent. */
  readonly status?: number;
  readonly connections: number;
  readonly ms: number;
  /**
   * Requests due in a second, whatever became of those before: each is timed from the moment it was due, so that a server
   * that stops for a while is not asked less because of it. As fast as they are answered when absent.
   */
  readonly perSecond?: number;
}

export interface LoadResult {
  readonly answers: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Due, and not answered a second after the last of them was. */
  readonly late: number;
  /** Answers of another status, and connections that broke. */
  readonly wrong: number;
  /** How many answers of each status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Finer than what is measured. */
const PACE_MS = 1;
/** For the answers to the last of those that were due. */
const GRACE_MS = 1_000;
const BUCKET_MS = 0.01;
const BUCKETS = 1_000_000;

class Tally {
  answers = 0;
  wrong = 0;
  max = 0;
  readonly statuses: Record<string, number> = {};
  readonly #buckets = new Uint32Array(BUCKETS);

  add(ms: number): void {
    this.answers++;
    this.max = Math.max(this.max, ms);
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

interface Due {
  readonly request: Request;
  readonly at: number;
}

/** What is to be asked next: at once, or when it is due. */
class Plan {
  readonly #requests: readonly Request[];
  readonly #perSecond: number | undefined;
  /** As many as are due in all; no end to them where they come as fast as they are answered. */
  readonly total: number;
  readonly #began = performance.now();
  readonly #waiting: ((due: Due) => void)[] = [];
  #asked = 0;

  constructor({ request, perSecond, ms }: Load) {
    this.#requests = Array.isArray(request) ? request : [request as Request];
    this.#perSecond = perSecond;
    this.total = perSecond === undefined ? Number.POSITIVE_INFINITY : Math.round((perSecond * ms) / 1000);
  }

  /** Calls back once there is something due. */
  next(take: (due: Due) => void): void {
    this.#waiting.push(take);
    this.serve();
  }

  serve(): void {
    while (this.#waiting.length > 0 && this.#asked < this.#dueByNow()) {
      const at =
        this.#perSecond === undefined
          ? performance.now()
          : this.#began + (this.#asked * 1000) / this.#perSecond;
      const request = this.#requests[this.#asked++ % this.#requests.length] ?? '';
      this.#waiting.shift()?.({ request, at });
    }
  }

  #dueByNow(): number {
    if (this.#perSecond === undefined) return Number.POSITIVE_INFINITY;
    const due = Math.floor(((performance.now() - this.#began) * this.#perSecond) / 1000) + 1;
    return Math.min(this.total, due);
  }
}

/** One connection: asks, reads head and body to their end, asks again; opens anew where the server closes. */
class Caller {
  readonly #load: Load & { readonly port: number };
  readonly #tally: Tally;
  readonly #plan: Plan;
  #socket: Socket | undefined;
  #head = '';
  /** Octets of the body still to come; undefined while the head is read. */
  #left: number | undefined;
  #askedAt = 0;
  #stopped = false;

  constructor(load: Load & { readonly port: number }, tally: Tally, plan: Plan) {
    this.#load = load;
    this.#tally = tally;
    this.#plan = plan;
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
    this.#plan.next(({ request, at }) => {
      this.#askedAt = at;
      this.#socket?.write(request);
    });
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
    const status = this.#head.slice(9, 12);
    this.#tally.statuses[status] = (this.#tally.statuses[status] ?? 0) + 1;
    if (this.#load.status !== undefined && Number(status) !== this.#load.status) this.#tally.wrong++;
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
  const plan = new Plan(load);
  const ports = [load.port].flat();
  const callers = Array.from({ length: load.connections }, (_, i) => {
    const port = ports[i % ports.length] ?? 0;
    return new Caller({ ...load, port }, tally, plan);
  });
  const pace = load.perSecond === undefined ? undefined : setInterval(() => plan.serve(), PACE_MS);
  await new Promise((resolve) => setTimeout(resolve, load.ms));
  const seconds = (performance.now() - began) / 1000;
  if (load.perSecond !== undefined) await untilAnswered(tally, plan);
  clearInterval(pace);
  const late = load.perSecond === undefined ? 0 : plan.total - tally.answers;
  for (const caller of callers) caller.stop();
  return {
    answers: tally.answers,
    perSecond: tally.answers / seconds,
    p50: tally.percentile(0.5),
    p99: tally.percentile(0.99),
    max: tally.max,
    late,
    wrong: tally.wrong,
    statuses: tally.statuses,
  };
}

async function untilAnswered(tally: Tally, { total }: Plan): Promise<void> {
  const end = performance.now() + GRACE_MS;
  while (tally.answers < total && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}

process.on('message', (load: Load) => {
  void run(load).then((result) => process.send?.(result));
});
