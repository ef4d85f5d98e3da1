/** A real PostgreSQL in this process, for tests: PGlite as what brings the store its one connection. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import type { Session, Sessions } from '../../src/store/postgres/dialect.ts';
import { CACHE } from '../scratch.ts';

/** Numbers, yes and octets as the driver of a server gives them. */
const parsers = {
  [types.INT8]: Number,
  [types.NUMERIC]: Number,
  [types.BOOL]: (text: string) => (text === 't' ? 1 : 0),
  [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex'),
};

const PACKAGE = join(import.meta.dirname, '../../node_modules/@electric-sql/pglite/package.json');
const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };

/** An empty one, as the engine lays it down: that takes ten times as long as copying it. */
const LAID_DOWN = join(CACHE, `pglite-${version}.tar`);

async function emptyData(): Promise<Blob> {
  if (!existsSync(LAID_DOWN)) {
    const engine = await PGlite.create();
    const data = await engine.dumpDataDir('none');
    await engine.close();
    mkdirSync(CACHE, { recursive: true });
    // Whole at once: another process may do the same.
    const own = `${LAID_DOWN}.${process.pid}`;
    writeFileSync(own, Buffer.from(await data.arrayBuffer()));
    renameSync(own, LAID_DOWN);
  }
  return new Blob([readFileSync(LAID_DOWN)]);
}

/** @param data what `dumpDataDir` gave of another one; an empty database when absent. */
export async function openPglite(data?: Blob): Promise<PGlite> {
  return PGlite.create({ parsers, loadDataDir: data ?? (await emptyData()) });
}

/** One connection, handed to whoever asks in turn. */
export function pgliteSessions(engine: PGlite): Sessions {
  const waiting: (() => void)[] = [];
  let held = false;
  const session: Session = {
    async query(text, values) {
      const answer =
        values.length > 0 ? await engine.query(text, [...values]) : (await engine.exec(text)).at(-1);
      return {
        rows: answer?.rows ?? [],
        count: answer?.affectedRows ?? 0,
        // PGlite itself throws where COMMIT is answered by ROLLBACK.
        command: '',
      };
    },
    release() {
      const next = waiting.shift();
      if (next) next();
      else held = false;
    },
  };
  return {
    place: 'pglite',
    async acquire() {
      if (held) await new Promise<void>((resolve) => waiting.push(resolve));
      held = true;
      return session;
    },
    destroy: () => engine.close(),
  };
}
