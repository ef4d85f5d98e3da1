/** Reads files people hand us in a thread of their own: no file, however made, keeps anyone else waiting. */

import { AppError } from '../kernel/app-error.ts';
import { FILE_KINDS, type FileKindName, type FileRefusal, type ParseFile } from './file-kinds.ts';
import { type ThreadLimits, ThreadLine, ThreadRefusal } from './thread-line.ts';

/** The largest list we take (5,000 people, 20 columns) took about 2 s of processor time on a busy machine. */
export const FILE_LIMITS: ThreadLimits = {
  mostWaiting: 100,
  mostOfOne: 10,
  mostMs: 120_000,
  mostWorkMs: 6_000,
  mostHeapMb: 256,
};

export interface FileReader {
  readonly parse: ParseFile;
  close(): Promise<void>;
}

/** @param script the compiled `file-worker`. It starts with the first file. */
export function createFileReader(script: URL, limits = FILE_LIMITS): FileReader {
  const line = new ThreadLine<unknown, never>(script, limits);
  return {
    parse: async ({ kind, bytes, options }, asker) => {
      try {
        return await line.ask({ kind, bytes, options }, asker);
      } catch (error) {
        if (!(error instanceof ThreadRefusal)) throw error;
        if (error.reason === 'busy') throw new AppError('unavailable', 'error.file.busy');
        return refused(kind, error.reason, options) as never;
      }
    },
    close: () => line.close(),
  };
}

function refused(kind: FileKindName, reason: FileRefusal, options: unknown): unknown {
  return FILE_KINDS[kind].refused(reason, options as never);
}
