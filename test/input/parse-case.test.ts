/** Cases as they arrive: right, wrong in one place, wrong everywhere. Whatever comes in, all of it loads or none. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMessageKey } from '../../src/i18n/translate.ts';
import { parseCase } from '../../src/input/parse-case.ts';
import { MOST_BYTES } from '../../src/input/text-decoding.ts';
import { depth } from '../depth.ts';
import { SAMPLE_NAMES } from '../sample-case.ts';
import {
  bytes,
  caseOf,
  faultsOf,
  files,
  PERIOD,
  parse,
  STAFF,
  sampleFiles,
  told,
  UNIT,
  warningsOf,
} from './case-fixture.ts';

const [POST] = UNIT.posts;
const withPost = (change: object): object => ({ ...UNIT, posts: [{ ...POST, ...change }] });
const withPattern = (change: object): object => withPost({ patterns: [{ ...POST?.patterns[0], ...change }] });
const withPeriod = (change: object): object => ({ ...PERIOD, ...change });
const bare = (from: object, ...names: string[]): object =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));

describe('parseCase', () => {
  it('reads a small case, with what is not said filled in', () => {
    const read = caseOf();
    expect(read.unit).toEqual({ id: 'to-truc', name: 'Tổ trực thử', zone: 'Asia/Ho_Chi_Minh' });
    expect(read.posts[0]).toMatchObject({
      presence: 'on-site',
      shortName: 'Giám sát',
      cover: { minimum: 1, target: 1 },
    });
    expect(read.posts[0]?.patterns[0]).toMatchObject({ rrule: 'FREQ=DAILY', durationMinutes: 720 });
    expect(read.period.span.end - read.period.span.start).toBe(3 * 86_400_000);
    expect([read.availability, read.ledger, read.pins, read.past]).toEqual([[], [], [], []]);
    expect(read.ruleSet.profile).toBe('duty-24-24');
    expect(warningsOf({})).toEqual([]);
  });

  it('reads the same case from UTF-16 and under names in capitals', () => {
    const text = `\ufeff${STAFF}`;
    const utf16 = new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer);
    const given = files({ staff: utf16 });
    const renamed = new Map([...given].map(([name, content]) => [name.toUpperCase(), content]));
    expect(parseCase(renamed)).toEqual(parse());
  });

  it('takes a start and hours, and an offset when one is given', () => {
    const from = caseOf({ period: { ...bare(PERIOD, 'start', 'end'), from: '2027-02-04T06:00', hours: 72 } });
    const offset = caseOf({ period: withPeriod({ start: '2027-02-03T23:00Z' }) });
    expect(from.period.span).toEqual(caseOf().period.span);
    expect(offset.period.span).toEqual(caseOf().period.span);
  });

  it('lays the period’s weights of named days over the rule set’s', () => {
    const { points } = caseOf({ period: withPeriod({ namedDays: { 'giao-thua': 9 } }) }).ruleSet;
    expect(points.namedDays).toMatchObject({
      'giao-thua': 9,
      'mung-1': caseOf().ruleSet.points.namedDays['mung-1'],
    });
  });

  it('finds pinned people and past duties by name', () => {
    const pins = [{ shift: 'giam-sat/dem/2027-02-05', staff: 'le van an' }];
    const past = [{ staff: 'Trần Thị Bình', start: '2027-02-03T18:00', end: '2027-02-04T06:00' }];
    const read = caseOf({ period: withPeriod({ pins, past }) });
    expect(read.pins).toEqual([{ shiftId: 'giam-sat/dem/2027-02-05', staffId: 'le-van-an' }]);
    expect(read.past).toMatchObject([{ staffId: 'tran-thi-binh', day: '2027-02-03', night: true }]);
  });

  it('finds people and posts named in rules', () => {
    const change = { id: 'apart', params: { staffIds: ['Lê Văn An', 'tran thi binh'] } };
    const rule = caseOf({ rules: { changes: [change] } }).ruleSet.rules.find(({ id }) => id === 'apart');
    expect(rule?.params).toMatchObject({ staffIds: ['le-van-an', 'tran-thi-binh'] });
  });

  it('lets a skill without diacritics count, and warns of one that is nearly right', () => {
    const staff = 'name,skills\nLê Văn An,GIAM SAT\nTrần Thị Bình,giám sátt\n';
    expect(caseOf({ staff }).staff.map((member) => member.skills)).toEqual([['giám sát'], ['giám sátt']]);
    expect(warningsOf({ staff })).toEqual(['staff.csv fault.staff.skill-near']);
  });
});

describe('parseCase refuses', () => {
  it.each([
    ['an empty unit', { unit: '' }, ['unit.json fault.file.empty']],
    ['a missing comma', { unit: '{\n "id": "x"\n "name": "y"\n}' }, ['unit.json:3 fault.json.syntax']],
    ['a unit that is a list', { unit: [] }, ['unit.json fault.json.not-object']],
    ['no name', { unit: bare(UNIT, 'name') }, ['unit.json name fault.json.missing']],
    ['a misspelt entry', { unit: { ...UNIT, nmae: 1 } }, ['unit.json nmae fault.json.unknown-key-near']],
    ['an id with spaces', { unit: { ...UNIT, id: 'Tổ trực' } }, ['unit.json id fault.json.id']],
    ...['local', 'system', 'default', '', 'UTC+7', '+07:00'].map((zone): [string, object, string[]] => [
      `“${zone}” for a zone`,
      { unit: { ...UNIT, zone } },
      ['unit.json zone fault.unit.zone'],
    ]),
    ['an unknown zone', { unit: { ...UNIT, zone: 'Asia/Saigonn' } }, ['unit.json zone fault.unit.zone']],
    ['no posts', { unit: { ...UNIT, posts: [] } }, ['unit.json posts fault.json.list-small']],
    [
      'an unknown tier',
      { unit: withPost({ tier: 'watchh' }) },
      ['unit.json posts[0].tier fault.json.choice-near'],
    ],
    [
      'a target below the minimum',
      { unit: withPost({ cover: { minimum: 2, target: 1 } }) },
      ['unit.json posts[0].cover fault.unit.cover'],
    ],
    [
      'a negative cover',
      { unit: withPost({ cover: { minimum: -1 } }) },
      ['unit.json posts[0].cover.minimum fault.json.number-small'],
    ],
    ['cover in words', { unit: withPost({ cover: 'hai' }) }, ['unit.json posts[0].cover fault.json.type']],
    [
      'a count that counts from no day',
      { unit: withPattern({ rrule: 'FREQ=DAILY;COUNT=3' }) },
      ['unit.json posts[0].patterns[0].from fault.unit.count-anchor'],
    ],
    [
      'two first days',
      { unit: withPattern({ rrule: 'DTSTART:20270204\nFREQ=DAILY', from: '2027-02-05' }) },
      ['unit.json posts[0].patterns[0].from fault.unit.two-anchors'],
    ],
    [
      'a first day that is none',
      { unit: withPattern({ from: '2027-02-30' }) },
      ['unit.json posts[0].patterns[0].from fault.json.day'],
    ],
    [
      '25 o’clock',
      { unit: withPattern({ start: '25:00' }) },
      ['unit.json posts[0].patterns[0].start fault.json.clock'],
    ],
    [
      'hours that are text',
      { unit: withPattern({ hours: '8' }) },
      ['unit.json posts[0].patterns[0].hours fault.json.not-number'],
    ],
    [
      'a third of an hour and a bit',
      { unit: withPattern({ hours: 8.333 }) },
      ['unit.json posts[0].patterns[0].hours fault.unit.hours'],
    ],
    [
      'a shift of no length',
      { unit: withPattern({ hours: 0 }) },
      ['unit.json posts[0].patterns[0].hours fault.json.number-small'],
    ],
    [
      'a recurrence by the hour',
      { unit: withPattern({ rrule: 'FREQ=HOURLY' }) },
      ['unit.json posts[0].patterns[0].rrule fault.rrule.frequency'],
    ],
    [
      'a post twice',
      { unit: { ...UNIT, posts: [POST, POST] } },
      ['unit.json posts[1].id fault.unit.id-twice'],
    ],
    [
      'a directional mark in a name',
      { unit: { ...UNIT, name: 'Tổ \u202e' } },
      ['unit.json name fault.json.control-mark'],
    ],
    [
      'an end before the start',
      { period: withPeriod({ end: '2027-02-01T06:00' }) },
      ['period.json end fault.period.end-before-start'],
    ],
    [
      'a day for a moment',
      { period: withPeriod({ start: '2027-02-04' }) },
      ['period.json start fault.period.instant'],
    ],
    [
      '30 February',
      { period: withPeriod({ start: '2027-02-30T06:00' }) },
      ['period.json start fault.period.instant'],
    ],
    ['no end', { period: bare(PERIOD, 'end') }, ['period.json end fault.json.missing']],
    [
      'parts of one until lifted',
      { period: withPeriod({ untilLifted: true, parts: [{ from: '2027-02-04T06:00', hours: 24 }] }) },
      ['period.json untilLifted fault.period.lifted-parts'],
    ],
    ['two ends', { period: withPeriod({ hours: 72 }) }, ['period.json hours fault.period.two-ends']],
    [
      'a period of ten years',
      { period: withPeriod({ end: '2037-02-04T06:00' }) },
      ['period.json end fault.period.too-long'],
    ],
    [
      'parts out of order',
      {
        period: {
          ...bare(PERIOD, 'start', 'end'),
          parts: [
            { start: '2027-02-04T06:00', hours: 48 },
            { start: '2027-02-05T06:00', hours: 48 },
          ],
        },
      },
      ['period.json parts[1] fault.period.parts-order'],
    ],
    [
      'a pin on a stranger',
      { period: withPeriod({ pins: [{ shift: 'x', staff: 'Lê Văn Ân Ân' }] }) },
      ['period.json pins[0].staff fault.person.unknown-near'],
    ],
    [
      'a named day nobody knows',
      { period: withPeriod({ namedDays: { 'giao-thu': 3 } }) },
      ['period.json namedDays.giao-thu fault.json.unknown-key-near'],
    ],
    [
      'an unknown rule',
      { rules: { changes: [{ id: 'minimum-rets', params: {} }] } },
      ['rules.json changes[0].id fault.rule.unknown-near'],
    ],
    ['an unknown profile', { rules: { profile: 'duty-24' } }, ['rules.json profile fault.json.choice-near']],
    [
      'a rule on a stranger',
      { rules: { changes: [{ id: 'apart', params: { staffIds: ['Lê Văn An', 'Ai Đó'] } }] } },
      ['rules.json changes.apart.params.staffIds[1] fault.person.unknown'],
    ],
    [
      'a rule on an unknown post',
      { rules: { changes: [{ id: 'spacing', params: { scope: { posts: ['giam-sac'] } } }] } },
      ['rules.json changes.spacing.params.scope.posts[0] fault.post.unknown-near'],
    ],
    [
      'ten megabytes of noise',
      { staff: new Uint8Array(2 * MOST_BYTES).fill(0x41) },
      ['staff.csv fault.file.too-large'],
    ],
    [
      'five megabytes of quotes',
      { staff: new Uint8Array(MOST_BYTES).fill(0x22) },
      ['staff.csv:1 A fault.csv.cell-too-long'],
    ],
  ] as const)('%s', (_, spoilt, expected) => {
    expect(faultsOf(spoilt as Parameters<typeof faultsOf>[0])).toEqual(expected);
  });

  it('a folder without the files it needs, with the one that may be meant', () => {
    const parsed = parseCase(new Map([['staffs.csv', bytes(STAFF)]]));
    expect(parsed.ok ? [] : told(parsed.faults)).toEqual([
      'unit.json fault.file.absent',
      'staff.csv fault.file.absent-near',
      'period.json fault.file.absent',
    ]);
  });

  it('all files at once, each fault told once', () => {
    const spoilt = {
      unit: withPattern({ start: '25:00' }),
      staff: 'name,phone\n,0900 000 001\nLê Văn An,12\n',
      leave: 'name,from,to\nLê Văn An,07/02/2027,06/02/2027\n',
      ledger: 'name,year\nLê Văn An,xưa\n',
      rules: { profile: 'x' },
      period: withPeriod({ end: '2027-02-01T06:00' }),
    };
    expect(faultsOf(spoilt)).toEqual([
      'unit.json posts[0].patterns[0].start fault.json.clock',
      'staff.csv:2 name fault.name.empty',
      'staff.csv:3 phone fault.phone',
      'leave.csv:2 to fault.leave.end-before-start',
      'ledger.csv:2 year fault.whole',
      'rules.json profile fault.json.choice',
      'period.json end fault.period.end-before-start',
    ]);
  });
});

describe('parseCase never throws', () => {
  const names = [...files().keys(), 'leave.csv', 'ledger.csv', 'rules.json'];

  function loadsOrTells(given: ReadonlyMap<string, Uint8Array>): void {
    const parsed = parseCase(given);
    const list = parsed.ok ? parsed.warnings : parsed.faults;
    if (!parsed.ok) expect(list.length).toBeGreaterThan(0);
    expect(list.map((fault) => fault.key).filter((key) => !isMessageKey(key))).toEqual([]);
  }

  it('on random bytes in place of a file', () => {
    const property = fc.property(
      fc.constantFrom(...names),
      fc.uint8Array({ maxLength: 300 }),
      (name, content) => loadsOrTells(new Map([...files(), [name, content]])),
    );
    fc.assert(property, { seed: 6, numRuns: depth({ short: 75, deep: 300 }) });
  });

  it('on samples with a stretch of a file overwritten', () => {
    const damage = fc.record({
      sample: fc.constantFrom('tet-2027-province', 'urgent-72h', 'unit-small'),
      name: fc.constantFrom(...names),
      at: fc.nat(),
      text: fc.string({
        unit: fc.constantFrom(',', ';', '"', '\n', '{', '}', '[', ':', '0', '9', 'x', 'ễ', '\u0000', '='),
      }),
    });
    const property = fc.property(damage, ({ sample, name, at, text }) => {
      const given = sampleFiles(sample);
      const content = Uint8Array.from(given.get(name) ?? []);
      const patch = bytes(text).subarray(0, content.length);
      content.set(patch, at % (content.length - patch.length + 1));
      loadsOrTells(new Map([...given, [name, content]]));
    });
    fc.assert(property, { seed: 7, numRuns: depth({ short: 50, deep: 200 }) });
  });

  it('on any JSON in place of a file', () => {
    const property = fc.property(fc.constantFrom('unit', 'period', 'rules'), fc.jsonValue(), (name, value) =>
      loadsOrTells(files({ [name]: JSON.stringify(value) })),
    );
    fc.assert(property, { seed: 8, numRuns: depth({ short: 50, deep: 200 }) });
  });
});

describe('parseCase answers at once', () => {
  it('when five thousand strangers ask for leave', () => {
    const many = (name: string): string => Array.from({ length: 4_990 }, (_, i) => `${name} ${i}`).join('\n');
    const before = process.cpuUsage();
    const parsed = parse({
      staff: `name\n${many('Nguyễn Văn')}`,
      leave: `name,from\n${many('Trần Thị').replaceAll('\n', ',06/02/2027\n')},06/02/2027\n`,
    });
    const { user } = process.cpuUsage(before);
    expect(parsed.ok ? 0 : parsed.faults.length).toBe(201);
    // Of the processor, not of the clock: minutes where each stranger is held against everybody.
    expect(user / 1e6).toBeLessThan(10);
  });
});

describe('samples', () => {
  it.each(SAMPLE_NAMES)('%s loads without a warning', (name) => {
    const parsed = parseCase(sampleFiles(name));
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
  });

  it('hold unreal phones only, and addresses that cannot exist', () => {
    for (const name of SAMPLE_NAMES) {
      const parsed = parseCase(sampleFiles(name));
      for (const member of parsed.ok ? parsed.value.staff : []) {
        expect(member.phone).toMatch(/^0900 000 [01]\d\d$/);
        expect(member.email).toMatch(/^$|\.example$/);
      }
    }
  });
});
