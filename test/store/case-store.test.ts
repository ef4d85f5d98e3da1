/** Cases go in and come out the same: every shipped sample, and the ledger's own rules. */

import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import { findCase, replaceCase } from '../../src/store/case-store.ts';
import type { Database } from '../../src/store/database.ts';
import { importLedger, listLedger, replaceCarried } from '../../src/store/ledger-store.ts';
import { SAMPLE_NAMES, sampleCase } from '../sample-case.ts';
import { emptyDatabase } from './temporary-database.ts';

const keyOf = ({ unit, period }: Case) => ({ unitId: unit.id, periodId: period.id });

/** Ledgers are sums, so their order means nothing. */
const sorted = (entries: readonly LedgerEntry[]): string[] =>
  entries.map((entry) => JSON.stringify(Object.entries(entry).sort())).sort();

async function stored(db: Database, source: Case): Promise<void> {
  await db.transaction().execute((trx) => replaceCase(trx, source));
}

/** People have the places in which the case lists them. */
const placed = (staff: Case['staff'], first = 1): Case['staff'] =>
  staff.map((member, i) => ({ ...member, listPlace: first + i }));

describe('a case in the store', () => {
  it.each(SAMPLE_NAMES)('%s comes out as it went in', async (name) => {
    const db = await emptyDatabase();
    const source = sampleCase(name);
    await stored(db, source);
    const found = await findCase(db, keyOf(source));
    expect({ ...found, ledger: [] }).toEqual({ ...source, staff: placed(source.staff), ledger: [] });
    expect(sorted(found?.ledger ?? [])).toEqual(sorted(source.ledger));
  });

  it('keeps pins, past duties and optional fields', async () => {
    const db = await emptyDatabase();
    const sample = sampleCase('tet-2027-province');
    const [first, second] = sample.staff;
    if (!first || !second) throw new Error('the sample has people');
    const source: Case = {
      ...sample,
      period: { ...sample.period, parts: [sample.period.span] },
      pins: [
        { shiftId: 'b/x/2027-02-05', staffId: second.id },
        { shiftId: 'a/x/2027-02-05', staffId: first.id },
      ],
      past: [
        {
          staffId: first.id,
          day: sample.availability[0]?.from ?? never(),
          span: sample.period.span,
          night: true,
        },
      ],
    };
    await stored(db, source);
    const found = await findCase(db, keyOf(source));
    expect({ ...found, ledger: [] }).toEqual({ ...source, staff: placed(source.staff), ledger: [] });
  });

  it('loaded twice is the same as loaded once', async () => {
    const db = await emptyDatabase();
    const source = sampleCase('tet-2027-province');
    await stored(db, source);
    const once = await findCase(db, keyOf(source));
    await stored(db, source);
    expect(await findCase(db, keyOf(source))).toEqual(once);
  });

  it('of another unit or period changes nothing in the first', async () => {
    const db = await emptyDatabase();
    const province = sampleCase('tet-2027-province');
    await stored(db, province);
    const before = await findCase(db, keyOf(province));
    await stored(db, sampleCase('tet-2027-national'));
    const other = { ...province, posts: [], period: { ...province.period, id: 'quoc-khanh-2027' } };
    await stored(db, { ...other, availability: [], ledger: [] });
    expect(await findCase(db, keyOf(province))).toEqual(before);
  });

  it('forgets who no longer takes part, but not that the unit knows them', async () => {
    const db = await emptyDatabase();
    const source = sampleCase('unit-small');
    await stored(db, source);
    const [gone, ...staff] = source.staff;
    const left = source.availability.filter(({ staffId }) => staffId !== gone?.id);
    const ledger = source.ledger.filter(({ staffId }) => staffId !== gone?.id);
    await stored(db, { ...source, staff, availability: left, ledger });
    expect((await findCase(db, keyOf(source)))?.staff).toEqual(placed(staff));
    const known = await db.selectFrom('staff_member').select('id').execute();
    expect(known.map(({ id }) => id)).toContain(gone?.id);
  });
});

describe('the ledger', () => {
  const source = sampleCase('unit-small');
  const key = keyOf(source);
  const [member] = source.staff;
  const staffId = member?.id ?? '';
  const points = (year: number, amount: number): LedgerEntry => ({ staffId, year, kind: 'points', amount });
  const pointsOf = async (db: Database, of = key): Promise<(readonly [number, number])[]> =>
    (await listLedger(db, of))
      .filter((entry) => entry.staffId === staffId && entry.kind === 'points')
      .map(({ year, amount }) => [year, amount] as const);

  async function emptyLedger(): Promise<Database> {
    const db = await emptyDatabase();
    await stored(db, { ...source, ledger: [] });
    return db;
  }

  it('replaces the years an import names and keeps the others', async () => {
    const db = await emptyLedger();
    await importLedger(db, key.unitId, [points(2024, 3), points(2025, 5)]);
    await importLedger(db, key.unitId, [points(2025, 7), points(2026, 1)]);
    expect(await pointsOf(db)).toEqual([
      [2024, 3],
      [2025, 7],
      [2026, 1],
    ]);
  });

  it('forgets nothing when a case comes without one', async () => {
    const db = await emptyLedger();
    await importLedger(db, key.unitId, [points(2024, 3)]);
    await stored(db, { ...source, ledger: [] });
    expect(await pointsOf(db)).toEqual([[2024, 3]]);
  });

  it('adds up what is said twice of the same person, year and kind', async () => {
    const db = await emptyLedger();
    await importLedger(db, key.unitId, [points(2024, 3), points(2024, 4)]);
    expect(await pointsOf(db)).toEqual([[2024, 7]]);
  });

  it('shows a period what other periods carried, never what it carried itself', async () => {
    const db = await emptyLedger();
    const other = { ...source, period: { ...source.period, id: 'national-day' }, ledger: [] };
    await stored(db, other);
    await importLedger(db, key.unitId, [points(2027, 2)]);
    await replaceCarried(db, key, [points(2027, 10)]);
    await replaceCarried(db, key, [points(2027, 20)]);
    expect(await pointsOf(db)).toEqual([[2027, 2]]);
    expect(await pointsOf(db, keyOf(other))).toEqual([[2027, 22]]);
  });
});

function never(): never {
  throw new Error('the sample has availability');
}
