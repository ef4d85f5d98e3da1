/** What is published stays: the database itself refuses to change it, whoever asks. */

import { type RawBuilder, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import { appendAudit } from '../../src/store/audit-store.ts';
import type { Database } from '../../src/store/database.ts';
import { savePeriod } from '../../src/store/period-store.ts';
import { withoutTriggers } from '../../src/store/triggers.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import {
  findNewestVersion,
  findVersion,
  insertVersion,
  listVersions,
} from '../../src/store/version-store.ts';
import { fixturePlan, fixtureRoster } from '../fixture-plan.ts';
import { randomPlan, randomRoster, SMALL } from '../random-plan.ts';
import { onSqlite } from './engine.ts';
import { emptyDatabase } from './temporary-database.ts';

const PLAN = fixturePlan({ shifts: ['d0', 'n0', 'd1'] });
const KEY = { unitId: 'unit', periodId: 'period' };

function versionOf(number: number, plan: Plan = PLAN): RosterVersion {
  return {
    periodId: plan.period.id,
    number,
    publishedAt: (1_000_000 * number) as Instant,
    note: `n${number}`,
    plan,
    roster: fixtureRoster(plan, 'an: d0 n0; ba: d1'),
  };
}

async function published(...numbers: number[]): Promise<Database> {
  const db = await emptyDatabase();
  await saveUnit(db, PLAN.unit);
  await savePeriod(db, 'unit', PLAN.period);
  for (const number of numbers) await insertVersion(db, versionOf(number));
  return db;
}

/** Every row over itself. */
function replacing(table: string, key: RawBuilder<unknown>): RawBuilder<unknown> {
  const rows = sql`SELECT * FROM ${sql.table(table)}`;
  return onSqlite
    ? sql`INSERT OR REPLACE INTO ${sql.table(table)} ${rows}`
    : sql`INSERT INTO ${sql.table(table)} ${rows} ON CONFLICT (${key}) DO UPDATE SET ${sql.ref(table === 'version' ? 'note' : 'details')} = 'x'`;
}

describe('a published version', () => {
  it('comes out as it went in, certificate and marks included', async () => {
    const db = await published();
    const score = { hard: 0, cover: 1, soft: 12 };
    const version: RosterVersion = {
      ...versionOf(1),
      certificate: { score, bound: { hard: 0, cover: 1, soft: 11 }, proven: false, seed: 7 },
      overrideReason: 'thiếu người',
    };
    await insertVersion(db, version);
    expect(await findVersion(db, KEY, 1)).toEqual(version);
    const { plan: _plan, roster: _roster, certificate: _certificate, ...summary } = version;
    expect(await listVersions(db, KEY)).toEqual([summary]);
  });

  it('keeps a plan with every kind of rule, wish and memory whole', async () => {
    for (const seed of [1, 2, 3]) {
      const plan = randomPlan(seed, SMALL);
      const roster = randomRoster(plan, seed);
      const db = await emptyDatabase();
      await saveUnit(db, plan.unit);
      await savePeriod(db, plan.unit.id, plan.period);
      const version = { ...versionOf(1, plan), roster };
      await insertVersion(db, version);
      // What other periods have published is never kept with a version: it is read as it stands.
      const typed = plan.fixed.filter(({ seat }) => seat === undefined);
      const kept = { ...version, plan: { ...plan, fixed: typed } };
      expect(await findNewestVersion(db, KEY)).toEqual(kept);
    }
  });

  it.each([
    ['an update', sql`UPDATE version SET note = 'other'`],
    ['a delete', sql`DELETE FROM version`],
    ['a replacing insert', replacing('version', sql`unit_id, period_id, number`)],
    ['a delete of its period', sql`DELETE FROM period`],
  ])('withstands %s', async (_, statement) => {
    const db = await published(1, 2);
    await expect(statement.execute(db)).rejects.toThrow(/version|FOREIGN KEY/i);
    expect(await findVersion(db, KEY, 1)).toEqual(versionOf(1));
    expect(await findVersion(db, KEY, 2)).toEqual(versionOf(2));
  });

  it.each([
    ['a number already taken', versionOf(2)],
    ['a number left out', versionOf(4)],
    ['a stamp that is not later', { ...versionOf(3), publishedAt: versionOf(2).publishedAt }],
  ])('is not followed by one with %s', async (_, version) => {
    const db = await published(1, 2);
    await expect(insertVersion(db, version)).rejects.toThrow(/follows/);
    expect((await listVersions(db, KEY)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is refused when it was changed behind the back of the program', async () => {
    const db = await published(1);
    const spoil = sql`UPDATE version SET snapshot = replace(snapshot, '"shifts"', '"sifts"')`;
    await db
      .transaction()
      .execute((trx) => withoutTriggers(trx, ['version_never_changes'], () => spoil.execute(trx)));
    await expect(findVersion(db, KEY, 1)).rejects.toThrow(/shifts/);
  });
});

describe('the audit trail', () => {
  it.each([
    ['an update', sql`UPDATE audit_entry SET actor = 'someone else'`],
    ['a delete', sql`DELETE FROM audit_entry`],
    ['a replacing insert', replacing('audit_entry', sql`id`)],
  ])('withstands %s', async (_, statement) => {
    const db = await emptyDatabase();
    const entry = {
      actor: 'cli',
      action: 'case.load',
      unitId: 'unit',
      subject: 'period',
      details: {},
    } as const;
    await appendAudit(db, { ...entry, at: 1 as Instant }, new Uint8Array(32));
    await appendAudit(db, { ...entry, at: 2 as Instant }, new Uint8Array(32));
    await expect(statement.execute(db)).rejects.toThrow(/audit entry/);
    expect(await db.selectFrom('audit_entry').select('actor').execute()).toHaveLength(2);
  });
});
