/** From draft to version: conflicts, refusals, numbers, stamps, places, and what is carried into the ledger. */

import { describe, expect, it } from 'vitest';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { updateLedgerFromVersion } from '../../../src/app/ledger/update-ledger-from-version.ts';
import { listPeriods } from '../../../src/app/periods/list-periods.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { compareVersions } from '../../../src/app/versions/compare-versions.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { listVersions } from '../../../src/app/versions/list-versions.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import { check } from '../../../src/constraints/check.ts';
import { seatHistory } from '../../../src/domain/seat-history.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import type { Database } from '../../../src/store/database.ts';
import { findDraft } from '../../../src/store/draft-store.ts';
import { findInstallationId } from '../../../src/store/installation-store.ts';
import { withoutTriggers } from '../../../src/store/triggers.ts';
import { at, loaded, published, publishing, seat } from '../sample-app.ts';

describe('a draft', () => {
  it('saved by two who saw the same one keeps the first and tells the second', async () => {
    const { app, key, plan } = await loaded();
    const roster = (person: number) => ({ periodId: key.periodId, assignments: [seat(plan, 0, person)] });
    const first = { key, roster: roster(0), seenRevision: 0, actor: 'ha' };
    const second = { key, roster: roster(1), seenRevision: 0, actor: 'khoa' };
    const results = await Promise.allSettled([saveDraft(app, first), saveDraft(app, second)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({
      reason: { code: 'conflict', key: 'error.draft.conflict', params: { seen: 0, current: 1 } },
    });
    expect((await findDraft(app.db, key))?.roster).toEqual(roster(0));
    await saveDraft(app, { ...second, seenRevision: 1 });
    await expect(saveDraft(app, { ...first, seenRevision: 1 })).rejects.toMatchObject({
      params: { seen: 1, current: 2 },
    });
    expect((await findDraft(app.db, key))?.roster).toEqual(roster(1));
  });

  it('of no period is refused', async () => {
    const { app, key } = await loaded();
    const roster = { periodId: 'none', assignments: [] };
    const saving = { key: { ...key, periodId: 'none' }, roster, seenRevision: 0, actor: 'ha' };
    await expect(saveDraft(app, saving)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the UIDs of a period', () => {
  const uidsOf = (versions: Parameters<typeof seatHistory>[0]): string[] =>
    seatHistory(versions).map(({ uidSeed }) => uidSeed);

  it('begin with the installation, in every version alike', async () => {
    const here = await loaded();
    const one = await published(here.app, here.key, [seat(here.plan, 0, 0)]);
    const two = await published(here.app, here.key, [seat(here.plan, 0, 1)]);
    const { uidScope: _, ...bare } = one;
    expect(one.uidScope).toMatch(/^[\w-]{8,}$/);
    expect(uidsOf([one, two])).toHaveLength(1);
    expect(uidsOf([one, two])[0]).toBe(`${one.uidScope}/${uidsOf([bare])[0]}`);
    expect([one.uidScope, two.uidScope]).toEqual(Array(2).fill(await findInstallationId(here.app.db)));
  });

  it('stay as they were sent where the first version is older than the installation’s id', async () => {
    const { app, key, plan } = await loaded();
    const one = await published(app, key, [seat(plan, 0, 0)]);
    await withoutScope(app.db);
    const two = await published(app, key, [seat(plan, 0, 1)]);
    expect(two.uidScope).toBeUndefined();
    expect(uidsOf([two])).toEqual([`${key.unitId}/${key.periodId}/${one.roster.assignments[0]?.shiftId}/0`]);
  });
});

/** As a version published by a program that knew no installation. */
function withoutScope(db: Database): Promise<void> {
  return db.transaction().execute((trx) =>
    withoutTriggers(trx, ['version_never_changes'], async () => {
      await trx.updateTable('version').set({ uid_scope: null }).execute();
    }),
  );
}

describe('publishing', () => {
  it('numbers versions from 1 and leaves earlier ones as they were', async () => {
    const { app, key, plan } = await loaded();
    const one = await published(app, key, [seat(plan, 0, 0)]);
    app.setClock('2027-01-21T09:30');
    const two = await published(app, key, [seat(plan, 0, 1)]);
    expect([one.number, two.number]).toEqual([1, 2]);
    expect([one.publishedAt, two.publishedAt]).toEqual([at('2027-01-20T08:00'), at('2027-01-21T09:30')]);
    expect(await findVersion(app, key)).toEqual(two);
    expect(await findVersion(app, key, 1)).toEqual(one);
    expect(await findVersion(app, key, 3)).toBeUndefined();
    expect((await listVersions(app, key)).map(({ number }) => number)).toEqual([1, 2]);
    expect(await listPeriods(app)).toMatchObject([
      { unitId: key.unitId, draft: { revision: 2 }, published: { number: 2, withdrawn: false } },
    ]);
  });

  it('stamps forward even when the clock was set back', async () => {
    const { app, key, plan } = await loaded();
    const one = await published(app, key, [seat(plan, 0, 0)]);
    app.setClock('2020-01-01T00:00');
    const two = await published(app, key, [seat(plan, 0, 1)]);
    expect(two.publishedAt).toBe(one.publishedAt + 1000);
  });

  it('keeps what was published when staff and posts change later', async () => {
    const { app, key, plan, source } = await loaded();
    const version = await published(app, key, [seat(plan, 0, 0)]);
    const staff = source.staff.map((member) => ({ ...member, name: `${member.name} Khác` }));
    await loadCase(app, { source: { ...source, staff }, actor: 'cli' });
    expect(await findVersion(app, key)).toEqual(version);
  });

  it('moves nobody who stays to another place of the shift', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0, 0), seat(plan, 0, 1, 1)]);
    const version = await published(app, key, [seat(plan, 0, 1, 0), seat(plan, 0, 2, 1)]);
    expect(version.roster.assignments).toEqual([seat(plan, 0, 2, 0), seat(plan, 0, 1, 1)]);
  });

  it('refuses a roster that breaks hard rules, until a reason is given', async () => {
    const { app, key, plan } = await loaded((source) => source);
    const everyone = plan.shifts.flatMap((_, i) => [seat(plan, i, 0)]);
    const { violations } = check(plan, { periodId: key.periodId, assignments: everyone });
    const hard = violations.filter(({ level }) => level === 'hard');
    expect(hard.length).toBeGreaterThan(0);
    expect(await publishing(app, key, everyone)).toEqual({
      published: false,
      refusal: 'hard-violations',
      violations: hard,
    });
    expect(await publishing(app, key, everyone, '   ')).toMatchObject({ published: false });
    expect(await findVersion(app, key)).toBeUndefined();
    const forced = await publishing(app, key, everyone, ' Thiếu người vì bão ');
    expect(forced).toMatchObject({ published: true, version: { overrideReason: 'Thiếu người vì bão' } });
  });

  it('notes no reason where none was needed', async () => {
    const { app, key, plan } = await loaded();
    const result = await publishing(app, key, [seat(plan, 0, 0)], 'vô cớ');
    expect(result).toMatchObject({ published: true });
    expect(await findVersion(app, key)).not.toHaveProperty('overrideReason');
  });

  it('refuses a draft that names shifts or people who are gone', async () => {
    const { app, key, plan } = await loaded();
    const stray = { shiftId: 'no/such/shift', place: 0, staffId: plan.staff[0]?.id ?? '' };
    expect(await publishing(app, key, [seat(plan, 0, 0), stray])).toEqual({
      published: false,
      refusal: 'outdated',
      dropped: [stray],
    });
  });

  it('refuses a draft that moved on since it was looked at, or that is not there', async () => {
    const { app, key, plan } = await loaded();
    const publishing = { key, revision: 1, note: '', actor: 'ha' };
    await expect(publishVersion(app, publishing)).rejects.toMatchObject({ key: 'error.draft.missing' });
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0)] };
    await saveDraft(app, { key, roster, seenRevision: 0, actor: 'ha' });
    await saveDraft(app, { key, roster, seenRevision: 1, actor: 'ha' });
    await expect(publishVersion(app, publishing)).rejects.toMatchObject({ code: 'conflict' });
    expect(await listVersions(app, key)).toEqual([]);
  });

  it('keeps a certificate only while the referee counts the same', async () => {
    const { app, key, plan } = await loaded();
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0)] };
    const { score } = check(plan, roster);
    const certificate = { score, proven: true, seed: 1 };
    await saveDraft(app, { key, roster, seenRevision: 0, certificate, actor: 'ha' });
    await publishVersion(app, { key, revision: 1, note: '', actor: 'ha' });
    expect((await findVersion(app, key))?.certificate).toEqual(certificate);
    const stale = { ...certificate, score: { ...score, soft: score.soft + 1 } };
    await saveDraft(app, { key, roster, seenRevision: 1, certificate: stale, actor: 'ha' });
    await publishVersion(app, { key, revision: 2, note: '', actor: 'ha' });
    expect(await findVersion(app, key)).not.toHaveProperty('certificate');
  });

  it('withdrawn and published again brings everyone back to the same place', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0, 0), seat(plan, 0, 1, 1)]);
    const swapped = [seat(plan, 0, 1, 0), seat(plan, 0, 0, 1)];
    await published(app, key, swapped);
    const withdrawn = await withdrawVersion(app, { key, note: 'Hoãn', actor: 'ha' });
    expect(withdrawn).toMatchObject({ number: 3, withdrawn: true, roster: { assignments: [] } });
    await expect(withdrawVersion(app, { key, note: '', actor: 'ha' })).rejects.toMatchObject({
      key: 'error.version.nothing-published',
    });
    const again = await published(app, key, swapped);
    expect(again.roster.assignments).toEqual([seat(plan, 0, 0, 0), seat(plan, 0, 1, 1)]);
    expect(again).not.toHaveProperty('withdrawn');
  });

  it('leaves a line in the audit trail for each change', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0)]);
    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    const trail = await listAudit(app.db, { unitId: key.unitId }, 10);
    expect(trail.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
      'ha version.withdraw',
      'cli version.publish',
      'cli draft.save',
      'cli case.load',
    ]);
  });
});

describe('comparing versions', () => {
  it('tells by person and seat, and refuses numbers that are not there', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0), seat(plan, 1, 2)]);
    await published(app, key, [seat(plan, 0, 1), seat(plan, 1, 2)]);
    const { people, seats, before, after } = await compareVersions(app, key, { before: 1, after: 2 });
    expect([before.number, after.number]).toEqual([1, 2]);
    expect(seats.map((each) => [each.before?.id, each.after?.id])).toEqual([
      [plan.staff[0]?.id, plan.staff[1]?.id],
    ]);
    expect(people.map(({ staff }) => staff.id)).toEqual([plan.staff[0]?.id, plan.staff[1]?.id]);
    await expect(compareVersions(app, key, { before: 1, after: 9 })).rejects.toMatchObject({
      key: 'error.version.missing',
      params: { number: 9 },
    });
  });
});

describe('the ledger', () => {
  it('holds what the newest version carries, whoever carried it before', async () => {
    const { app, key, plan } = await loaded();
    const carried = () =>
      app.db
        .selectFrom('ledger_entry')
        .select(['staff_id', 'kind', 'amount'])
        .where('source', '=', key.periodId)
        .orderBy('kind')
        .execute();
    await published(app, key, [seat(plan, 0, 0)]);
    await published(app, key, [seat(plan, 0, 1)]);
    const entries = await carried();
    expect(entries).toContainEqual({
      staff_id: plan.staff[1]?.id,
      kind: 'points',
      amount: plan.shifts[0]?.points,
    });
    expect(entries.map(({ staff_id }) => staff_id)).not.toContain(plan.staff[0]?.id);
    await updateLedgerFromVersion(app, { key, actor: 'ha' });
    await updateLedgerFromVersion(app, { key, actor: 'ha' });
    expect(await carried()).toEqual(entries);
    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    expect(await carried()).toEqual([]);
  });
});
