/**
 * Writes documents in a thread of their own, so that fifty at once stall nobody: one at a time, a bounded number
 * waiting, a time limit for each. It knows no kind and no format.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../kernel/app-error.ts';
import type { Parsed } from '../kernel/fault.ts';
import type { DocumentOrder, FormOrder, RenderedDocument } from '../output/documents/render-document.ts';
import type { DocumentAnswer, DocumentJob, DocumentWork, WorkResults } from './document-job.ts';
import { ROOT } from './root.ts';

export interface DocumentWriter {
  /**
   * Rejects with `AppError('unavailable', …)` when too many are waiting, when one takes too long or after `close`, and
   * with `DocumentCrash` when the thread or a writer in it broke: only that document is lost.
   */
  render(order: DocumentOrder): Promise<RenderedDocument>;
  /** The unit's own form, filled, or every fault of it. */
  fill(order: FormOrder): Promise<Parsed<RenderedDocument>>;
  /** The first page as SVG. */
  picture(order: Omit<DocumentOrder, 'format'>): Promise<string>;
  /** Ends the thread; what was waiting is refused. */
  close(): Promise<void>;
}

/** The writer broke: a fault of this program, not of what it was asked. */
export class DocumentCrash extends Error {
  constructor(reason: string) {
    super(`the document was not written: ${reason}`);
    this.name = 'DocumentCrash';
  }
}

export interface DocumentLimits {
  readonly mostWaiting: number;
  readonly mostMs: number;
}

/** Two hundred documents of an ordinary roster take about ten seconds. */
const LIMITS: DocumentLimits = { mostWaiting: 200, mostMs: 60_000 };

/** A worker cannot be started from TypeScript sources. */
const WORKER = pathToFileURL(join(ROOT, 'dist', 'wiring', 'document-worker.js'));

interface Waiting {
  readonly work: DocumentWork;
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
}

/** The thread starts with the first document. */
export function createDocumentWriter(limits: DocumentLimits = LIMITS): DocumentWriter {
  return new Queue(limits);
}

class Queue implements DocumentWriter {
  readonly #limits: DocumentLimits;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #running: (Waiting & { readonly id: number; readonly timer: NodeJS.Timeout }) | undefined;
  #lastId = 0;
  #closed = false;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  render(order: DocumentOrder): Promise<RenderedDocument> {
    return this.#ask<'document'>({ what: 'document', order });
  }

  fill(order: FormOrder): Promise<Parsed<RenderedDocument>> {
    return this.#ask<'form'>({ what: 'form', order });
  }

  picture(order: Omit<DocumentOrder, 'format'>): Promise<string> {
    return this.#ask<'picture'>({ what: 'picture', order });
  }

  /** The worker answers each work with its own kind of result. */
  #ask<W extends DocumentWork['what']>(work: DocumentWork & { what: W }): Promise<WorkResults[W]> {
    if (this.#closed || this.#waiting.length >= this.#limits.mostWaiting) return Promise.reject(busy());
    return new Promise<WorkResults[W]>((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(busy());
    await this.#end(busy());
  }

  #next(): void {
    if (this.#running) return;
    const first = this.#waiting.shift();
    if (!first) return;
    const worker = this.#started();
    const timer = setTimeout(
      () => void this.#end(new AppError('unavailable', 'document.failure.slow')),
      this.#limits.mostMs,
    );
    this.#running = { ...first, id: ++this.#lastId, timer };
    worker.ref();
    worker.postMessage({ id: this.#lastId, work: first.work } satisfies DocumentJob);
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(WORKER, { stdout: true, stderr: true });
    // What libraries print of a spoilt form is the sender's text, and no line of our log.
    for (const printed of [worker.stdout, worker.stderr]) printed.resume();
    worker.on('message', (answer: DocumentAnswer) => this.#take(answer));
    // What ends the thread of itself ends its document, and the next one starts another thread.
    const lost = (reason: string): void => {
      if (this.#worker === worker) void this.#end(new DocumentCrash(reason));
    };
    worker.on('error', (error) => lost(error.stack ?? error.message));
    worker.on('exit', (code) => lost(`exit code ${code}`));
    this.#worker = worker;
    return worker;
  }

  #take(answer: DocumentAnswer): void {
    const running = this.#running;
    if (running?.id !== answer.id) return;
    this.#release();
    if (answer.kind === 'done') running.resolve(answer.result as never);
    else running.reject(new DocumentCrash(answer.reason));
    // An idle thread keeps no process alive.
    if (this.#waiting.length === 0) this.#worker?.unref();
    this.#next();
  }

  /** Ends the thread with the document it is at. */
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
    clearTimeout(this.#running?.timer);
    this.#running = undefined;
  }
}

function busy(): AppError {
  return new AppError('unavailable', 'document.failure.busy');
}
