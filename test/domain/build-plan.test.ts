import { describe, expect, it } from 'vitest';
import { DEFAULT_LAW_SETTINGS, deriveBreaks } from '../../src/calendar/holiday-law.ts';
import { buildPlan } from '../../src/domain/build-plan.ts';
import { summariseDemand } from '../../src/domain/demand-summary.ts';
import { breaksServed, type Plan } from '../../src/domain/plan.ts';
import { parseCase } from '../../src/input/parse-case.ts';
import { caseOf, PERIOD, type Spoilt, STAFF, sampleFiles, told, UNIT } from '../input/case-fixture.ts';

const BREAKS = [2026, 2027].flatMap((year) => deriveBreaks(year, DEFAULT_LAW_SETTINGS));
const OFFICIAL = BREAKS.map((each) => ({ ...each, status: 'official' as const, alternatives: [] }));

const build = (spoilt: Spoilt = {}) => buildPlan(caseOf(spoilt), OFFICIAL);

function planOf(spoilt: Spoilt = {}): Plan {
  const built = build(spoilt);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return built.value;
}

function faultsOf(spoilt: Spoilt): string[] {
  const built = build(spoilt);
  return built.ok ? [] : told(built.faults);
}

function warningsOf(spoilt: Spoilt): string[] {
  const built = build(spoilt);
  return built.ok ? told(built.warnings) : ['refused'];
}

const [POST] = UNIT.posts;
const withPost = (change: object): object => ({ ...UNIT, posts: [{ ...POST, ...change }] });
const withPeriod = (change: object): object => ({ ...PERIOD, ...change });

describe('buildPlan', () => {
  it('gathers demand, days, breaks and people by given name', () => {
    const plan = planOf({
      staff: 'name,skills\nLê Văn Cường,giám sát\nVũ Anh,giám sát\nAn Thị Bé,giám sát\n',
    });
    expect(plan.staff.map((member) => member.name)).toEqual(['Vũ Anh', 'An Thị Bé', 'Lê Văn Cường']);
    expect(plan.days).toEqual(['2027-02-04', '2027-02-05', '2027-02-06']);
    expect(plan.shifts).toHaveLength(6);
    expect(breaksServed(plan).map((each) => each.key)).toEqual(['2027-tet']);
    expect(warningsOf({})).toEqual([]);
  });

  it('works availability out in the unit’s zone, and only what touches the period', () => {
    const leave = `name,kind,from,to,from time,to time,rrule
Lê Văn An,leave,01/01/2027,03/02/2027,,,
Lê Văn An,leave,06/02/2027,06/02/2027,,,
Trần Thị Bình,wish against,01/02/2027,28/02/2027,22:00,06:00,
Phạm Đức Cường,leave,01/01/2027,31/12/2027,08:00,11:00,FREQ=WEEKLY;BYDAY=FR
`;
    const { leave: spans, wishes } = planOf({ leave });
    const written = ({ span }: (typeof spans)[number]) =>
      [span.start, span.end].map((instant) => new Date(instant).toISOString().slice(0, 16));
    expect(spans.map(written)).toEqual([
      ['2027-02-05T17:00', '2027-02-06T17:00'],
      ['2027-02-05T01:00', '2027-02-05T04:00'],
    ]);
    // The nights of 4, 5 and 6 February; that of the 3rd ends as the period begins.
    expect(wishes).toHaveLength(3);
  });

  it.each([
    [
      'a period without shifts',
      { period: withPeriod({ end: '2027-02-04T06:00', start: '2027-02-03T19:00' }) },
      ['period.json fault.period.no-shifts-yet'],
    ],
    [
      'a holiday that is not there',
      { period: withPeriod({ holidays: ['2027-tett'] }) },
      ['period.json holidays[0] fault.period.holiday-unknown-near'],
    ],
    [
      'a pin on a shift that is not there',
      { period: withPeriod({ pins: [{ shift: 'giam-sat/dem/2027-03-05', staff: 'Lê Văn An' }] }) },
      ['period.json pins[0].shift fault.period.pin-shift-unknown-near'],
    ],
    [
      'a past duty that is not past',
      {
        period: withPeriod({
          past: [{ staff: 'Lê Văn An', start: '2027-02-04T06:00', end: '2027-02-04T18:00' }],
        }),
      },
      ['period.json past[0].start fault.period.past-not-past'],
    ],
    [
      'a year of sixty posts',
      {
        period: withPeriod({ end: '2028-02-04T06:00' }),
        unit: { ...UNIT, posts: Array.from({ length: 60 }, (_, i) => ({ ...POST, id: `p${i}` })) },
      },
      ['period.json fault.period.too-many-shifts'],
    ],
  ])('refuses %s', (_, spoilt, expected) => {
    expect(faultsOf(spoilt)).toEqual(expected);
  });

  it.each([
    [
      'a skill nobody has',
      { unit: withPost({ skills: ['giám sát', 'lái xe'] }) },
      'unit.json posts.giam-sat.skills fault.plan.skill-nobody',
    ],
    [
      'a skill that is nearly one people have',
      { unit: withPost({ skills: ['giám sáng'] }) },
      'unit.json posts.giam-sat.skills fault.plan.skill-nobody-near',
    ],
    ['more seats than people', { unit: withPost({ cover: 4 }) }, 'staff.csv fault.plan.too-few'],
    [
      'overlapping shifts of a post',
      { unit: withPost({ patterns: POST?.patterns.map((each) => ({ ...each, hours: 13 })) }) },
      'unit.json posts.giam-sat fault.plan.patterns-overlap',
    ],
    ['someone no post can use', { staff: `${STAFF}Hồ Ba,,lái xe\n` }, 'staff.csv fault.plan.person-no-post'],
    [
      'leave over the whole period',
      { leave: 'name,from,to\nLê Văn An,01/02/2027,28/02/2027\n' },
      'leave.csv fault.plan.leave-whole',
    ],
    [
      'a pin on someone on leave',
      {
        leave: 'name,from\nLê Văn An,05/02/2027\n',
        period: withPeriod({ pins: [{ shift: 'giam-sat/ngay/2027-02-05', staff: 'Lê Văn An' }] }),
      },
      'period.json pins[0] fault.plan.pin-on-leave',
    ],
    [
      'a pin on someone without the skill',
      {
        staff: `${STAFF}Hồ Ba,,lái xe\n`,
        period: withPeriod({ pins: [{ shift: 'giam-sat/ngay/2027-02-05', staff: 'Hồ Ba' }] }),
      },
      'period.json pins[0] fault.plan.pin-unqualified',
    ],
  ])('warns of %s', (_, spoilt, expected) => {
    expect(warningsOf(spoilt)).toContain(expected);
  });

  it('names the hours in which nobody watches, once for each kind of hole', () => {
    const shorter = (id: string, hours: number): object =>
      withPost({ patterns: POST?.patterns.map((each) => (each.id === id ? { ...each, hours } : each)) });
    const told = (unit: object): object[] => {
      const built = buildPlan(caseOf({ unit }), BREAKS);
      return built.ok ? built.warnings.filter(({ key }) => key.endsWith('-uncovered')) : [];
    };
    expect(told(shorter('dem', 11))).toMatchObject([
      { key: 'fault.plan.hours-uncovered', params: { from: '05:00', to: '06:00', count: 3, hours: 1 } },
    ]);
    // Another post of the watch that is there fills the hole.
    const unit = shorter('dem', 11) as { posts: object[] };
    const early = { id: 'som', label: 'Sớm', start: '05:00', hours: 1 };
    const other = { ...unit.posts[0], id: 'khac', patterns: [early] };
    expect(told({ ...unit, posts: [...unit.posts, other] })).toEqual([]);
  });

  it('tells each pair of overlapping shifts once', () => {
    const unit = withPost({ patterns: POST?.patterns.map((each) => ({ ...each, hours: 13 })) });
    expect(warningsOf({ unit })).toHaveLength(1);
  });

  it('warns of a holiday that is not official, and of another version still reported', () => {
    const given = BREAKS.filter((each) => each.key === '2027-tet').map((each) => ({
      ...each,
      status: 'proposal' as const,
      alternatives: [{ from: each.from, to: each.to, swaps: [], source: 'báo' }],
    }));
    const built = buildPlan(caseOf(), given);
    expect(built.ok && told(built.warnings)).toEqual([
      'period.json holidays warning.holiday.proposal',
      'period.json holidays warning.holiday.alternative',
    ]);
  });
});

describe('summariseDemand', () => {
  it('sets hours asked for against hours people could be there', () => {
    const leave = 'name,from,to\nLê Văn An,05/02/2027,06/02/2027\nLê Văn An,06/02/2027,06/02/2027\n';
    const staff = 'name,skills,share\nLê Văn An,giám sát,\nTrần Thị Bình,giám sát,50%\n';
    // 3 days × 24 h; An lacks two whole days, counted once; Bình gives half.
    expect(summariseDemand(planOf({ leave, staff }))).toEqual([
      { skill: 'giám sát', people: 2, neededHours: 72, availableHours: 24 + 36 },
    ]);
  });

  it('knows the province’s seats', () => {
    const parsed = parseCase(sampleFiles('tet-2027-province'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const built = buildPlan(parsed.value, BREAKS);
    expect(built.ok && summariseDemand(built.value).map(({ neededHours }) => neededHours)).toEqual([
      7 * 24,
      7 * 3 * 2 * 8,
      7 * 2 * 2 * 12,
    ]);
  });
});
