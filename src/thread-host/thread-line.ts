/**
 * Work done in a thread of its own, so that nobody's visit waits for it: one at a time, each asker a bounded share and
 * served in turn, each work bounded in time and memory. A thread that dies or takes too long is ended with the one work
 * it was at, and the next work gets a fresh one. It does not know what the work is.
 */

import { Worker } from 'node:worker_threads';
import { FairLine, type LineLimits } from './fair-line.ts';
import type { ThreadAnswer, ThreadJob } from './thread-protocol.ts';
import { threadTime } from './thread-time.ts';

export interface ThreadLimits extends LineLimits {
  /** From the start of the thread, however busy the machine. */
  readonly mostMs: number;
  /** Of the processor; where the system does not tell, of the clock. */
  readonly mostWorkMs: number;
  /** Of JavaScript's heap. */
  readonly mostHeapMb: number;
}

/** `busy`: too many wait, or too many of the asker's own. `slow` and `memory`: the limit the work ran into. */
export type RefusalReason = 'busy' | 'slow' | 'memory';

export class ThreadRefusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`refused: ${reason}`);
    this.name = 'ThreadRefusal';
    this.reason = reason;
  }
}

/** The work broke the thread, or threw: a fault of this program, not of what it was asked. */
export class ThreadCrash extends Error {
  constructor(reason: string) {
    super(`the work was not done: ${reason}`);
    this.name = 'ThreadCrash';
  }
}

const LOOKED_AT_EVERY_MS = 100;

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
}

interface Running<Work, Result> extends Waiting<Work, Result> {
  readonly id: number;
  readonly since: number;
  readonly watch: NodeJS.Timeout;
  /** Absent until the work has begun. */
  begun?: { readonly thread: number | undefined; readonly at: number; readonly time: number | undefined };
}

export class ThreadLine<Work, Result> {
  readonly #script: URL;
  readonly #limits: ThreadLimits;
  readonly #waiting: FairLine<Waiting<Work, Result>>;
  #worker: Worker | undefined;
  #running: Running<Work, Result> | undefined;
  #lastId = 0;
  #closed = false;

  /** @param script compiled: a worker cannot be started from TypeScript sources. It starts with the first work. */
  constructor(script: URL, limits: ThreadLimits) {
    this.#script = script;
    this.#limits = limits;
    this.#waiting = new FairLine(limits);
  }

  /** Rejects with `ThreadRefusal`, and with `ThreadCrash` when the work broke: only that work is lost. */
  ask(work: Work, asker: string): Promise<Result> {
    return new Promise((resolve, reject) => {
      const waiting = { work, resolve, reject };
      const turnedAway = this.#closed ? waiting : this.#waiting.add(asker, waiting);
      turnedAway?.reject(new ThreadRefusal('busy'));
      this.#next();
    });
  }

  /** Ends the thread; what was waiting is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.clear()) reject(new ThreadRefusal('busy'));
    await this.#end(new ThreadRefusal('busy'));
  }

  #next(): void {
    if (this.#running) return;
    const first = this.#waiting.next();
    if (!first) return;
    const worker = this.#started();
    const watch = setInterval(() => this.#look(), LOOKED_AT_EVERY_MS);
    this.#running = { ...first, id: ++this.#lastId, since: performance.now(), watch };
    worker.ref();
    try {
      worker.postMessage({ id: this.#lastId, work: first.work } satisfies ThreadJob<Work>);
    } catch (error) {
      // What cannot be cloned is no work, and must not hold up the line.
      void this.#end(new ThreadCrash(String(error)));
    }
  }

  #look(): void {
    const running = this.#running;
    if (!running) return;
    const now = performance.now();
    const { begun } = running;
    const time = begun?.thread === undefined ? undefined : threadTime(begun.thread);
    const worked = begun ? (time ?? now) - (time === undefined ? begun.at : (begun.time ?? time)) : 0;
    const { mostMs, mostWorkMs } = this.#limits;
    if (worked > mostWorkMs || now - running.since > mostMs) void this.#end(new ThreadRefusal('slow'));
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.mostHeapMb };
    const worker = new Worker(this.#script, { stdout: true, stderr: true, execArgv: [], resourceLimits });
    // What libraries print of a spoilt file is the sender's text, and no line of our log.
    for (const printed of [worker.stdout, worker.stderr]) printed.resume();
    worker.on('message', (answer: ThreadAnswer<Result>) => this.#take(answer));
    // What ends the thread of itself ends its work, and the next one starts another thread.
    const lost = (reason: Error): void => {
      if (this.#worker === worker) void this.#end(reason);
    };
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      lost(full ? new ThreadRefusal('memory') : new ThreadCrash(error.stack ?? error.message));
    });
    worker.on('exit', (code) => lost(new ThreadCrash(`exit code ${code}`)));
    this.#worker = worker;
    return worker;
  }

  #take(answer: ThreadAnswer<Result>): void {
    const running = this.#running;
    if (running?.id !== answer.id) return;
    if (answer.kind === 'begun') {
      const { thread } = answer;
      const time = thread === undefined ? undefined : threadTime(thread);
      running.begun = { thread, at: performance.now(), time };
      return;
    }
    this.#release();
    if (answer.kind === 'done') running.resolve(answer.result);
    else running.reject(new ThreadCrash(answer.reason));
    // An idle thread keeps no process alive.
    if (this.#waiting.length === 0) this.#worker?.unref();
    this.#next();
  }

  /** Ends the thread with the work it is at. */
  async #end(reason: Error): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    const running = this.#running;
    this.#release();
    running?.reject(reason);
    this.#next();
    await worker?.terminate();
  }

  #release(): void {
    clearInterval(this.#running?.watch);
    this.#running = undefined;
  }
}
