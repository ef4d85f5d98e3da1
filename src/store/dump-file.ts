/** A dump of a database as a file: gzip, private to its owner, whole or not there. */

import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { AppError } from '../kernel/app-error.ts';
import type { Database } from './database.ts';
import { dumpLines } from './dump.ts';
import { type ReadDump, readDump } from './dump-reader.ts';
import { moveIntoPlace, PRIVATE_MODE, sha256Of } from './durable-file.ts';
import { readOnly } from './read-only.ts';

export interface DumpFile {
  readonly path: string;
  readonly sha256: string;
}

/** As of one moment, while others go on writing. Throws `AppError('conflict', 'error.backup.exists')` where something stands there. */
export async function writeDumpFile(db: Database, path: string): Promise<DumpFile> {
  if (existsSync(path)) throw new AppError('conflict', 'error.backup.exists', { path });
  const partial = `${path}.partial`;
  try {
    await readOnly(db, (trx) =>
      pipeline(
        Readable.from(dumpLines(trx)),
        createGzip(),
        createWriteStream(partial, { mode: PRIVATE_MODE }),
      ),
    );
    moveIntoPlace(partial, path);
    return { path, sha256: await sha256Of(path) };
  } catch (error) {
    throw unwritten(error, path);
  } finally {
    rmSync(partial, { force: true });
  }
}

function unwritten(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code)
    ? new AppError('unavailable', 'error.dump.unwritten', { path, cause: code })
    : error;
}

/** Throws as `readDump` does, `AppError('not-found', 'error.backup.missing')` where there is no such file. */
export async function readDumpFile(db: Database, path: string): Promise<ReadDump> {
  if (!existsSync(path)) throw new AppError('not-found', 'error.backup.missing', { path });
  const unpacked = createReadStream(path).pipe(createGunzip());
  try {
    return await readDump(db, linesOf(unpacked));
  } finally {
    unpacked.destroy();
  }
}

/**
 * A file that is cut off or no gzip at all ends its lines with a fault of the file. It is listened for at once: a file may break before
 * the first line is asked for.
 */
function linesOf(stream: Readable): AsyncIterable<string> {
  let number = 0;
  const broken = new Promise<never>((_, reject) => stream.once('error', reject));
  broken.catch(() => undefined);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const next = await Promise.race([lines.next(), broken]).catch(() => {
          throw new AppError('invalid', 'error.dump.cut', { line: number });
        });
        if (next.done) return;
        number += 1;
        yield next.value;
      }
    },
  };
}
