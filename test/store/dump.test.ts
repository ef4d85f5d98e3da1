/** A database taken out and brought into the other engine is the same, row by row; a file that is not whole brings nothing. */

import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { dumpLines } from '../../src/store/dump.ts';
import { readDumpFile, writeDumpFile } from '../../src/store/dump-file.ts';
import { readDump } from '../../src/store/dump-reader.ts';
import { openSessions } from '../../src/store/postgres/open.ts';
import { Written } from '../../src/store/postgres/written.ts';
import { loaded, published, seat } from '../app/sample-app.ts';
import { openPglite, pgliteSessions } from './pglite.ts';
import { emptyDatabase, temporaryDatabase } from './temporary-database.ts';

async function linesOf(db: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(db)) lines.push(line);
  return lines;
}

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** With a published version, its audit trail, octets and a number given twice over. */
async function filled(): Promise<Database> {
  const { app, key, plan } = await loaded();
  await published(app, key, [seat(plan, 0, 0)]);
  const picture = { unit_id: key.unitId, entry_number: 1, place: 0, type: 'image/png' as const };
  await app.db
    .insertInto('log_picture')
    .values({ ...picture, bytes: Buffer.from([0, 1, 254, 255]) })
    .execute();
  const move = { unit_id: key.unitId, superior_id: null, at: app.clock() };
  for (const _ of [1, 2]) await app.db.insertInto('unit_move').values(move).execute();
  await app.db.deleteFrom('unit_move').where('id', '=', 2).execute();
  return app.db;
}

const ends = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('{"end"'));
const withoutLast = (line: string): string => line.replace(/,"last":\d+/, '');

describe('a dump', () => {
  it('goes from SQLite to PostgreSQL and back, the same row by row', { timeout: 600_000 }, async () => {
    const before = await linesOf(await filled());
    const postgres = await openSessions(pgliteSessions(await openPglite()), new Written());
    onTestFinished(() => postgres.destroy());
    const read = await readDump(postgres, given(before));
    expect(read.rows).toBe(before.length - 2 * read.tables - 2);
    expect(read.rows).toBeGreaterThan(40);
    const there = await linesOf(postgres);
    expect(there.map(withoutLast)).toEqual(before.map(withoutLast));

    // Numbers go on behind those that were given, on rows that are gone too.
    const [{ unit_id = '' } = {}] = await postgres.selectFrom('unit_move').select('unit_id').execute();
    const move = { unit_id, superior_id: null, at: 1 as never };
    const added = await postgres.insertInto('unit_move').values(move).returning('id').execute();
    expect(added).toEqual([{ id: 3 }]);

    const back = await temporaryDatabase();
    await readDump(back, given(there));
    expect((await linesOf(back)).map(withoutLast)).toEqual(before.map(withoutLast));
    expect(ends(await linesOf(back)).filter((line) => line.includes('"unit_move"'))).toEqual(
      ends(before).filter((line) => line.includes('"unit_move"')),
    );
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['is cut off', (lines) => lines.slice(0, -1), /error.dump.cut/],
    [
      'has a row changed',
      (lines) => lines.map((line) => line.replace('"Asia/', '"Asja/')),
      /error.dump.altered/,
    ],
    [
      'has a row less',
      (lines) => lines.filter((_, i) => i !== lines.findIndex((line) => line.startsWith('['))),
      /error/,
    ],
    [
      'is of another schema',
      (lines) => [lines[0]?.replace(/"schema":\d+/, '"schema":1') ?? '', ...lines.slice(1)],
      /schema/,
    ],
    ['is something else', () => ['BEGIN TRANSACTION;'], /error.dump.malformed/],
  ])('that %s brings nothing', async (_, change, fault) => {
    const lines = change(await linesOf(await filled()));
    const db = await emptyDatabase();
    await expect(readDump(db, given(lines))).rejects.toThrow(fault);
    expect(await db.selectFrom('unit').selectAll().execute()).toEqual([]);
  });

  it('is not read into a database that holds anything', async () => {
    const db = await filled();
    const lines = await linesOf(db);
    await expect(readDump(db, given(lines))).rejects.toThrow(/error.dump.not-empty/);
  });

  it('is a file of its own, private, whole, and told when it is cut', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rota-dump-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const db = await filled();
    const path = join(folder, 'all.jsonl.gz');
    await writeDumpFile(db, path);
    await expect(writeDumpFile(db, path)).rejects.toThrow(/error.backup.exists/);
    const other = await emptyDatabase();
    await readDumpFile(other, path);
    expect((await linesOf(other)).map(withoutLast)).toEqual((await linesOf(db)).map(withoutLast));
    truncateSync(path, 2000);
    await expect(readDumpFile(await emptyDatabase(), path)).rejects.toThrow(/error.dump.cut/);
    await expect(writeDumpFile(db, join(folder, 'none', 'x'))).rejects.toThrow(/error.dump.unwritten/);
  });
});
