/** What is kept for documents: fields by period, what lasts to the next, numbers by type and year, forms, links of slips. */

import { describe, expect, it } from 'vitest';
import { findWordForm } from '../../../src/app/documents/find-word-form.ts';
import { withoutName } from '../../../src/app/documents/kept-document-fields.ts';
import { listWordForms } from '../../../src/app/documents/list-word-forms.ts';
import { readKeptDocuments } from '../../../src/app/documents/read-kept-documents.ts';
import { removeWordForm } from '../../../src/app/documents/remove-word-form.ts';
import { saveDocumentFields } from '../../../src/app/documents/save-document-fields.ts';
import { saveWordForm } from '../../../src/app/documents/save-word-form.ts';
import { endIssuedFeeds, endOlderFeeds } from '../../../src/app/feeds/end-personal-feeds.ts';
import { issuePersonalFeeds } from '../../../src/app/feeds/issue-personal-feeds.ts';
import { listFeedLinks } from '../../../src/app/feeds/list-feed-links.ts';
import type { LetterType } from '../../../src/domain/document-fields.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import { nextNumber } from '../../../src/domain/letter-number.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { type Loaded, loaded } from '../sample-app.ts';

const SIGNER = { capacity: 'for-head', authority: 'Giám đốc', position: 'Phó Giám đốc', name: 'Trần Văn A' };

function save({ app, key }: Loaded, typed: object, periodId = key.periodId) {
  return saveDocumentFields(app, { key: { ...key, periodId }, typed, actor: 'web' });
}

async function actionsOf({ app, key }: Loaded): Promise<string[]> {
  const entries = await listAudit(app.db, { unitId: key.unitId }, 100);
  return entries.map(({ action }) => action).filter((action) => /document|word-form|feed/.test(action));
}

async function next(sample: Loaded, periodId: string, type: LetterType, year: number): Promise<number> {
  const { taken } = await readKeptDocuments(sample.app, { ...sample.key, periodId });
  return nextNumber(taken, { type, year });
}

describe('the fields of letters', () => {
  it('are kept for their period, and recorded once', async () => {
    const sample = await loaded();
    const typed = { type: 'plan', number: 7, date: '2027-01-25', subject: 'Trực Tết', signer: SIGNER };
    expect((await save(sample, typed)).ok).toBe(true);
    await save(sample, typed);
    const kept = await readKeptDocuments(sample.app, sample.key);
    expect(kept.fields).toEqual(typed);
    expect(kept.savedAt).toBe(sample.app.clock());
    expect(await actionsOf(sample)).toEqual(['document.save']);
  });

  it('lend the next period what lasts, and nothing that belongs to one letter', async () => {
    const sample = await loaded();
    const [layout, print] = ['people', { paper: 'a3', onePage: true }] as const;
    await save(sample, { number: 7, date: '2027-01-25', subject: 'Tết', signer: SIGNER, layout, print });
    sample.app.setClock('2027-04-01T08:00');
    const kept = await readKeptDocuments(sample.app, { ...sample.key, periodId: 'le-30-4' });
    expect(kept.fields).toEqual({ signer: SIGNER, layout, print });
    expect(kept.savedAt).toBeUndefined();
  });

  it('are not kept while one has a fault', async () => {
    const sample = await loaded();
    expect(await save(sample, { number: 'x', symbol: 'a b' })).toMatchObject({ ok: false });
    expect((await readKeptDocuments(sample.app, sample.key)).fields).toEqual({});
    expect(await actionsOf(sample)).toEqual([]);
  });

  it('lose the name of someone erased, and nothing else', () => {
    const fields = {
      maker: 'B',
      archive: 'VT',
      signer: { capacity: 'head', authority: 'Giám đốc', name: 'A' },
    } as const;
    expect(withoutName(fields, 'A')).toEqual({
      maker: 'B',
      archive: 'VT',
      signer: { capacity: 'head', authority: 'Giám đốc' },
    });
    expect(withoutName(fields, 'B')).toEqual({ archive: 'VT', signer: fields.signer });
    expect(withoutName(fields, 'C')).toEqual(fields);
  });
});

describe('numbers', () => {
  it('go on from the highest of their type and year, as the periods before took them', async () => {
    const sample = await loaded();
    await save(sample, { number: 5, date: '2027-01-25' }, 'a');
    await save(sample, { number: 9, date: '2027-03-01' }, 'b');
    await save(sample, { type: 'plan', number: 2, date: '2027-03-01' }, 'c');
    await save(sample, { number: 40, date: '2026-12-25' }, 'd');
    expect(await next(sample, 'e', 'notice', 2027)).toBe(10);
    expect(await next(sample, 'e', 'plan', 2027)).toBe(3);
    expect(await next(sample, 'e', 'decision', 2027)).toBe(1);
    expect(await next(sample, 'e', 'notice', 2026)).toBe(41);
    // What the period itself took is no reason to take another.
    expect(await next(sample, 'b', 'notice', 2027)).toBe(6);
  });

  it('forget one that was put right, keep that of a letter of another type, and go by today without a date', async () => {
    const sample = await loaded();
    await save(sample, { number: 500 }, 'a');
    await save(sample, { number: 5 }, 'a');
    await save(sample, { type: 'decision', number: 3 }, 'a');
    expect(await next(sample, 'b', 'notice', 2027)).toBe(6);
    expect(await next(sample, 'b', 'decision', 2027)).toBe(4);
    await save(sample, { type: 'decision' }, 'a');
    expect(await next(sample, 'b', 'decision', 2027)).toBe(1);
  });
});

describe('Word forms', () => {
  it('are kept, listed by name, replaced and removed', async () => {
    const sample = await loaded();
    const { app, key } = sample;
    const form = {
      unitId: key.unitId,
      fileName: 'mau.docx',
      content: Uint8Array.of(80, 75, 0, 255),
      actor: 'web',
    };
    const id = await saveWordForm(app, { ...form, name: 'Đ thông báo' });
    await saveWordForm(app, { ...form, name: 'D kế hoạch' });
    expect((await listWordForms(app, key.unitId)).map(({ name }) => name)).toEqual([
      'D kế hoạch',
      'Đ thông báo',
    ]);
    await saveWordForm(app, { ...form, id, name: 'Quyết định', content: Uint8Array.of(1) });
    expect([...(await findWordForm(app, { unitId: key.unitId, id })).content]).toEqual([1]);
    await removeWordForm(app, { unitId: key.unitId, id, actor: 'web' });
    await expect(findWordForm(app, { unitId: key.unitId, id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeWordForm(app, { unitId: key.unitId, id, actor: 'web' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await actionsOf(sample)).toEqual([
      'word-form.remove',
      'word-form.save',
      'word-form.save',
      'word-form.save',
    ]);
  });

  it("are another unit's business nowhere, and no more than twenty", async () => {
    const { app, key } = await loaded();
    const form = {
      unitId: key.unitId,
      name: 'a',
      fileName: 'a.docx',
      content: Uint8Array.of(1),
      actor: 'web',
    };
    const id = await saveWordForm(app, form);
    await expect(findWordForm(app, { unitId: 'other', id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(saveWordForm(app, { ...form, unitId: 'other' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(saveWordForm(app, { ...form, id: 'none' })).rejects.toMatchObject({ code: 'not-found' });
    for (let i = 1; i < 20; i++) await saveWordForm(app, form);
    await expect(saveWordForm(app, form)).rejects.toMatchObject({ code: 'conflict' });
    expect(await saveWordForm(app, { ...form, id })).toBe(id);
  });
});

describe('links of slips', () => {
  it('end as asked: those before, or those that never got to paper', async () => {
    const sample = await loaded();
    const { app, key, plan } = sample;
    const staffIds = plan.staff.map(({ id }) => id);
    const [first = ''] = staffIds;
    const issuing = { unitId: key.unitId, options: DEFAULT_FEED_OPTIONS, replace: false, actor: 'web' };
    const live = async (): Promise<string[]> =>
      (await listFeedLinks(app, key.unitId))
        .filter(({ revokedAt }) => revokedAt === undefined)
        .map(({ id }) => id);

    await issuePersonalFeeds(app, { ...issuing, staffIds });
    const issued = await issuePersonalFeeds(app, { ...issuing, staffIds: [first] });
    const ending = { unitId: key.unitId, issued, actor: 'web' };
    expect(await endOlderFeeds(app, ending)).toBe(1);
    expect(await live()).toHaveLength(staffIds.length);
    expect(await live()).toContain(issued[0]?.link.id);
    await endIssuedFeeds(app, ending);
    expect(await live()).toHaveLength(staffIds.length - 1);
    const actions = await actionsOf(sample);
    expect(actions.filter((action) => action === 'feed.issue')).toHaveLength(staffIds.length + 1);
    expect(actions.filter((action) => action === 'feed.revoke')).toHaveLength(2);
  });
});
