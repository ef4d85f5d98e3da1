/**
 * The grid as a spreadsheet: a name is typed and entered on a seat at whatever speed, and that person sits there, since no
 * letter is a command; several seats at once; copied, it reads as the same roster, and names are pasted back.
 */

import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rosterKnown } from '../../src/app/drafts/roster-words.ts';
import { BLANK_MEMBER } from '../../src/domain/staff.ts';
import { readRosterImport } from '../../src/input/rosters/roster-import.ts';
import { readPaste } from '../../src/input/tables/read-book.ts';
import { foldForSearch, givenName } from '../../src/kernel/names.ts';
import { findDraft, saveNextDraft } from '../../src/store/draft-store.ts';
import { addParticipant, listStaff, saveStaff } from '../../src/store/staff-store.ts';
import { describeWith } from '../programs.ts';
import { type MakingSite, makingSite } from '../web/draft/making-site.ts';
import { openBrowser } from './chromium.ts';

const SEAT = 'button.seat';
/** Forty, no two alike without their marks; the first letters were commands once. */
const GIVEN =
  'Giang Nga Xuân Ngân Gấm Nam Nhung Quang Xoan Gia Minh Hà Lan Hùng Dũng Thảo Trang Tuấn Vinh Yến Oanh Phúc Sơn Tâm Bình Chi Duy Đạt Hiếu Khánh Linh My Ngọc Nhi Phương Quỳnh Thư Uyên Việt Ý'.split(
    ' ',
  );

describeWith(['chromium'], 'the grid in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function grid(): Promise<MakingSite & { readonly browserPage: Page }> {
    const making = await makingSite('tet-2027-province');
    const { app, key, site, page } = making;
    const people = GIVEN.map((given, i) => ({
      ...BLANK_MEMBER,
      id: `tt${i}`,
      name: `Vũ Bách ${given}`,
      phone: '0900 000 777',
    }));
    await saveStaff(app.db, key.unitId, people);
    await app.db.deleteFrom('period_staff').where('period_id', '=', key.periodId).execute();
    for (const { id } of people) await addParticipant(app.db, key, id);
    const roster = { periodId: key.periodId, assignments: [] };
    await saveNextDraft(app.db, key, { roster, revision: 1, updatedAt: app.clock() });
    const browserPage = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await browserPage.goto(`${site.url}${page}/draft`);
    return { ...making, browserPage };
  }

  const nameOn = (page: Page, index: number): Promise<string> =>
    page
      .locator(SEAT)
      .nth(index)
      .locator('.seat-name')
      .textContent()
      .then((text) => text ?? '');

  for (const delay of [60, 200]) {
    it(`seats who is typed at ${delay} ms a letter`, async () => {
      const { browserPage: page, site } = await grid();
      for (const [i, given] of GIVEN.entries()) {
        await page.locator(SEAT).nth(i).focus();
        await page.keyboard.type(foldForSearch(given), { delay });
        await page.keyboard.press('Enter');
        await page.locator(SEAT).nth(i).getByText(given).waitFor();
        expect(givenName(await nameOn(page, i))).toBe(given);
      }
      expect(await page.locator('[data-pinned]').count()).toBe(0);
      await site.close();
    }, 300_000);
  }

  const COPY = `(() => {
    const data = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }));
    return [data.getData('text/plain'), data.getData('text/html')];
  })()`;

  it('copies any roster so that it comes back the same, as text and as a table', async () => {
    const { browserPage: page, app, key, plan, site, page: path } = await grid();
    const staff = await listStaff(app.db, key.unitId);
    const ids = GIVEN.map((_, i) => `tt${i}`);
    const seats = plan.shifts.flatMap(({ id, cover }) =>
      Array.from({ length: cover.target }, (_, place) => ({ shiftId: id, place })),
    );
    // Nobody at all would have no seat to copy from; who stands a shift twice stands it once.
    const picks = fc
      .array(fc.option(fc.nat(ids.length - 1), { freq: 4 }), {
        minLength: seats.length,
        maxLength: seats.length,
      })
      .map((who) => {
        const taken = new Set<string>();
        return seats.flatMap((seat, i) => {
          const staffId = ids[who[i] ?? -1];
          const once = `${seat.shiftId} ${staffId}`;
          if (staffId === undefined || taken.has(once)) return [];
          taken.add(once);
          return [{ ...seat, staffId }];
        });
      });
    let revision = 1;
    await fc.assert(
      fc.asyncProperty(picks, async (assignments) => {
        revision += 1;
        const roster = { periodId: key.periodId, assignments };
        await saveNextDraft(app.db, key, { roster, revision, updatedAt: app.clock() });
        await page.goto(`${site.url}${path}/draft`);
        await page.locator(SEAT).first().focus();
        await page.keyboard.press('Control+a');
        for (const text of (await page.evaluate(COPY)) as string[]) {
          const read = readPaste('dán', text);
          if (!read.ok) throw new Error('no table');
          const known = { plan: { ...plan, staff }, staff, answers: new Map(), remembered: new Map() };
          const found = readRosterImport(read.book, rosterKnown(known));
          const stood = (all: readonly { shiftId: string; staffId: string }[]): string[] =>
            all.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`).sort();
          expect([found.questions, stood(found.seats)]).toEqual([[], stood(assignments)]);
        }
      }),
      { seed: 7, numRuns: 8 },
    );
    await page.close();
    await site.close();
  });

  it('takes letters with their marks, asks where several are called so, and works on several seats', async () => {
    const { browserPage: page, app, key, plan, site } = await grid();
    const context = page.context();
    await page.locator(SEAT).nth(0).focus();
    await page.keyboard.press('v');
    await page.locator('#seat-query').fill('Vũ Bách Gấm');
    await page.keyboard.press('Enter');
    await page.locator(SEAT).nth(0).getByText('Gấm').waitFor();

    await page.locator(SEAT).nth(1).focus();
    await page.keyboard.type('bach', { delay: 60 });
    await page.keyboard.press('Enter');
    await page.locator('.candidate:focus').waitFor();
    expect(await page.locator(SEAT).nth(1).getAttribute('data-staff')).toBe('');
    await page.keyboard.press('Escape');

    await page.locator(SEAT).nth(0).focus();
    await page.keyboard.press('Control+a');
    const copied = await page.evaluate(COPY);
    const draft = await findDraft(app.db, key);
    for (const text of copied as string[]) {
      const read = readPaste('dán', text);
      if (!read.ok) throw new Error('no table');
      const known = rosterKnown({
        plan: await today(),
        staff: await staff(),
        answers: new Map(),
        remembered: new Map(),
      });
      const found = readRosterImport(read.book, known);
      expect(found.questions).toEqual([]);
      expect(found.seats).toEqual(
        draft?.roster.assignments.map(({ shiftId, staffId }) => ({ shiftId, staffId })),
      );
    }

    await page.keyboard.press('Escape');
    await page.locator(SEAT).nth(2).focus();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Vũ Bách Nga\\nVũ Bách Nam');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    })()`);
    await page.locator(SEAT, { hasText: 'Bách Nam' }).waitFor();
    expect(await nameOn(page, 2)).toBe('Vũ Bách Nga');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.locator(SEAT, { hasText: 'Bách' }).first().waitFor({ state: 'detached' });
    expect((await findDraft(app.db, key))?.roster.assignments).toEqual([]);
    await context.close().catch(() => undefined);
    await site.close();

    async function staff() {
      const { listStaff } = await import('../../src/store/staff-store.ts');
      return listStaff(app.db, key.unitId);
    }
    async function today() {
      return { ...plan, staff: await staff() };
    }
  }, 120_000);
});
