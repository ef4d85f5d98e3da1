/** Whoever joined the staff list after a roster was published takes its seats too: replaced, given, judged by the same rules. */

import { describe, expect, it } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { findReplacements } from '../../../src/app/replacements/find-replacements.ts';
import { replaceSeat } from '../../../src/app/replacements/replace-seat.ts';
import { answerSwap } from '../../../src/app/swaps/answer-swap.ts';
import { askSwap } from '../../../src/app/swaps/ask-swap.ts';
import { decideSwap } from '../../../src/app/swaps/decide-swap.ts';
import { findSwapOptions } from '../../../src/app/swaps/find-swap-options.ts';
import { listSwaps } from '../../../src/app/swaps/list-swaps.ts';
import { addDays } from '../../../src/calendar/day.ts';
import type { StaffMember } from '../../../src/domain/staff.ts';
import { staffName } from '../../../src/domain/staff-names.ts';
import { saveLines } from '../../../src/store/availability-store.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import { swapUnit } from '../swaps/swap-site.ts';

const BY = { actor: 'ha' };

/** A roster is out; then someone joins who bears the name of its first person. */
async function site(change: Partial<StaffMember> = {}) {
  const { app, key, version } = await swapUnit();
  const [held] = version.roster.assignments;
  const shift = version.plan.shifts.find(({ id }) => id === held?.shiftId);
  const holder = version.plan.staff.find(({ id }) => id === held?.staffId);
  if (!held || !shift || !holder) throw new Error('the sample seats people');
  const joined: StaffMember = { ...holder, id: 'moi', title: 'Người mới', department: 'Tổ mới', ...change };
  await saveStaff(app.db, key.unitId, [joined]);
  const seat = { shiftId: held.shiftId, place: held.place };
  const candidate = async () => {
    const found = await findReplacements(app, { key, seat });
    return { found, own: found.candidates.find(({ member }) => member.id === 'moi') };
  };
  const leave = () => {
    const entry = { staffId: 'moi', kind: 'leave', from: shift.day, to: addDays(shift.day, 2) } as const;
    const line = { entry: { ...entry, weight: 5, note: '' }, state: 'granted', origin: 'unit' } as const;
    return saveLines(app.db, key.unitId, [line]);
  };
  const noteOf = ({ plan }: typeof version): string => `${staffName(plan.staff, 'moi')} thay`;
  return { app, key, version, seat, shift, holder, candidate, leave, noteOf };
}

describe('someone who joined later', () => {
  it('is offered as a replacement, told apart from a namesake, and told not to be of the roster', async () => {
    const { candidate } = await site();
    const { found, own } = await candidate();
    expect(own).toMatchObject({ beside: true, judgement: { fits: true } });
    expect(staffName(found.version.plan.staff, 'moi')).toContain('(');
  });

  it.each([
    ['on leave', async ({ leave }: Awaited<ReturnType<typeof site>>) => leave(), { fits: false }],
    ['with nothing in the way', async () => undefined, { fits: true }],
  ] as const)('is judged by the same rules: %s', async (_case, happens, judgement) => {
    const found = await site();
    await happens(found);
    expect((await found.candidate()).own?.judgement).toMatchObject(judgement);
  });

  it('is not offered for a post whose skills they lack', async () => {
    const { candidate, version, shift } = await site({ skills: [] });
    const post = version.plan.posts.find(({ id }) => id === shift.postId);
    const isAsked = (post?.skills.length ?? 0) > 0;
    expect((await candidate()).own === undefined).toBe(isAsked);
  });

  it('takes the seat, is of the roster from then on, alone of all who joined, and of the draft', async () => {
    const { app, key, seat, holder, noteOf } = await site();
    await saveStaff(app.db, key.unitId, [{ ...holder, id: 'khac', name: 'Người khác' }]);
    const replacing = { key, seat, fromId: holder.id, toId: 'moi', noteOf };
    const replaced = await replaceSeat(app, replacing, BY);
    if (!replaced.done) throw new Error(replaced.refusal);
    const { plan, roster, note } = replaced.version;
    expect(roster.assignments).toContainEqual({ ...seat, staffId: 'moi' });
    expect([plan.staff.some(({ id }) => id === 'moi'), plan.staff.some(({ id }) => id === 'khac')]).toEqual([
      true,
      false,
    ]);
    expect(note).toMatch(/^.+ \(.+\) thay$/);
    const draft = await openDraft(app, key);
    expect(draft.work.roster.assignments).toContainEqual({ ...seat, staffId: 'moi' });
  });

  it('is offered the shift as a gift, and has it once both and the unit agree', async () => {
    const { app, key, version, seat, holder, noteOf } = await site();
    const { shiftId } = seat;
    const options = await findSwapOptions(app, { version, shiftId, askerId: holder.id });
    expect(options?.takers.filter(({ beside }) => beside).map(({ member }) => member.id)).toEqual(['moi']);
    expect(staffName(options?.people ?? [], 'moi')).toContain('(');
    const asking = { key, askerId: holder.id, shiftId, partnerId: 'moi', message: '', actor: 'an' };
    const asked = await askSwap(app, asking);
    if (!asked.asked) throw new Error(asked.refusal);
    const [listed] = await listSwaps(app, key.unitId);
    expect(staffName(listed?.version.plan.staff ?? [], 'moi')).toContain('(');
    const named = {
      unitId: key.unitId,
      swapId: asked.swap.id,
      note: '',
      noteOf: (_: unknown, of: typeof version) => noteOf(of),
    };
    const agreed = await answerSwap(app, { ...named, staffId: 'moi', answer: 'consent', actor: 'moi' });
    expect(agreed).toMatchObject({ done: true });
    const decided = await decideSwap(app, { ...named, decision: 'approve', actor: 'ha' });
    if (!decided.done || !('version' in decided)) throw new Error(JSON.stringify(decided));
    expect(decided.version.roster.assignments).toContainEqual({ ...seat, staffId: 'moi' });
    expect(decided.draft).toBe('changed');
  });
});
