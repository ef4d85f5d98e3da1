/** Edits of a draft over a real database: what goes through, what is refused, undo and redo. */

import { describe, expect, it } from 'vitest';
import { type DraftEdited, editDraft } from '../../../src/app/drafts/edit-draft.ts';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { replaceDraft } from '../../../src/app/drafts/replace-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { undoDraft } from '../../../src/app/drafts/undo-draft.ts';
import type { DraftEdit } from '../../../src/domain/draft-edit.ts';
import { type Loaded, loaded, seat } from '../sample-app.ts';

const actor = 'manager';

async function drafted(): Promise<Loaded & { readonly ids: readonly string[] }> {
  const sample = await loaded();
  const { app, key, plan } = sample;
  const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0), seat(plan, 1, 1)] };
  await saveDraft(app, { key, roster, seenRevision: 0, actor });
  return { ...sample, ids: plan.staff.map(({ id }) => id) };
}

const seatsOf = async ({ app, key }: Loaded): Promise<string[]> =>
  (await openDraft(app, key)).work.roster.assignments.map(
    ({ shiftId, place, staffId }) => `${shiftId}#${place}=${staffId}`,
  );

function edit({ app, key }: Loaded, change: DraftEdit, seen: readonly (string | undefined)[]) {
  return editDraft(app, { key, edit: change, seen, actor });
}

const refusalOf = (edited: DraftEdited): string => (edited.done ? '' : edited.refusal);

describe('an edit', () => {
  it('seats someone, and undo and redo go back and forth with the step named', async () => {
    const sample = await drafted();
    const { app, key, plan, ids } = sample;
    const before = await seatsOf(sample);
    const place = { shiftId: plan.shifts[0]?.id ?? '', place: 0 };
    const edited = await edit(sample, { kind: 'assign', seat: place, staffId: ids[2] ?? '' }, [ids[0]]);
    expect(edited.done).toBe(true);
    const after = await seatsOf(sample);
    expect(after).toContain(`${place.shiftId}#0=${ids[2]}`);
    const undone = await undoDraft(app, { key, direction: 'undo', actor });
    expect(undone?.before.undo).toMatchObject({ kind: 'assign', params: { staff: ids[2] } });
    expect(await seatsOf(sample)).toEqual(before);
    expect((await undoDraft(app, { key, direction: 'redo', actor }))?.after.redo).toBeUndefined();
    expect(await seatsOf(sample)).toEqual(after);
    expect((await openDraft(app, key)).revision).toBe(4);
  });

  it('swaps two seats, and moves to an empty one', async () => {
    const sample = await drafted();
    const { plan, ids } = sample;
    const [a, b, c] = plan.shifts.map(({ id }) => ({ shiftId: id, place: 0 }));
    if (!a || !b || !c) throw new Error('three shifts are needed');
    await edit(sample, { kind: 'swap', seat: a, other: b }, [ids[0], ids[1]]);
    expect(await seatsOf(sample)).toEqual([`${a.shiftId}#0=${ids[1]}`, `${b.shiftId}#0=${ids[0]}`]);
    await edit(sample, { kind: 'swap', seat: a, other: c }, [ids[1], undefined]);
    expect(await seatsOf(sample)).toEqual([`${b.shiftId}#0=${ids[0]}`, `${c.shiftId}#0=${ids[1]}`]);
  });

  it('refuses a pinned seat, a person who is there already, and what changes nothing', async () => {
    const sample = await drafted();
    const { plan, ids } = sample;
    const first = { shiftId: plan.shifts[0]?.id ?? '', place: 0 };
    await edit(sample, { kind: 'pin', seat: first }, [ids[0]]);
    expect(refusalOf(await edit(sample, { kind: 'empty', seat: first }, [ids[0]]))).toBe('pinned');
    expect(refusalOf(await edit(sample, { kind: 'pin', seat: first }, [ids[0]]))).toBe('nothing');
    const beside = { ...first, place: 1 };
    const twice = await edit(sample, { kind: 'assign', seat: beside, staffId: ids[0] ?? '' }, [undefined]);
    expect(refusalOf(twice)).toBe('stands-already');
    await edit(sample, { kind: 'unpin', seat: first }, [ids[0]]);
    expect((await edit(sample, { kind: 'empty', seat: first }, [ids[0]])).done).toBe(true);
  });

  it('goes through beside the edits of someone else, and is refused on a seat that they changed', async () => {
    const sample = await drafted();
    const { plan, ids } = sample;
    const [a, b] = plan.shifts.map(({ id }) => ({ shiftId: id, place: 0 }));
    if (!a || !b) throw new Error('two shifts are needed');
    await edit(sample, { kind: 'empty', seat: a }, [ids[0]]);
    expect((await edit(sample, { kind: 'empty', seat: b }, [ids[1]])).done).toBe(true);
    const late = await edit(sample, { kind: 'assign', seat: a, staffId: ids[2] ?? '' }, [ids[0]]);
    expect(refusalOf(late)).toBe('changed');
    expect(await seatsOf(sample)).toEqual([]);
  });

  it('refuses seats and people that the plan does not have', async () => {
    const sample = await drafted();
    const unknown = { shiftId: 'nowhere', place: 0 };
    await expect(edit(sample, { kind: 'empty', seat: unknown }, [undefined])).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a whole roster', () => {
  it('replaces the draft as one step, and undo brings the old one back', async () => {
    const sample = await drafted();
    const { app, key, plan } = sample;
    const before = await seatsOf(sample);
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 2)] };
    await replaceDraft(app, { key, roster, seenRevision: 1, step: { kind: 'solve', params: {} }, actor });
    expect(await seatsOf(sample)).toHaveLength(1);
    await undoDraft(app, { key, direction: 'undo', actor });
    expect(await seatsOf(sample)).toEqual(before);
    const late = replaceDraft(app, {
      key,
      roster,
      seenRevision: 1,
      step: { kind: 'solve', params: {} },
      actor,
    });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });
});
