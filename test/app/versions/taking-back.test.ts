/** Taking back: hours that another period replaces, a roster from a moment on, a period nobody was told of, one seat at night. */

import { describe, expect, it } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { deletePeriod } from '../../../src/app/periods/delete-period.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { saveDutyFlow } from '../../../src/app/periods/save-duty-flow.ts';
import {
  approveReplacement,
  listReplacementsToApprove,
} from '../../../src/app/replacements/approve-replacement.ts';
import { replaceSeat } from '../../../src/app/replacements/replace-seat.ts';
import { findSwapOptions } from '../../../src/app/swaps/find-swap-options.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import type { Case } from '../../../src/domain/case.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import { findDraft } from '../../../src/store/draft-store.ts';
import { listDuties } from '../../../src/store/duty-stream-store.ts';
import { at, loaded, published, publishing, type SampleApp, seat } from '../sample-app.ts';
import { swapUnit } from '../swaps/swap-site.ts';

/** The same unit and people for other hours. */
function another(source: Case, id: string, start: string, end: string): Case {
  const span = { start: at(start), end: at(end) };
  return { ...source, period: { id, name: `Kỳ ${id}`, span, holidays: [] }, past: [], pins: [], ledger: [] };
}

async function loadOther(app: SampleApp, source: Case): Promise<PeriodKey> {
  const result = await loadCase(app, { source, actor: 'cli' });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const everything = async (app: SampleApp, unitId: string) =>
  listDuties(app.db, {
    unitId,
    span: { start: at('2026-01-01T00:00'), end: at('2028-01-01T00:00') },
    except: '',
  });

describe('a period that covers hours another has published', () => {
  const site = async () => {
    const { app, source, key, plan } = await loaded();
    const first = await published(
      app,
      key,
      plan.shifts.map((_, i) => seat(plan, i, 0)),
    );
    const from = plan.shifts[2]?.day ?? '';
    const otherKey = await loadOther(app, another(source, 'gap', `${from}T00:00`, `${from}T23:59`));
    const other = await getPlan(app, otherKey);
    const seats = other.shifts.map((_, i) => seat(other, i, 1));
    return { app, source, key, plan, first, otherKey, other, seats };
  };

  it('is refused, and told which hours of which period', async () => {
    const { app, key, otherKey, seats } = await site();
    expect(await publishing(app, otherKey, seats)).toMatchObject({
      published: false,
      refusal: 'covers-twice',
      covered: [{ period: { id: key.periodId } }],
    });
    expect((await findVersion(app, key))?.number).toBe(1);
  });

  it('withdraws the old seats in the same breath when it says that it replaces them', async () => {
    const { app, key, plan, otherKey, other, seats } = await site();
    await publishing(app, otherKey, seats);
    const revision = (await findDraft(app.db, otherKey))?.revision ?? 0;
    const result = await publishVersion(app, {
      key: otherKey,
      revision,
      note: '',
      actor: 'cli',
      replaces: [key.periodId],
      noteOfReplaced: (by) => `thay bằng ${by.id}`,
    });
    expect(result).toMatchObject({ published: true });
    const two = await findVersion(app, key);
    expect(two).toMatchObject({ number: 2, note: 'thay bằng gap' });
    expect(two?.plan.shifts.length).toBe(plan.shifts.length - other.shifts.length);
    const duties = await everything(app, key.unitId);
    const seen = duties.map(({ staffId, span }) => `${staffId} ${span.start}`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(duties.length).toBe(plan.shifts.length);
    // The draft of the first does not ask for those hours any more, and can be published again as it is.
    const open = await openDraft(app, key);
    expect(open.plan.shifts.length).toBe(plan.shifts.length - other.shifts.length);
    expect(await publishing(app, key, open.work.roster.assignments)).toMatchObject({ published: true });
  });

  it('gives the hours back when it is withdrawn', async () => {
    const { app, key, plan, otherKey, seats } = await site();
    await publishing(app, otherKey, seats);
    const revision = (await findDraft(app.db, otherKey))?.revision ?? 0;
    const replaces = [key.periodId];
    await publishVersion(app, { key: otherKey, revision, note: '', actor: 'cli', replaces });
    await withdrawVersion(app, { key: otherKey, note: 'thôi', actor: 'cli' });
    expect((await openDraft(app, key)).plan.shifts.length).toBe(plan.shifts.length);
  });

  it('at other posts may run beside it', async () => {
    const { app, source, key } = await site();
    const posts = source.posts.map((post) => ({ ...post, id: `${post.id}-khac` }));
    const day = source.period.span.start;
    const span = { start: day, end: source.period.span.end };
    const beside: Case = { ...source, posts, period: { id: 'beside', name: 'Bên cạnh', span, holidays: [] } };
    const besideKey = await loadOther(app, { ...beside, availability: [], past: [], pins: [], ledger: [] });
    const plan = await getPlan(app, besideKey);
    expect(await publishing(app, besideKey, [seat(plan, 0, 2)])).toMatchObject({ published: true });
    expect((await findVersion(app, key))?.number).toBe(1);
  });
});

describe('a roster withdrawn', () => {
  it('from a moment on keeps what was begun by then, on pages, in the stream and in the ledger', async () => {
    const { app, key, plan } = await loaded();
    await published(
      app,
      key,
      plan.shifts.map((_, i) => seat(plan, i, 0)),
    );
    const middle = plan.shifts[Math.floor(plan.shifts.length / 2)];
    if (!middle) throw new Error('no shift');
    const before = plan.shifts.filter(({ span }) => span.start < middle.span.start);
    const from = middle.span.start;
    const version = await withdrawVersion(app, { key, from, note: 'hết bão', actor: 'cli' });
    expect(version).toMatchObject({ number: 2, note: 'hết bão' });
    expect(version.withdrawn).toBeUndefined();
    expect(version.plan.shifts).toEqual(before);
    expect(version.plan.period.span.end).toBe(from);
    expect((await everything(app, key.unitId)).length).toBe(before.length);
    expect((await openDraft(app, key)).plan.shifts.length).toBe(plan.shifts.length);
    await expect(withdrawVersion(app, { key, from, note: '', actor: 'cli' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('never takes back what was stood already', async () => {
    const { app, key, plan } = await loaded();
    await published(
      app,
      key,
      plan.shifts.map((_, i) => seat(plan, i, 0)),
    );
    app.setClock(new Date((plan.shifts[1]?.span.start ?? 0) + 7 * 3_600_000).toISOString().slice(0, 16));
    const version = await withdrawVersion(app, { key, from: at('2026-01-01T00:00'), note: '', actor: 'cli' });
    expect(version.plan.shifts.every(({ span }) => span.start < app.clock())).toBe(true);
    expect(version.plan.shifts.length).toBeGreaterThan(0);
  });
});

describe('a period', () => {
  it('nobody was told of can be deleted, with its draft', async () => {
    const { app, source, key } = await loaded();
    const other = await loadOther(app, another(source, 'draft', '2027-05-01T00:00', '2027-05-03T00:00'));
    expect(await deletePeriod(app, { key: other, actor: 'cli' })).toMatchObject({
      name: 'Kỳ draft',
      versions: 0,
    });
    await expect(getPlan(app, other)).rejects.toMatchObject({ code: 'not-found' });
    expect((await getPlan(app, key)).shifts.length).toBeGreaterThan(0);
  });

  it('with a version stays', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0)]);
    await expect(deletePeriod(app, { key, actor: 'cli' })).rejects.toMatchObject({
      code: 'conflict',
      key: 'error.period.published',
    });
  });
});

describe('one seat at night', () => {
  const site = async () => {
    const unit = await swapUnit('urgent-72h', '2027-03-12T16:00');
    const { app, version } = unit;
    for (const { shiftId, staffId, place } of version.roster.assignments.toReversed()) {
      const options = await findSwapOptions(app, { version, shiftId, askerId: staffId });
      const taker = options?.takers[0]?.member.id;
      if (taker) return { ...unit, seat: { shiftId, place }, fromId: staffId, toId: taker };
    }
    throw new Error('nobody can take anything');
  };
  const noteOf = () => 'thay người';

  it('is replaced and published by itself, without the draft in work', async () => {
    const { app, key, version, seat: where, fromId, toId } = await site();
    const draft = await findDraft(app.db, key);
    const done = await replaceSeat(app, { key, seat: where, fromId, toId, noteOf }, { actor: 'cli' });
    expect(done).toMatchObject({ done: true, version: { number: version.number + 1, note: 'thay người' } });
    const holders = (await findVersion(app, key))?.roster.assignments.filter(
      ({ shiftId }) => shiftId === where.shiftId,
    );
    expect(holders?.map(({ staffId }) => staffId)).toContain(toId);
    expect(await findDraft(app.db, key)).not.toEqual(draft);
  });

  it('goes through at once where publishing is approved, and is approved afterwards', async () => {
    const { app, key, seat: where, fromId, toId } = await site();
    const flow = { approveSwaps: true, leaveWaits: true, approvePublishing: true };
    await saveDutyFlow(app, { unitId: key.unitId, flow, actor: 'ha' });
    const done = await replaceSeat(app, { key, seat: where, fromId, toId, noteOf }, { actor: 'cli' });
    expect(done).toMatchObject({ done: true, replacement: { approval: 'waiting' } });
    const [waiting] = await listReplacementsToApprove(app, key.unitId);
    const id = waiting?.replacement.id ?? '';
    const decision = { unitId: key.unitId, id, decision: 'approve' } as const;
    await approveReplacement(app, decision, { actor: 'duyet' });
    expect(await listReplacementsToApprove(app, key.unitId)).toEqual([]);
    await expect(approveReplacement(app, decision, { actor: 'duyet' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('waits where the unit wants it approved first', async () => {
    const { app, key, seat: where, fromId, toId } = await site();
    const flow = { approveSwaps: true, leaveWaits: true, approvePublishing: true, replaceAtOnce: false };
    await saveDutyFlow(app, { unitId: key.unitId, flow, actor: 'ha' });
    expect(
      await replaceSeat(app, { key, seat: where, fromId, toId, noteOf }, { actor: 'cli' }),
    ).toMatchObject({ done: false, refusal: 'approval' });
  });

  it('is not given to who breaks a rule, who left, or when someone else sits there by now', async () => {
    const { app, key, version, seat: where, fromId, toId } = await site();
    const by = { actor: 'cli' };
    const busy = version.roster.assignments.find(
      ({ shiftId, staffId }) => shiftId === where.shiftId && staffId !== fromId,
    );
    if (busy) {
      expect(
        await replaceSeat(app, { key, seat: where, fromId, toId: busy.staffId, noteOf }, by),
      ).toMatchObject({ done: false });
    }
    expect(
      await replaceSeat(app, { key, seat: where, fromId: toId, toId: fromId, noteOf }, by),
    ).toMatchObject({ done: false, refusal: 'moved' });
    expect(await replaceSeat(app, { key, seat: where, fromId, toId: 'nobody', noteOf }, by)).toMatchObject({
      done: false,
      refusal: 'left',
    });
  });
});
