/** A case is taken whole or not at all. */

import { describe, expect, it } from 'vitest';
import { findDraft } from '../../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { listPeriods } from '../../../src/app/periods/list-periods.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { resolvePeriod } from '../../../src/app/periods/resolve-period.ts';
import { replaceCase } from '../../../src/store/case-store.ts';
import type { Database } from '../../../src/store/database.ts';
import { findUnit } from '../../../src/store/unit-store.ts';
import { SAMPLE_NAMES, sampleCase } from '../../sample-case.ts';
import { loaded, sampleApp, seat } from '../sample-app.ts';

/** Every row of every table that a load touches. */
async function everything(db: Database): Promise<unknown> {
  const tables = await db.introspection.getTables();
  return Promise.all(
    tables.map(async ({ name }) => [
      name,
      await db
        .selectFrom(name as 'unit')
        .selectAll()
        .execute(),
    ]),
  );
}

describe('loading a case', () => {
  it.each(SAMPLE_NAMES)('%s gives a plan, from the store as from its files', async (name) => {
    const app = await sampleApp();
    const source = sampleCase(name);
    const result = await loadCase(app, { source, actor: 'cli' });
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const plan = await getPlan(app, result.value);
    expect(plan.shifts.length).toBeGreaterThan(0);
    expect(plan.staff).toHaveLength(source.staff.length);
    expect(plan.unit).toEqual(source.unit);
  });

  it('that fails half way leaves everything as it was', async () => {
    const { app, source } = await loaded();
    const before = await everything(app.db);
    const [first] = source.staff;
    if (!first) throw new Error('the sample has people');
    const broken = {
      ...source,
      unit: { ...source.unit, name: 'Tên mới' },
      staff: [{ ...first, name: 'Tên Khác' }, ...source.staff.slice(1)],
      // Nobody of this id takes part: the store refuses it at one of the last statements.
      past: [
        { staffId: 'nobody', day: first.id as never, span: { start: 0, end: 1 } as never, night: false },
      ],
    };
    await expect(loadCase(app, { source: broken, actor: 'cli' })).rejects.toThrow(/FOREIGN KEY/i);
    expect(await everything(app.db)).toEqual(before);
  });

  it('that no plan can be built from is refused with its faults, and nothing is stored', async () => {
    const app = await sampleApp();
    const sample = sampleCase('unit-small');
    const source = { ...sample, pins: [{ shiftId: 'no/such/shift', staffId: sample.staff[0]?.id ?? '' }] };
    const result = await loadCase(app, { source, actor: 'cli' });
    expect(result).toMatchObject({ ok: false, faults: [{ column: 'pins[0].shift' }] });
    expect(await listPeriods(app)).toEqual([]);
  });

  it('again keeps the draft, and says what no longer fits it', async () => {
    const { app, key, plan, source } = await loaded();
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0), seat(plan, 1, 1)] };
    const certificate = { score: { hard: 0, cover: 0, soft: 0 }, proven: true, seed: 1 };
    await saveDraft(app, { key, roster, seenRevision: 0, certificate, actor: 'cli' });
    expect((await findDraft(app, key))?.draft.certificate).toEqual(certificate);
    const gone = plan.staff[1]?.id;
    const staff = source.staff.filter(({ id }) => id !== gone);
    const availability = source.availability.filter(({ staffId }) => staffId !== gone);
    const ledger = source.ledger.filter(({ staffId }) => staffId !== gone);
    await loadCase(app, { source: { ...source, staff, availability, ledger }, actor: 'cli' });
    const found = await findDraft(app, key);
    expect(found?.draft.roster.assignments).toEqual([seat(plan, 0, 0)]);
    expect(found?.dropped).toEqual([seat(plan, 1, 1)]);
    expect(found?.draft).not.toHaveProperty('certificate');
  });
});

describe('a period', () => {
  it('keeps its id to itself: another unit is told to choose another', async () => {
    const app = await sampleApp();
    const source = sampleCase('unit-small');
    await loadCase(app, { source, actor: 'cli' });
    const second = { ...source, unit: { ...source.unit, id: 'other' } };
    const refused = await loadCase(app, { source: second, actor: 'cli' });
    expect(refused).toMatchObject({ ok: false, faults: [{ key: 'fault.period.id-taken', column: 'id' }] });
    expect(await findUnit(app.db, 'other')).toBeUndefined();
    expect((await loadCase(app, { source, actor: 'cli' })).ok).toBe(true);
  });

  it('is found by its id alone, unless several units have it', async () => {
    const app = await sampleApp();
    await loadCase(app, { source: sampleCase('unit-small'), actor: 'cli' });
    const { unit, period } = sampleCase('unit-small');
    const key = { unitId: unit.id, periodId: period.id };
    expect(await resolvePeriod(app, period.id)).toEqual(key);
    const other = sampleCase('unit-small');
    await replaceCase(app.db, { ...other, unit: { ...unit, id: 'other' } });
    await expect(resolvePeriod(app, period.id)).rejects.toMatchObject({
      code: 'conflict',
      key: 'error.period.ambiguous',
      params: { units: `other, ${unit.id}` },
    });
    expect(await resolvePeriod(app, period.id, unit.id)).toEqual(key);
    await expect(resolvePeriod(app, 'none')).rejects.toMatchObject({ code: 'not-found' });
  });
});
