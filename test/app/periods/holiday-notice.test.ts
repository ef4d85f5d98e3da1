/** The notice of a holiday over the guess: what it becomes, what is wrong with it, and what it changes in periods. */

import { describe, expect, it } from 'vitest';
import {
  enterHolidayNotice,
  type NoticeOutcome,
  previewHolidayNotice,
} from '../../../src/app/periods/enter-holiday-notice.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { parseHolidayNotice, type TypedNotice } from '../../../src/calendar/holiday-notice.ts';
import { dayStanding, type HolidayBreak } from '../../../src/calendar/holidays.ts';
import type { Case } from '../../../src/domain/case.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { DayChoice } from '../../../src/domain/unit.ts';
import type { Parsed } from '../../../src/kernel/fault.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { sampleHolidays } from '../../sample-case.ts';
import { loaded, published, seat, withoutRules } from '../sample-app.ts';

const TET: TypedNotice = {
  holiday: '2027-tet',
  number: '6150/TB-BLĐTBXH',
  date: '12/12/2026',
  from: '05/02/2027',
  to: '14/02/2027',
  paid: '',
  swaps: '12/02/2027=20/02/2027',
};

function read<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

const faultsOf = (notice: Partial<TypedNotice>): string[] => {
  const parsed = parseHolidayNotice({ ...TET, ...notice }, sampleHolidays());
  return parsed.ok ? [] : parsed.faults.map(({ column, key }) => `${column} ${key}`);
};

/** Every shift of the sample on such days only. */
const onlyOn =
  (days: DayChoice) =>
  (source: Case): Case => ({
    ...withoutRules(source),
    posts: source.posts.map((post) => ({
      ...post,
      patterns: post.patterns.map((each) => ({ ...each, days })),
    })),
    pins: [],
  });

describe('a typed notice', () => {
  it('is the official entry of the holiday, with the days the law implies', () => {
    const entry = read(parseHolidayNotice(TET, sampleHolidays()));
    expect(entry).toEqual({
      key: '2027-tet',
      year: 2027,
      kind: 'tet',
      title: 'Tết Đinh Mùi',
      from: '2027-02-05',
      to: '2027-02-15',
      holidays: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'],
      swaps: [{ off: '2027-02-12', worked: '2027-02-20' }],
      status: 'official',
      source: 'Thông báo số 6150/TB-BLĐTBXH, ngày 12/12/2026',
      alternatives: [],
    } satisfies Record<keyof Omit<HolidayBreak, 'note'>, unknown>);
  });

  it.each<[string, Partial<TypedNotice>, string[]]>([
    ['an unknown holiday', { holiday: '2027-tett' }, ['holiday fault.notice.holiday-near']],
    ['a day that is none', { from: '31/02/2027' }, ['from fault.notice.day']],
    ['no number', { number: ' ' }, ['number fault.notice.missing']],
    ['a number without figures', { number: 'TB-BLĐTBXH' }, ['number fault.notice.number']],
    ['a date after the days', { date: '12/12/2027' }, ['date fault.notice.date']],
    ['a date long before', { date: '12/12/1926' }, ['date fault.notice.date']],
    [
      'days the wrong way round',
      { from: '14/02/2027', to: '05/02/2027', swaps: '' },
      ['to fault.holiday.order'],
    ],
    [
      'a month slipped',
      { from: '05/03/2027', to: '14/03/2027', swaps: '' },
      ['from fault.notice.no-holiday'],
    ],
    ['a paid day outside', { paid: '04/02/2027,06/02/2027' }, ['paid fault.holiday.outside']],
    ['a swap of one day', { swaps: '12/02/2027' }, ['swaps fault.notice.swap']],
    ['a swap worked inside', { swaps: '12/02/2027=13/02/2027' }, ['swaps fault.holiday.swapWorked']],
    [
      'another holiday’s day',
      { holiday: '2027-gio-to', from: '16/04/2027', to: '30/04/2027', swaps: '' },
      ['from fault.notice.overlap'],
    ],
  ])('tells %s', (_, notice, faults) => {
    expect(faultsOf(notice)).toEqual(faults);
  });

  it('tells all its faults together', () => {
    const notice = { holiday: 'tet', number: '', date: '1/13/2026', paid: '04/02/2027,x', swaps: 'y' };
    expect(faultsOf(notice)).toEqual([
      'holiday fault.notice.holiday',
      'number fault.notice.missing',
      'date fault.notice.day',
      'paid fault.notice.day',
      'swaps fault.notice.swap',
      'paid fault.holiday.outside',
    ]);
  });

  it('takes the number with or without the words before it', () => {
    const numbers = ['Thông báo số 12/TB-BNV', 'số 12/TB-BNV', ' 12/TB-BNV '];
    const sources = numbers.map(
      (number) => read(parseHolidayNotice({ ...TET, number }, sampleHolidays())).source,
    );
    expect(new Set(sources)).toEqual(new Set(['Thông báo số 12/TB-BNV, ngày 12/12/2026']));
  });
});

describe('entering a notice', () => {
  const tetOf = ({ breaks }: Plan) => breaks.find(({ key }) => key === '2027-tet');
  const effectOf = ({ effects }: NoticeOutcome) => {
    const [effect, ...others] = effects;
    if (!effect || others.length > 0) throw new Error(`${effects.length} periods`);
    return effect;
  };
  const idsOf = ({ shifts }: Plan) => new Set(shifts.map(({ id }) => id));

  it('shows beforehand, writing nothing, exactly what it then does', async () => {
    const { app, key, plan } = await loaded(onlyOn('holiday'));
    const preview = read(await previewHolidayNotice(app, { unitId: key.unitId, notice: TET }));
    expect(await getPlan(app, key)).toEqual(plan);
    const entered = read(await enterHolidayNotice(app, { unitId: key.unitId, notice: TET, actor: 'ha' }));
    expect(entered).toEqual(preview);
    const after = await getPlan(app, key);
    expect(tetOf(after)).toEqual(entered.entry);
    const effect = effectOf(entered);
    const [was, is] = [idsOf(plan), idsOf(after)];
    expect(effect.removed).toBe([...was].filter((id) => !is.has(id)).length);
    expect(effect.added).toBe([...is].filter((id) => !was.has(id)).length);
    expect(effect.added + effect.removed).toBeGreaterThan(0);
    for (const { day, before, after: then } of effect.days) {
      expect([before, then]).toEqual([dayStanding(day, plan.breaks), dayStanding(day, after.breaks)]);
    }
    expect(effect.days.map(({ day }) => day)).toContain('2027-02-04');
    expect(entered.replaced.map(({ status }) => status)).toEqual(['proposal']);
  });

  it('is kept in the trail, and entered again changes nothing', async () => {
    const { app, key } = await loaded();
    const entering = { unitId: key.unitId, notice: TET, actor: 'ha' };
    read(await enterHolidayNotice(app, entering));
    const trail = await listAudit(app.db, { unitId: key.unitId }, 1);
    expect(trail[0]).toMatchObject({ action: 'holidays.notice', subject: '2027-tet', actor: 'ha' });
    expect(read(await enterHolidayNotice(app, entering)).effects).toEqual([]);
  });

  it('counts the seats of the published version that fall away', async () => {
    const { app, key, plan } = await loaded(onlyOn('holiday'));
    const first = plan.shifts.findIndex(({ day }) => day === '2027-02-04');
    await published(app, key, [seat(plan, first, 0)]);
    const effect = effectOf(
      read(await enterHolidayNotice(app, { unitId: key.unitId, notice: TET, actor: 'ha' })),
    );
    expect(effect.published).toEqual({ number: 1, seats: 1 });
    expect(effect.draft).toEqual({ seats: 1 });
  });

  it('drops the fixed choices on shifts that fall away, and the period is planned without them', async () => {
    const holidays = await loaded(onlyOn('holiday'));
    const gone = holidays.plan.shifts.find(({ day }) => day === '2027-02-04');
    const [member] = holidays.plan.staff;
    if (!gone || !member) throw new Error('the sample is larger than that');
    const pins = [{ shiftId: gone.id, staffId: member.id }];
    const { app, key } = await loaded((source) => ({ ...onlyOn('holiday')(source), pins }));
    const effect = effectOf(
      read(await enterHolidayNotice(app, { unitId: key.unitId, notice: TET, actor: 'ha' })),
    );
    expect(effect.pins).toBe(1);
    expect((await getPlan(app, key)).pins).toEqual([]);
  });

  it('that leaves a period no shift is refused, naming it', async () => {
    const holidayOverrides = [read(parseHolidayNotice(TET, sampleHolidays()))];
    const { app, key, plan } = await loaded((source) => ({ ...onlyOn('working')(source), holidayOverrides }));
    expect(plan.shifts.length).toBeGreaterThan(0);
    const notice = { ...TET, from: '04/02/2027', to: '11/02/2027', swaps: '' };
    const parsed = await enterHolidayNotice(app, { unitId: key.unitId, notice, actor: 'ha' });
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.key)).toEqual(['fault.notice.plan']);
    expect(await getPlan(app, key)).toEqual(plan);
  });

  it('with a fault changes nothing', async () => {
    const { app, key, plan } = await loaded();
    const notice = { ...TET, number: '' };
    const parsed = await enterHolidayNotice(app, { unitId: key.unitId, notice, actor: 'ha' });
    expect(parsed.ok).toBe(false);
    expect(await getPlan(app, key)).toEqual(plan);
  });

  it('of an unknown unit is refused', async () => {
    const { app } = await loaded();
    await expect(previewHolidayNotice(app, { unitId: 'none', notice: TET })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
