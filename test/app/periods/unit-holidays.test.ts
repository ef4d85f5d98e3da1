/** A unit's own holiday entries: over the shipped ones, for this unit only, and until it takes them back. */

import { describe, expect, it } from 'vitest';
import { listBreaks } from '../../../src/app/drafts/list-breaks.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { saveHolidays } from '../../../src/app/periods/save-holidays.ts';
import type { Day } from '../../../src/calendar/day.ts';
import { parseHolidayFile } from '../../../src/calendar/holiday-file.ts';
import type { HolidayBreak } from '../../../src/calendar/holidays.ts';
import { sampleCase } from '../../sample-case.ts';
import { loaded } from '../sample-app.ts';

const FEBRUARY = { from: '2027-02-01' as Day, to: '2027-03-01' as Day };

/** Tết 2027 from 3 to 11 February, as this unit was told. */
function ownTet(to = '2027-02-11'): HolidayBreak[] {
  const entry = {
    key: '2027-tet',
    kind: 'tet',
    title: 'Tết Đinh Mùi',
    from: '2027-02-03',
    to,
    status: 'official',
    source: 'Thông báo của đơn vị',
  };
  const parsed = parseHolidayFile({ year: 2027, breaks: [entry] }, 'holidays.json');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

const tetOf = (breaks: readonly HolidayBreak[]) => breaks.find(({ key }) => key === '2027-tet');

describe('a unit’s own holiday entries', () => {
  it('handed over with a case are those its plan stands on', async () => {
    const shipped = await loaded();
    expect(tetOf(shipped.plan.breaks)?.source).not.toBe('Thông báo của đơn vị');
    const { plan } = await loaded((source) => ({ ...source, holidayOverrides: ownTet() }));
    expect(tetOf(plan.breaks)).toEqual(ownTet()[0]);
  });

  it('stay when the case is loaded again without them, and go when taken back', async () => {
    const { app, key, source } = await loaded((each) => ({ ...each, holidayOverrides: ownTet() }));
    const { holidayOverrides: _, ...bare } = source;
    await loadCase(app, { source: bare, actor: 'cli' });
    expect(tetOf((await getPlan(app, key)).breaks)).toEqual(ownTet()[0]);
    await saveHolidays(app, { unitId: key.unitId, year: 2027, breaks: [], actor: 'ha' });
    expect(tetOf((await getPlan(app, key)).breaks)?.source).not.toBe('Thông báo của đơn vị');
  });

  it('are replaced by the next word on the same year', async () => {
    const { app, key, source } = await loaded((each) => ({ ...each, holidayOverrides: ownTet() }));
    const again = ownTet('2027-02-12');
    await loadCase(app, { source: { ...source, holidayOverrides: again }, actor: 'cli' });
    expect(tetOf((await getPlan(app, key)).breaks)).toEqual(again[0]);
  });

  it('mean nothing to other units', async () => {
    const { app, key } = await loaded((each) => ({ ...each, holidayOverrides: ownTet() }));
    const other = await loadCase(app, { source: sampleCase('urgent-72h'), actor: 'cli' });
    if (!other.ok) throw new Error(JSON.stringify(other.faults));
    const seen = async (unitId?: string) =>
      tetOf(await listBreaks(app, { ...FEBRUARY, ...(unitId === undefined ? {} : { unitId }) }));
    expect(await seen(key.unitId)).toEqual(ownTet()[0]);
    expect(await seen(other.value.unitId)).toEqual(await seen());
    expect(await seen()).not.toEqual(ownTet()[0]);
  });

  it('of an unknown unit are refused', async () => {
    const { app } = await loaded();
    const saving = { unitId: 'none', year: 2027, breaks: ownTet(), actor: 'ha' };
    await expect(saveHolidays(app, saving)).rejects.toMatchObject({ code: 'not-found' });
  });
});
