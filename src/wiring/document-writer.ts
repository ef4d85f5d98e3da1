/**
 * Writes documents in threads of their own, so that fifty at once stall nobody, and whoever asks for many waits behind
 * whoever asks for one. Large documents have a thread to themselves, so that a small one never waits behind them. A unit's own form is a file somebody sent: it is filled where such files are read.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../kernel/app-error.ts';
import { isLargeDocument } from '../output/documents/document-size.ts';
import type { DocumentOrder, RenderedDocument } from '../output/documents/render-document.ts';
import type { ParseFile } from '../thread-host/file-kinds.ts';
import { type ThreadLimits, ThreadLine, ThreadRefusal } from '../thread-host/thread-line.ts';
import type { Documents } from '../web/kit/deps.ts';
import type { DocumentWork, WorkResults } from './document-job.ts';
import { ROOT } from './root.ts';

export interface DocumentWriter extends Documents {
  /** Ends the threads; what was waiting is refused. */
  close(): Promise<void>;
}

/** Two hundred documents of an ordinary roster take about ten seconds. */
const LIMITS: ThreadLimits = {
  mostWaiting: 200,
  mostOfOne: 40,
  mostMs: 60_000,
  mostWorkMs: 60_000,
  mostHeapMb: 1024,
};

const WORKER = pathToFileURL(join(ROOT, 'dist', 'wiring', 'document-worker.js'));

/** Each thread starts with the first document of its size. */
export function createDocumentWriter(
  parseFile: ParseFile,
  limits: Partial<ThreadLimits> = {},
): DocumentWriter {
  const lineOf = () => new ThreadLine<DocumentWork, unknown>(WORKER, { ...LIMITS, ...limits });
  const [small, large] = [lineOf(), lineOf()];
  /** The worker answers each work with its own kind of result. */
  const ask = <W extends DocumentWork>(work: W, asker: string): Promise<WorkResults[W['what']]> =>
    (isLarge(work) ? large : small).ask(work, asker).catch((error: unknown) => {
      throw error instanceof ThreadRefusal ? refusal(error) : error;
    }) as Promise<WorkResults[W['what']]>;
  return {
    render: (order: DocumentOrder, asker): Promise<RenderedDocument> =>
      ask({ what: 'document', order }, asker),
    picture: (order, asker) => ask({ what: 'picture', order }, asker),
    pdf: (document, asker) => ask({ what: 'pdf', document }, asker),
    write: (order, asker) => ask({ what: 'written', order }, asker),
    fill: ({ form, ...options }, asker) => parseFile({ kind: 'form', bytes: form, options }, asker),
    close: async () => {
      await Promise.all([small.close(), large.close()]);
    },
  };
}

/** What superiors gather is as long as there are units. */
function isLarge(work: DocumentWork): boolean {
  return work.what === 'written' || ('order' in work && isLargeDocument(work.order));
}

function refusal({ reason }: ThreadRefusal): AppError {
  return new AppError('unavailable', `document.failure.${reason === 'busy' ? 'busy' : 'slow'}`);
}
