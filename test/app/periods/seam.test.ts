/** Two periods of a unit beside each other, and over each other: solved, judged and published with each other's duties. */

import { describe, expect, it } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import { type Interval, minutesBetween } from '../../../src/calendar/interval.ts';
import { check } from '../../../src/constraints/check.ts';
import { compile, rosterOf } from '../../../src/constraints/compile.ts';
import type { Case } from '../../../src/domain/case.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import { RosterIndex } from '../../../src/domain/roster-index.ts';
import { parseCase } from '../../../src/input/parse-case.ts';
import { solve } from '../../../src/solver/solve.ts';
import { findDraft } from '../../../src/store/draft-store.ts';
import { loadInto, published, type SampleApp, sampleApp } from '../sample-app.ts';

const UNIT = {
  id: 'dv-seam',
  name: 'Trung tâm thử',
  zone: 'Asia/Ho_Chi_Minh',
  posts: [
    {
      id: 't',
      name: 'Trực',
      tier: 'watch',
      presence: 'on-site',
      skills: [],
      cover: 1,
      patterns: [
        { id: 's', label: 'Sáng', start: '06:00', hours: 8 },
        { id: 'c', label: 'Chiều', start: '14:00', hours: 8 },
        { id: 'd', label: 'Đêm', start: '22:00', hours: 8 },
      ],
    },
  ],
};
const STAFF = 'Mã,Họ và tên\nN01,Người An\nN02,Người Bình\nN03,Người Chi\nN04,Người Dũng\nN05,Người Em\n';

function caseOf(id: string, start: string, end: string): Case {
  const bytes = (value: unknown): Uint8Array =>
    new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const files = new Map([
    ['unit.json', bytes(UNIT)],
    ['staff.csv', bytes(STAFF)],
    ['period.json', bytes({ id, name: `Kỳ ${id}`, start, end, holidays: [] })],
  ]);
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

const MARCH = caseOf('march', '2027-03-25T06:00', '2027-04-01T06:00');
const APRIL = caseOf('april', '2027-04-01T06:00', '2027-04-08T06:00');
const OVER = caseOf('over', '2027-03-27T06:00', '2027-03-31T06:00');

async function solved(app: SampleApp, source: Case, seed: number): Promise<PeriodKey> {
  const key = await loadInto(app, source);
  const { plan } = await openDraft(app, key);
  const budget = { kind: 'steps', moves: 60_000, nodes: 0 } as const;
  const { cells } = await solve(compile(plan), { seed, budget, clock: () => 0 });
  const seenRevision = (await findDraft(app.db, key))?.revision ?? 0;
  await saveDraft(app, { key, roster: rosterOf(plan, cells), seenRevision, actor: 'ha' });
  return key;
}

async function publishing(app: SampleApp, key: PeriodKey, overrideReason?: string) {
  const revision = (await findDraft(app.db, key))?.revision ?? 0;
  const reason = overrideReason === undefined ? {} : { overrideReason };
  return publishVersion(app, { key, revision, note: '', actor: 'ha', ...reason });
}

const hardOf = async (app: SampleApp, key: PeriodKey) => {
  const version = await findVersion(app, key);
  if (!version) throw new Error('not published');
  return check(version.plan, version.roster).violations.filter(({ level }) => level === 'hard');
};

describe('a period after a published one', () => {
  it('gives nobody less than 12 hours of rest over the seam, and leaves no gap', async () => {
    for (const seed of [1, 2, 3]) {
      const app = await sampleApp();
      const march = await solved(app, MARCH, seed);
      expect(await publishing(app, march)).toMatchObject({ published: true });
      const second = await solved(app, APRIL, seed);
      expect(await publishing(app, second)).toMatchObject({ published: true });
      const spans = new Map<string, Interval[]>();
      for (const key of [march, second]) {
        const version = await findVersion(app, key);
        if (!version) throw new Error('not published');
        expect(version.roster.assignments).toHaveLength(version.plan.shifts.length);
        const index = new RosterIndex(version.plan, version.roster);
        for (const { id } of version.plan.staff) {
          spans.set(id, [...(spans.get(id) ?? []), ...index.shiftsOf(id).map(({ span }) => span)]);
        }
      }
      for (const own of spans.values()) {
        own.slice(1).forEach((span, i) => {
          const before = own[i] ?? span;
          expect(minutesBetween(before.end, span.start)).toBeGreaterThanOrEqual(12 * 60);
        });
      }
      expect([await hardOf(app, march), await hardOf(app, second)]).toEqual([[], []]);
    }
  });

  it('is asked anew when it is published, and the published one shows the fault as well', async () => {
    const app = await sampleApp();
    const march = await loadInto(app, MARCH);
    const april = await loadInto(app, APRIL);
    // The same person at the end of one and at the start of the other, drawn up before either is published.
    for (const [key, at] of [
      [march, -1],
      [april, 0],
    ] as const) {
      const { plan } = await openDraft(app, key);
      const assignments = [{ shiftId: plan.shifts.at(at)?.id ?? '', place: 0, staffId: 'N01' }];
      await saveDraft(app, {
        key,
        roster: { periodId: key.periodId, assignments },
        seenRevision: 0,
        actor: 'ha',
      });
    }
    expect(await publishing(app, march)).toMatchObject({ published: true });
    expect(await hardOf(app, march)).toEqual([]);
    const refused = await publishing(app, april);
    expect(refused).toMatchObject({ published: false, refusal: 'hard-violations' });
    const [violation] = refused.published || refused.refusal !== 'hard-violations' ? [] : refused.violations;
    expect(violation).toMatchObject({ constraint: 'minimum-rest', staffIds: ['N01'] });
    expect(violation?.fixed?.[0]?.seat?.period).toEqual({ id: 'march', name: 'Kỳ march' });
    expect(await publishing(app, april, 'thiếu người')).toMatchObject({ published: true });
    const [told] = await hardOf(app, march);
    expect(told?.fixed?.[0]?.seat?.period.id).toBe('april');
    await withdrawVersion(app, { key: april, note: '', actor: 'ha' });
    expect(await hardOf(app, march)).toEqual([]);
  });
});

describe('a period over a published one, for the same post', () => {
  it('is refused and says which hours are covered already, or replaces them; nobody stands twice', async () => {
    const app = await sampleApp();
    const march = await solved(app, MARCH, 1);
    expect(await publishing(app, march)).toMatchObject({ published: true });
    const over = await loadInto(app, OVER);
    const plan = await getPlan(app, over);
    // Whoever stands the hours already is put there again.
    const assignments = plan.shifts.flatMap((shift) => {
      const duty = plan.fixed.find(({ span }) => span.start === shift.span.start);
      return duty ? [{ shiftId: shift.id, place: 0, staffId: duty.staffId }] : [];
    });
    expect(assignments).toHaveLength(plan.shifts.length);
    const roster = { periodId: 'over', assignments };
    const { revision } = await saveDraft(app, { key: over, roster, seenRevision: 0, actor: 'ha' });
    const refused = await publishing(app, over);
    expect(refused).toMatchObject({ refusal: 'covers-twice', covered: [{ period: { id: 'march' } }] });
    const [covered] = refused.published || refused.refusal !== 'covers-twice' ? [] : refused.covered;
    expect(covered?.shifts).toHaveLength(plan.shifts.length);
    const result = await publishVersion(app, {
      key: over,
      revision,
      note: '',
      actor: 'ha',
      replaces: ['march'],
    });
    expect(result).toMatchObject({ published: true });
    expect(await hardOf(app, march)).toEqual([]);
    expect(await hardOf(app, over)).toEqual([]);
  });
});

describe('a proof', () => {
  it('goes when a neighbour is published, since other rosters are possible now', async () => {
    const app = await sampleApp();
    const march = await solved(app, MARCH, 1);
    const april = await solved(app, APRIL, 1);
    const draft = await findDraft(app.db, april);
    const plan = await getPlan(app, april);
    const { score } = check(plan, draft?.roster ?? { periodId: 'april', assignments: [] });
    const certificate = { score, proven: true, seed: 1 };
    await saveDraft(app, {
      key: april,
      roster: draft?.roster ?? { periodId: 'april', assignments: [] },
      seenRevision: draft?.revision ?? 0,
      actor: 'ha',
      certificate,
    });
    expect((await findDraft(app.db, april))?.certificate).toBeDefined();
    await publishing(app, march);
    expect((await findDraft(app.db, april))?.certificate).toBeUndefined();
  });
});

describe('calendars over the seam', () => {
  it('say who of the next period takes over, and change when that one is another', async () => {
    const app = await sampleApp();
    const march = await loadInto(app, MARCH);
    const april = await loadInto(app, APRIL);
    const last = (await getPlan(app, march)).shifts.at(-1);
    const [first] = (await getPlan(app, april)).shifts;
    if (!last || !first) throw new Error('the periods have shifts');
    const unitFeed = { unitId: UNIT.id, scope: { kind: 'unit' }, options: DEFAULT_FEED_OPTIONS } as const;
    const { token } = await issueFeedToken(app, { ...unitFeed, actor: 'ha' });
    const seated = (key: PeriodKey, shiftId: string, staffId: string) =>
      published(app, key, [{ shiftId, place: 0, staffId }]);
    const night = async (): Promise<string> => {
      const text = (await readFeed(app, { token, client: '' }))?.octets.toString().replaceAll('\r\n ', '');
      return text?.split('BEGIN:VEVENT').find((event) => event.includes('SUMMARY:Người An')) ?? '';
    };
    await seated(march, last.id, 'N01');
    expect(await night()).not.toContain('Bàn giao');
    app.setClock('2027-01-21T08:00');
    await seated(april, first.id, 'N02');
    expect(await night()).toMatch(/Người Bình[\s\S]*SEQUENCE:1|SEQUENCE:1[\s\S]*Người Bình/);
    app.setClock('2027-01-22T08:00');
    await seated(april, first.id, 'N03');
    expect(await night()).toMatch(/Người Chi[\s\S]*SEQUENCE:2|SEQUENCE:2[\s\S]*Người Chi/);
    expect(await night()).toContain('LAST-MODIFIED:20270122T010000Z');
  });
});
