/** Swaps over real use cases and a real file: what is checked when, what is published, what of the draft; and that no run of events ever publishes a roster that breaks a hard rule. */

import { describe, expect, it } from 'vitest';
import { addAvailability } from '../../../src/app/availability/add-availability.ts';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { listOwnNotices } from '../../../src/app/notices/own-notices.ts';
import { saveDutyFlow } from '../../../src/app/periods/save-duty-flow.ts';
import { answerSwap, SWAP_ANSWERS } from '../../../src/app/swaps/answer-swap.ts';
import { arrangeSwap } from '../../../src/app/swaps/arrange-swap.ts';
import { askSwap } from '../../../src/app/swaps/ask-swap.ts';
import { decideSwap } from '../../../src/app/swaps/decide-swap.ts';
import { expireSwaps } from '../../../src/app/swaps/expire-swaps.ts';
import { findSwapOptions, type SwapOption } from '../../../src/app/swaps/find-swap-options.ts';
import { listSwaps } from '../../../src/app/swaps/list-swaps.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { check } from '../../../src/constraints/check.ts';
import type { Assignment } from '../../../src/domain/roster.ts';
import type { Swap } from '../../../src/domain/swap.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { formatDate } from '../../../src/i18n/format.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { findDraft } from '../../../src/store/draft-store.ts';
import { listWholeVersions } from '../../../src/store/version-store.ts';
import { publishing } from '../sample-app.ts';
import { type SwapUnit, swapUnit } from './swap-site.ts';

const NOW = '2027-03-10T08:00';
const noteOf = (swap: Swap): string => `${swap.askerId} ⇄ ${swap.partnerId}`;

/** Someone who can swap a shift with someone, and how. */
async function anExchange({ app, version }: SwapUnit) {
  for (const { shiftId, staffId } of version.roster.assignments) {
    const options = await findSwapOptions(app, { version, shiftId, askerId: staffId });
    const [best] = options?.exchanges ?? [];
    if (best?.shift) return { askerId: staffId, shiftId, best, otherShiftId: best.shift.id, options };
  }
  throw new Error('nobody can swap with anybody');
}

const hardOf = ({ plan, roster }: RosterVersion) =>
  check(plan, roster).violations.filter(({ level }) => level === 'hard');

async function asked(unit: SwapUnit) {
  const found = await anExchange(unit);
  const { app, key } = unit;
  const result = await askSwap(app, {
    key,
    askerId: found.askerId,
    shiftId: found.shiftId,
    partnerId: found.best.member.id,
    otherShiftId: found.otherShiftId,
    message: ' Nhà em có việc. ',
    actor: 'an',
  });
  if (!result.asked) throw new Error(result.refusal);
  return { ...found, swap: result.swap };
}

describe('a swap', () => {
  it('asked, agreed and approved becomes version 2, in the draft too, each step audited', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key, version } = unit;
    const { swap, askerId, shiftId, best, otherShiftId } = await asked(unit);
    expect(swap).toMatchObject({ state: 'asked', message: 'Nhà em có việc.' });
    const about = { unitId: key.unitId, swapId: swap.id, noteOf, note: '' };
    const agreed = await answerSwap(app, {
      ...about,
      staffId: best.member.id,
      answer: 'consent',
      actor: 'ba',
    });
    expect(agreed).toMatchObject({ done: true, swap: { state: 'consented' } });
    expect(await findVersion(app, key)).toEqual(version);
    const decided = await decideSwap(app, { ...about, decision: 'approve', actor: 'ha' });
    expect(decided).toMatchObject({ done: true, draft: 'changed', version: { number: 2 } });
    const two = await findVersion(app, key);
    const holders = (id: string) =>
      two?.roster.assignments.filter((each) => each.shiftId === id).map(({ staffId }) => staffId);
    expect(holders(shiftId)).toContain(best.member.id);
    expect(holders(otherShiftId)).toContain(askerId);
    expect(two?.note).toBe(`${askerId} ⇄ ${best.member.id}`);
    expect(two && hardOf(two)).toEqual([]);
    const open = await openDraft(app, key);
    expect(open.work.roster.assignments).toEqual(two?.roster.assignments);
    expect(open.undo?.kind).toBe('swap');
    const trail = (await listAudit(app.db, { unitId: key.unitId }, 20)).map(({ action }) => action);
    expect(trail).toEqual(
      expect.arrayContaining(['swap.ask', 'swap.consent', 'swap.approve', 'version.publish', 'draft.save']),
    );
  });

  it('goes through by itself where the unit lets legal swaps through', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key } = unit;
    await saveDutyFlow(app, {
      unitId: key.unitId,
      flow: { approveSwaps: false, leaveWaits: true },
      actor: 'ha',
    });
    const { swap, best } = await asked(unit);
    const about = { unitId: key.unitId, swapId: swap.id, noteOf, note: '', actor: 'ba' };
    const agreed = await answerSwap(app, { ...about, staffId: best.member.id, answer: 'consent' });
    expect(agreed).toMatchObject({ done: true, swap: { state: 'approved', version: 2 } });
  });

  it('is refused in words’ stead when it breaks a rule: at asking, at consenting, at deciding', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key, version } = unit;
    const found = await anExchange(unit);
    const post = version.plan.posts.find(({ id }) => found.shiftId.startsWith(`${id}/`));
    const stranger = version.plan.staff.find(({ skills }) => !skills.includes(post?.skills[0] ?? ''));
    const gift = { key, askerId: found.askerId, shiftId: found.shiftId, message: '', actor: 'an' };
    if (!stranger) throw new Error('everyone could take it');
    expect(await askSwap(app, { ...gift, partnerId: stranger.id })).toMatchObject({
      asked: false,
      refusal: 'breaks',
    });
    const { swap, best, shiftId } = await asked(unit);
    const shift = version.plan.shifts.find(({ id }) => id === shiftId);
    const leave = (day: string) => ({
      unitId: key.unitId,
      staffId: best.member.id,
      form: { kind: 'leave', from: day, to: day, startTime: '', endTime: '', post: '', weight: '', note: '' },
      by: { actor: 'ha' },
    });
    const added = await addAvailability(app, leave(shift ? formatDate(shift.day) : ''));
    expect(added).toMatchObject({ added: true });
    const about = { unitId: key.unitId, swapId: swap.id, noteOf, note: '' };
    const stopped = await answerSwap(app, {
      ...about,
      staffId: best.member.id,
      answer: 'consent',
      actor: 'ba',
    });
    expect(stopped).toMatchObject({ done: false, refusal: 'breaks' });
    expect((await listSwaps(app, key.unitId))[0]?.swap.state).toBe('asked');
    expect(await findVersion(app, key)).toEqual(version);
  });

  it('ends when someone else sits on the seat by the time it is decided', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key, version } = unit;
    const { swap, best, shiftId, askerId } = await asked(unit);
    const about = { unitId: key.unitId, swapId: swap.id, noteOf, note: '' };
    await answerSwap(app, { ...about, staffId: best.member.id, answer: 'consent', actor: 'ba' });
    const draft = await findDraft(app.db, key);
    const without = version.roster.assignments.filter(
      (each) => each.shiftId !== shiftId || each.staffId !== askerId,
    );
    const roster = { periodId: key.periodId, assignments: without };
    const { revision } = await saveDraft(app, {
      key,
      roster,
      seenRevision: draft?.revision ?? 0,
      actor: 'ha',
    });
    expect(await publishVersion(app, { key, revision, note: '', actor: 'ha' })).toMatchObject({
      published: true,
    });
    expect((await listSwaps(app, key.unitId))[0]?.swap).toMatchObject({ state: 'expired', cause: 'moved' });
    const decided = await decideSwap(app, { ...about, decision: 'approve', actor: 'ha' });
    expect(decided).toEqual({ done: false, refusal: 'moved' });
    expect(await decideSwap(app, { ...about, decision: 'approve', actor: 'ha' })).toMatchObject({
      refusal: 'over',
    });
    expect((await findVersion(app, key))?.number).toBe(2);
  });

  it('in a roster that breaks a rule with a reason adds nothing to it, and is always looked at', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key, version } = unit;
    await saveDutyFlow(app, {
      unitId: key.unitId,
      flow: { approveSwaps: false, leaveWaits: true },
      actor: 'ha',
    });
    const { plan } = version;
    const leader = plan.posts.find(({ tier }) => tier === 'leader')?.id ?? '';
    const stranger = plan.staff.find(({ skills }) => skills.includes('ứng cứu'))?.id ?? '';
    const led = version.roster.assignments.findIndex(({ shiftId }) => shiftId.startsWith(`${leader}/`));
    const broken = version.roster.assignments.with(led, {
      ...(version.roster.assignments[led] as Assignment),
      staffId: stranger,
    });
    const forced = await publishing(app, key, broken, 'Thiếu lãnh đạo vì bão');
    if (!forced.published) throw new Error(forced.refusal);
    const known = hardOf(forced.version);
    expect(known.length).toBeGreaterThan(0);
    const { swap, best } = await asked({ ...unit, version: forced.version });
    const about = { unitId: key.unitId, swapId: swap.id, noteOf, note: '', actor: 'ba' };
    const agreed = await answerSwap(app, { ...about, staffId: best.member.id, answer: 'consent' });
    expect(agreed).toMatchObject({ done: true, swap: { state: 'consented' } });
    const decided = await decideSwap(app, { ...about, decision: 'approve' });
    expect(decided).toMatchObject({ done: true, version: { overrideReason: 'Thiếu lãnh đạo vì bão' } });
    const three = await findVersion(app, key);
    expect(three && hardOf(three)).toEqual(known);
  });

  it('ends when nobody answers before the shift, and is not asked in the last hour', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key } = unit;
    const { swap } = await asked(unit);
    expect(await expireSwaps(app)).toBe(0);
    app.setClock('2027-03-16T08:00');
    expect(await expireSwaps(app)).toBe(1);
    expect((await listSwaps(app, key.unitId))[0]?.swap).toMatchObject({ state: 'expired', cause: 'time' });
    const again = {
      key,
      askerId: swap.askerId,
      shiftId: swap.seat.shiftId,
      message: '',
      actor: 'an',
    };
    expect(await askSwap(app, again)).toEqual({ asked: false, refusal: 'too-late' });
  });

  it('offered for a shift in return is taken by who gives one of those, and by nobody else', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key, version } = unit;
    const { askerId, shiftId, best, otherShiftId, options } = await anExchange(unit);
    expect(options?.obtainable.map(({ id }) => id)).toContain(otherShiftId);
    const asking = { key, askerId, shiftId, message: '', actor: 'an' };
    expect(await askSwap(app, { ...asking, wanted: [] })).toMatchObject({ refusal: 'no-return' });
    expect(await askSwap(app, { ...asking, wanted: ['x'] })).toMatchObject({ refusal: 'no-return' });
    const offered = await askSwap(app, { ...asking, wanted: [otherShiftId] });
    if (!offered.asked) throw new Error(offered.refusal);
    expect(offered.swap).toMatchObject({ wanted: [otherShiftId] });
    expect(offered.swap.partnerId).toBe(undefined);
    await saveDutyFlow(app, {
      unitId: key.unitId,
      flow: { approveSwaps: false, leaveWaits: true },
      actor: 'ha',
    });
    const about = {
      unitId: key.unitId,
      swapId: offered.swap.id,
      noteOf,
      note: '',
      answer: 'consent',
      actor: 'ba',
    } as const;
    const stranger = version.plan.staff.find(({ id }) => id !== askerId && id !== best.member.id)?.id ?? '';
    const none = { done: false, refusal: 'no-return' };
    expect(await answerSwap(app, { ...about, staffId: best.member.id })).toMatchObject(none);
    expect(await answerSwap(app, { ...about, staffId: stranger, otherShiftId })).toMatchObject(none);
    const taken = await answerSwap(app, { ...about, staffId: best.member.id, otherShiftId });
    expect(taken).toMatchObject({ done: true, version: { number: 2 } });
    const two = await findVersion(app, key);
    const stands = (staffId: string, id: string) =>
      two?.roster.assignments.some((each) => each.staffId === staffId && each.shiftId === id);
    expect([stands(best.member.id, shiftId), stands(askerId, otherShiftId)]).toEqual([true, true]);
    expect([stands(askerId, shiftId), stands(best.member.id, otherShiftId)]).toEqual([false, false]);
  });

  it('arranged for two others is judged, published at once, told both, and kept as arranged by whom', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key } = unit;
    const { askerId, shiftId, best, otherShiftId } = await anExchange(unit);
    const arranging = {
      key,
      askerId,
      shiftId,
      partnerId: best.member.id,
      otherShiftId,
      note: '',
      noteOf,
      actor: 'ha',
    };
    const wrong = await arrangeSwap(app, { ...arranging, askerId: best.member.id, shiftId: 'x' });
    expect(wrong).toMatchObject({ asked: false, refusal: 'moved' });
    expect(await arrangeSwap(app, { ...arranging, partnerId: askerId, otherShiftId: shiftId })).toMatchObject(
      {
        asked: false,
        refusal: 'stands-already',
      },
    );
    const arranged = await arrangeSwap(app, arranging);
    expect(arranged).toMatchObject({
      done: true,
      version: { number: 2 },
      swap: { state: 'approved', arrangedBy: 'ha' },
    });
    const [listed] = await listSwaps(app, key.unitId);
    expect(listed?.swap).toMatchObject({ arrangedBy: 'ha', askerId, partnerId: best.member.id });
    const trail = (await listAudit(app.db, { unitId: key.unitId }, 20)).map(({ action }) => action);
    expect(trail).toContain('swap.arrange');
    for (const staffId of [askerId, best.member.id]) {
      const notices = await listOwnNotices(app, { unitId: key.unitId, staffId });
      expect(notices.some(({ facts }) => facts.kind === 'roster' && facts.version === 2)).toBe(true);
    }
  });

  it('leaves a draft alone that seats the two otherwise, and says so', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key } = unit;
    const { swap, best } = await asked(unit);
    const draft = await findDraft(app.db, key);
    const empty = { periodId: key.periodId, assignments: [] };
    await saveDraft(app, { key, roster: empty, seenRevision: draft?.revision ?? 0, actor: 'ha' });
    const about = { unitId: key.unitId, swapId: swap.id, noteOf, note: '' };
    await answerSwap(app, { ...about, staffId: best.member.id, answer: 'consent', actor: 'ba' });
    expect(await decideSwap(app, { ...about, decision: 'approve', actor: 'ha' })).toMatchObject({
      done: true,
      draft: 'apart',
    });
    expect((await openDraft(app, key)).work.roster.assignments).toEqual([]);
  });

  it('is asked of a seat once at a time, and two who take the same offer do not both get it', async () => {
    const unit = await swapUnit('urgent-72h', NOW);
    const { app, key, version } = unit;
    await saveDutyFlow(app, {
      unitId: key.unitId,
      flow: { approveSwaps: false, leaveWaits: true },
      actor: 'ha',
    });
    const offer = await openOffer(unit);
    if (!offer) throw new Error('nobody can take anything');
    const { asking, takers } = offer;
    const first = await askSwap(app, asking);
    expect(await askSwap(app, asking)).toEqual({ asked: false, refusal: 'asked-already' });
    if (!first.asked) throw new Error(first.refusal);
    const take = ({ member }: SwapOption) =>
      answerSwap(app, {
        unitId: key.unitId,
        swapId: first.swap.id,
        staffId: member.id,
        answer: 'consent',
        note: '',
        noteOf,
        actor: member.id,
      });
    const results = await Promise.all(takers.slice(0, 2).map(take));
    expect(results.map(({ done }) => done)).toEqual([true, ...takers.slice(1, 2).map(() => false)]);
    const two = await findVersion(app, key);
    expect(two?.number).toBe(2);
    expect(two?.roster.assignments).toHaveLength(version.roster.assignments.length);
  });
});

async function openOffer({ app, key, version }: SwapUnit) {
  for (const { shiftId, staffId } of version.roster.assignments) {
    const options = await findSwapOptions(app, { version, shiftId, askerId: staffId });
    if (!options || options.takers.length === 0) continue;
    const asking = { key, askerId: staffId, shiftId, message: '', actor: staffId };
    return { asking, takers: options.takers };
  }
  return undefined;
}

describe('whatever people ask, answer and decide', () => {
  it.each([1, 3])('no version breaks a hard rule and none loses a seat (seed %i)', async (seed) => {
    const unit = await swapUnit('tet-2027-province');
    const { app, key } = unit;
    const random = createRandom(seed);
    const pick = <T>(list: readonly T[]): T | undefined => list[random.below(Math.max(1, list.length))];
    await saveDutyFlow(app, {
      unitId: key.unitId,
      flow: { approveSwaps: random.next() < 0.5, leaveWaits: true },
      actor: 'ha',
    });
    for (let step = 0; step < 44; step++) {
      const version = (await findVersion(app, key)) as RosterVersion;
      const listed = await listSwaps(app, key.unitId);
      const mine = pick(version.roster.assignments);
      const post = mine?.shiftId.split('/')[0] ?? '';
      const alike = version.roster.assignments.filter(({ shiftId }) => shiftId.startsWith(`${post}/`));
      const theirs = pick(random.next() < 0.8 ? alike : version.roster.assignments);
      const live = listed.filter(({ swap: each }) => each.state === 'asked' || each.state === 'consented');
      const swap = pick(random.next() < 0.9 ? live : listed)?.swap;
      const action = random.below(7);
      if (action < 3 && mine && theirs) {
        const kind = random.below(3);
        await askSwap(app, {
          key,
          askerId: mine.staffId,
          shiftId: mine.shiftId,
          ...(kind === 0 ? {} : { partnerId: theirs.staffId }),
          ...(kind === 1 ? { otherShiftId: theirs.shiftId } : {}),
          message: '',
          actor: 'x',
        });
      } else if (swap) {
        const about = { unitId: key.unitId, swapId: swap.id, note: '', noteOf, actor: 'x' };
        const someone = swap.partnerId ?? theirs?.staffId ?? '';
        if (action < 5) {
          const answer = SWAP_ANSWERS[random.below(12)] ?? 'consent';
          const staffId = answer === 'withdraw' ? swap.askerId : someone;
          await answerSwap(app, { ...about, staffId, answer });
        } else await decideSwap(app, { ...about, decision: random.next() < 0.8 ? 'approve' : 'refuse' });
      }
    }
    const versions = await listWholeVersions(app.db, key);
    expect(versions.length).toBeGreaterThan(1);
    const seats = (version: RosterVersion) =>
      version.roster.assignments.map(({ shiftId, place }) => `${shiftId}@${place}`);
    const [first] = versions;
    for (const version of versions) {
      expect(hardOf(version)).toEqual([]);
      expect(seats(version)).toEqual(first && seats(first));
      const stands = version.roster.assignments.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`);
      expect(new Set(stands).size).toBe(stands.length);
      expect(version.plan.staff.length).toBe(first?.plan.staff.length);
    }
  });
});
