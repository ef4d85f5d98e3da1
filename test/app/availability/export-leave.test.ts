/** Leave and wishes taken out as a file come in again as they were, whichever language and format. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLeave } from '../../../src/app/availability/export-leave.ts';
import { previewLeaveImport } from '../../../src/app/availability/import-leave.ts';
import { listAvailability } from '../../../src/app/availability/list-availability.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import type { ClockTime } from '../../../src/calendar/zone.ts';
import type { AvailabilityEntry } from '../../../src/domain/case.ts';
import { LEAVE_KINDS } from '../../../src/domain/leave-kind.ts';
import { entryRef } from '../../../src/domain/own-availability.ts';
import { CATALOGUES } from '../../../src/i18n/catalogue.ts';
import { readBook } from '../../../src/input/tables/read-book.ts';
import type { Language } from '../../../src/kernel/languages.ts';
import { deleteLines, listLines, saveLines } from '../../../src/store/availability-store.ts';
import { openApp } from '../../../src/wiring/open-app.ts';
import { sampleCase, sampleHolidays } from '../../sample-case.ts';
import { temporaryPath } from '../../store/temporary-database.ts';

const SOURCE = sampleCase('tet-2027-province');
const PEOPLE = SOURCE.staff.slice(0, 9).map(({ id }) => id);
const POSTS = SOURCE.posts.map(({ id }) => id);
const NOTES = ['', 'về quê', 'việc riêng: cưới em', '=1+1', 'a; b, "c"', 'họp giao ban', '6/2'];
const CLOCKS = ['06:00', '12:30', '22:00'] as ClockTime[];

const days = fc
  .tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: 1, max: 9 }))
  .map(([first, count]) => {
    const from = addDays('2027-02-04' as Day, first);
    return { from, to: addDays(from, count) };
  });
const hours = fc.option(fc.tuple(fc.constantFrom(...CLOCKS), fc.constantFrom(...CLOCKS)));
const lines: fc.Arbitrary<AvailabilityEntry> = fc
  .record({
    staffId: fc.constantFrom(...PEOPLE),
    kind: fc.constantFrom('leave' as const, 'wish-for' as const, 'wish-against' as const),
    leaveKind: fc.option(fc.constantFrom(...LEAVE_KINDS)),
    days,
    hours,
    rrule: fc.option(fc.constantFrom('FREQ=WEEKLY;BYDAY=SA,SU', 'FREQ=DAILY;INTERVAL=2')),
    postId: fc.option(fc.constantFrom(...POSTS)),
    weight: fc.integer({ min: 1, max: 10 }),
    note: fc.constantFrom(...NOTES),
  })
  .map(({ kind, leaveKind, days: span, hours: clocks, rrule, postId, weight, note, staffId }) => ({
    ...{ staffId, kind, weight, ...span },
    ...(kind === 'leave' && leaveKind ? { leaveKind } : {}),
    ...(clocks ? { startTime: clocks[0], endTime: clocks[1] } : {}),
    ...(rrule ? { rrule } : {}),
    ...(kind !== 'leave' && postId ? { postId } : {}),
    // Of illness nothing is kept but that it is one.
    note: leaveKind === 'sick' && kind === 'leave' ? '' : note,
  }));

const words = (language: Language) => ({
  headingOf: (field: string) => CATALOGUES[language][`leave.field.${field}` as never] as string,
  kindOf: (kind: string) =>
    CATALOGUES[language][
      `${kind.startsWith('wish-') ? 'availability' : 'leave'}.kind.${kind}` as never
    ] as string,
  title: 'Nghỉ',
});

describe('leave as a file', () => {
  it('comes in again as it was', async () => {
    const app = await openApp(temporaryPath(), sampleHolidays());
    const loaded = await loadCase(app, { source: SOURCE, actor: 'test' });
    if (!loaded.ok) throw new Error('no case');
    const key = { unitId: loaded.value.unitId, periodId: SOURCE.period.id };
    const before = await listLines(app.db, key.unitId);
    await deleteLines(
      app.db,
      key.unitId,
      before.map(({ id }) => id),
    );
    const given = [
      ...fc.sample(lines, { seed: 2027, numRuns: 120 }),
      {
        ...({
          staffId: PEOPLE[0] ?? '',
          kind: 'leave',
          leaveKind: 'sick',
          weight: 5,
          note: 'con ốm',
        } as const),
        from: '2027-02-06' as Day,
        to: '2027-02-07' as Day,
      },
    ];
    const kept = [...new Map(given.map((entry) => [entryRef(entry), entry])).values()];
    await saveLines(
      app.db,
      key.unitId,
      kept.map((entry) => ({ entry, state: 'granted', origin: 'unit', enteredAt: app.clock() }) as const),
    );
    const waiting = {
      staffId: PEOPLE[1] ?? '',
      kind: 'leave',
      weight: 5,
      note: 'chờ',
      from: '2027-02-04',
      to: '2027-02-05',
    };
    await saveLines(app.db, key.unitId, [
      { entry: waiting as AvailabilityEntry, state: 'waiting', origin: 'person', enteredAt: app.clock() },
    ] as never);
    for (const [language, format] of [
      ['vi', 'csv'],
      ['en', 'xlsx'],
    ] as const) {
      const file = await exportLeave(app, { key, format, ...words(language) });
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
      const book = await readBook('nghi', bytes);
      if (!book.ok) throw new Error(JSON.stringify(book.faults));
      const { read } = await previewLeaveImport(app, { key, book: book.book, asked: {} });
      expect(
        read.lines.flatMap(({ faults, question }) => [...faults, ...(question ? [question] : [])]),
      ).toEqual([]);
      const byRef = (entries: readonly AvailabilityEntry[]) =>
        [...entries].sort((a, b) => (entryRef(a) < entryRef(b) ? -1 : 1));
      const shown = (await listAvailability(app, { key })).lines.filter(({ state }) => state === 'granted');
      const touching = byRef(shown.map(({ entry }) => entry));
      expect(byRef(read.lines.flatMap(({ entries }) => entries))).toEqual(touching);
      expect([read.lines.every(({ known }) => known), read.missing]).toEqual([true, []]);
    }
    await app.close();
  });
});
