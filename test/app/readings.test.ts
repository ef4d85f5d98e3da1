/** What pages read again and again is kept while nobody writes, and no longer. */

import SqliteFile from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reader } from '../../src/app/readings.ts';
import { keptReading } from '../../src/app/readings.ts';
import { watchChanges } from '../../src/store/change-watch.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { temporaryDatabase, temporaryPath } from '../store/temporary-database.ts';

const UNIT = { id: 'u', name: 'Đơn vị', zone: 'Asia/Ho_Chi_Minh' } as const;

async function reader(): Promise<Reader & { readonly path: string }> {
  const path = temporaryPath();
  const db = await temporaryDatabase(path);
  const watch = watchChanges(path);
  onTestFinished(() => watch.close());
  return { db, stamp: () => watch.stamp(), path };
}

/** Counts how often it reads. */
function counted(keeping: { most: number; weigh?: (value: string) => number }) {
  const counter = { reads: 0 };
  const read = keptReading(async (_db, name: string) => {
    counter.reads++;
    if (name === 'bad') throw new Error('not this time');
    return name;
  }, keeping);
  return { counter, read };
}

describe('a kept reading', () => {
  it('is read once, however many ask, at once or later', async () => {
    const { counter, read } = counted({ most: 10 });
    const at = await reader();
    expect(await Promise.all([read(at, 'a'), read(at, 'a')])).toEqual(['a', 'a']);
    expect(await read(at, 'a')).toBe('a');
    expect(counter.reads).toBe(1);
    expect(await read(at, 'b')).toBe('b');
  });

  it('is read anew after a commit of this process, in the very same turn', async () => {
    const { counter, read } = counted({ most: 10 });
    const at = await reader();
    await read(at, 'a');
    await saveUnit(at.db, UNIT);
    await read(at, 'a');
    expect(counter.reads).toBe(2);
  });

  it('is read anew after a commit of another process', async () => {
    const { counter, read } = counted({ most: 10 });
    const at = await reader();
    await saveUnit(at.db, UNIT);
    await read(at, 'a');
    const other = new SqliteFile(at.path);
    other.prepare('UPDATE unit SET name = ?').run('Tên khác');
    other.close();
    await read(at, 'a');
    expect(counter.reads).toBe(2);
  });

  it('is the same object again when what was written has nothing to do with it, and another when it has', async () => {
    const at = await reader();
    await saveUnit(at.db, UNIT);
    const names = keptReading(
      async (db) => ({
        names: (await db.selectFrom('unit').select('name').execute()).map(({ name }) => name),
      }),
      { most: 10 },
    );
    const before = await names(at);
    await at.db.updateTable('unit').set({ zone: 'Asia/Bangkok' }).execute();
    expect(await names(at)).toBe(before);
    await saveUnit(at.db, { ...UNIT, name: 'Tên khác' });
    const after = await names(at);
    expect(after).toEqual({ names: ['Tên khác'] });
    expect(after).not.toBe(before);
  });

  it('that began before a commit is not given to who asks after it', async () => {
    const at = await reader();
    let go = (): void => {};
    const read = keptReading(
      (_db, name: string) =>
        new Promise<string>((resolve) => {
          go = () => resolve(name);
        }),
      { most: 10 },
    );
    const before = read(at, 'a');
    const finish = go;
    await saveUnit(at.db, UNIT);
    const after = read(at, 'a');
    expect(after).not.toBe(before);
    finish();
    go();
    await Promise.all([before, after]);
  });

  it('that failed is not kept', async () => {
    const { counter, read } = counted({ most: 10 });
    const at = await reader();
    await expect(read(at, 'bad')).rejects.toThrow('not this time');
    await expect(read(at, 'bad')).rejects.toThrow('not this time');
    expect(counter.reads).toBe(2);
  });

  it('makes room by weight, the oldest first, and does not stay when it is too heavy by itself', async () => {
    const { counter, read } = counted({ most: 4, weigh: (value) => value.length });
    const at = await reader();
    await read(at, 'aa');
    await read(at, 'bb');
    await read(at, 'cc');
    expect(counter.reads).toBe(3);
    await read(at, 'bb');
    expect(counter.reads).toBe(3);
    await read(at, 'aa');
    expect(counter.reads).toBe(4);
    await read(at, 'heavy');
    await read(at, 'heavy');
    expect(counter.reads).toBe(6);
  });

  it('of one database is none of another', async () => {
    const { counter, read } = counted({ most: 10 });
    const [one, two] = [await reader(), await reader()];
    await read({ ...one, stamp: () => 1 }, 'a');
    await read({ ...two, stamp: () => 1 }, 'a');
    expect(counter.reads).toBe(2);
  });
});
