/** ASVS 5.0 chapters 1, 2, 5, 11, 14 and 15: formulas, whole changes, files, chance, keeping, and what may not be used up. */

import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyPassword } from '../../src/app/access/password-hash.ts';
import { findShortage } from '../../src/app/drafts/find-repairs.ts';
import { createRepairsGate } from '../../src/app/runs/searches.ts';
import { createSolveRuns, type RunRequest, type StartSearch } from '../../src/app/runs/solve-runs.ts';
import { newToken } from '../../src/app/secret-token.ts';
import type { Day } from '../../src/calendar/day.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { expandRecurrence } from '../../src/calendar/recurrence.ts';
import { compile } from '../../src/constraints/compile.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { formatRecord } from '../../src/output/roster-csv.ts';
import { listVersions } from '../../src/store/version-store.ts';
import { parseHere } from '../../src/thread-host/file-kinds.ts';
import { createDocumentWriter } from '../../src/wiring/document-writer.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { loaded, published, publishing, seat } from '../app/sample-app.ts';
import { requestOf, samplePlan } from '../documents/sample-documents.ts';
import { sampleHolidays } from '../sample-case.ts';
import { temporaryPath } from '../store/temporary-database.ts';
import { HOST, house, joined, PASSWORD } from '../web/access/access-house.ts';
import { Browser, openAccessSite } from '../web/access/access-site.ts';

const FORMULA = /^["']?[=+\-@\t\r]/;

describe('files', () => {
  it('1.2.10: no cell of an exported file begins like a formula', async () => {
    for (const text of ['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|"/c calc"!A1']) {
      const [cell = ''] = formatRecord([text]).split('\r\n');
      expect(FORMULA.test(cell.replace(/^"?'/, '')) && !/^"?'/.test(cell), text).toBe(false);
      expect(cell).toMatch(/^"?'/);
    }
    const { app, key, plan } = await loaded((source) => ({
      ...source,
      ruleSet: { ...source.ruleSet, rules: [] },
      staff: source.staff.map((member) => ({
        ...member,
        name: `=HYPERLINK("http://evil.example";"${member.id}")`,
      })),
    }));
    await published(app, key, [seat(plan, 0, 0)]);
    const site = await openAccessSite(app, undefined, 'open');
    const csv = (await new Browser(site).get(`/periods/${key.periodId}/roster.csv`)).html;
    expect(csv).toContain("'=HYPERLINK");
    expect(csv.split(/[,\r\n]/).filter((cell) => /^"?=/.test(cell))).toEqual([]);
  });

  it('5.2.1: what is larger than can be dealt with is refused before it is read', async () => {
    const { host } = await house();
    await host.get('/account');
    const large = await host.post('/account/password', { password: 'x'.repeat(300_000) });
    expect(large.status).toBe(413);
    const head = await host.get('/account', { 'X-Long': 'x'.repeat(20_000) });
    expect(head.status).toBe(431);
    expect((await host.get('/account')).status).toBe(200);
  });
});

describe('changes', () => {
  it('2.3.3: are whole or not at all', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0)]);
    const all = async () => [
      await listVersions(app.db, key),
      await sql`SELECT * FROM ledger_entry ORDER BY staff_id, year, kind`
        .execute(app.db)
        .then(({ rows }) => rows),
    ];
    const before = await all();
    // The very last thing a publication writes is what fails.
    await sql
      .raw(
        `CREATE TRIGGER boom BEFORE INSERT ON audit_entry WHEN NEW.action = 'version.publish'
         BEGIN SELECT RAISE(ABORT, 'boom'); END`,
      )
      .execute(app.db);
    await expect(publishing(app, key, [seat(plan, 0, 1)])).rejects.toThrow('boom');
    expect(await all()).toEqual(before);
    await sql`DROP TRIGGER boom`.execute(app.db);
    expect((await publishing(app, key, [seat(plan, 0, 1)])).published).toBe(true);
  });

  it('15.4.2: of those who come at the same moment one wins, and what was looked at is what is changed', async () => {
    const rooms = await house();
    const members = `/units/${rooms.key.unitId}/members`;
    await rooms.host.get(members);
    const link = await rooms.host.post(`/units/${rooms.key.unitId}/invitations`, {
      role: 'reader',
      staff: '',
    });
    const path = /(\/join\/[\w-]{43})/.exec(link.html)?.[1] ?? '';
    const join = (i: number) =>
      new Browser(rooms.site).post(path, {
        signInName: `n${i}@a.example`,
        name: 'Đỗ Nam',
        password: PASSWORD,
      });
    const joining = await Promise.all([1, 2, 3, 4, 5].map(join));
    expect(joining.filter(({ status }) => status === 303)).toHaveLength(1);
    const { app, key, plan } = rooms;
    const both = await Promise.allSettled([
      publishing(app, key, [seat(plan, 0, 1)]),
      publishing(app, key, [seat(plan, 0, 2)]),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('chance', () => {
  it('11.5.1: whatever must not be guessed has 256 bits from the system’s own source', async () => {
    const app = await openApp(temporaryPath(), sampleHolidays());
    try {
      const tokens = Array.from({ length: 2_000 }, () => newToken(app));
      expect(new Set(tokens).size).toBe(tokens.length);
      const octets = Buffer.concat(tokens.map((token) => Buffer.from(token, 'base64url')));
      expect(octets).toHaveLength(tokens.length * 32);
      // 64,000 octets of chance: each value about 250 times, never half or twice as often.
      const counts = new Array<number>(256).fill(0);
      for (const octet of octets) counts[octet] = (counts[octet] ?? 0) + 1;
      expect(Math.min(...counts)).toBeGreaterThan(125);
      expect(Math.max(...counts)).toBeLessThan(500);
    } finally {
      await app.close();
    }
  });
});

describe('keeping', () => {
  it('14.3.2: nothing of who is signed in is kept by browsers and proxies', async () => {
    const rooms = await house();
    const technician = await joined(rooms, 'technician');
    const page = `/periods/${rooms.key.periodId}`;
    const paths = ['/', '/account', page, `${page}/print`, `${page}/roster.json`, `${page}/roster.csv`];
    for (const path of paths) {
      const { headers } = await technician.get(path);
      expect(headers.get('cache-control'), path).toBe('no-store');
    }
    const entered = await new Browser(rooms.site).post('/sign-in', HOST);
    expect(entered.headers.get('cache-control')).toBe('no-store');
  });
});

function runOf(plan: Plan): Omit<RunRequest, 'key'> {
  const base = { periodId: plan.period.id, assignments: [] };
  const onEnd = async (): Promise<boolean> => true;
  const rest = { purpose: 'solve', seconds: 1, seed: 1, revision: 0, actor: 'cli' } as const;
  return { ...rest, plan, base, onEnd, problem: compile(plan) };
}

const NO_SEARCH: StartSearch = () => ({ outcome: Promise.reject(new Error('none')), stop: () => {} });

describe('what costs much', () => {
  const loadedRuns = async (cores: number) => {
    const ends: (() => void)[] = [];
    const search: StartSearch = () => ({
      outcome: new Promise((_, reject) => ends.push(() => reject(new Error('ended')))),
      stop: () => {},
    });
    let id = 0;
    const runs = createSolveRuns({
      search,
      clock: () => 0 as Instant,
      cores,
      newId: () => `${++id}`,
      onFailure: () => {},
    });
    onTestFinished(() => runs.close());
    const { plan, key } = await loaded();
    const ask = (periodId: string) =>
      runs.start({ ...runOf(plan), key: { ...key, periodId } } as RunRequest).status;
    return { runs, ask, ends, key };
  };

  it('15.2.2: searches take a core each, wait in a line that ends, and one period has one', async () => {
    const { ask, ends, runs, key } = await loadedRuns(2);
    const first = Array.from({ length: 22 }, (_, i) => ask(`p${i}`));
    expect(first.map((status) => status === 'running').filter(Boolean)).toHaveLength(2);
    expect(ends).toHaveLength(2);
    expect(() => ask('p0')).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(() => ask('late')).toThrow(expect.objectContaining({ code: 'unavailable' }));
    ends[0]?.();
    await expect.poll(() => runs.find({ ...key, periodId: 'p2' })?.status).toBe('running');
    expect(ask('late')).toBe('queued');
  });

  it('15.2.2: documents wait in a line that ends, and one that takes too long holds up no other', async () => {
    const order = { kind: 'wall', format: 'pdf', ...requestOf(samplePlan('unit-small')) } as const;
    const line = createDocumentWriter(parseHere, { mostWaiting: 2, mostMs: 20_000 });
    const slow = createDocumentWriter(parseHere, { mostWaiting: 2, mostMs: 1 });
    onTestFinished(async () => void (await Promise.all([line.close(), slow.close()])));
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => line.render(order, 'one')));
    expect(all.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'fulfilled'],
      ...['rejected', 'rejected'],
    ]);
    for (let i = 0; i < 2; i++) {
      await expect(slow.render(order, 'one')).rejects.toMatchObject({
        code: 'unavailable',
        key: 'document.failure.slow',
      });
    }
    expect((await line.render(order, 'one')).mediaType).toBe('application/pdf');
  });

  it('15.2.2: of a storm of searches for repairs few are worked at, and the others are told so', async () => {
    const { app, key, plan } = await loaded();
    const searches = { search: NO_SEARCH, repairs: createRepairsGate() };
    const ask = () => findShortage(app, searches, { key, shiftId: plan.shifts[0]?.id ?? '' });
    const all = await Promise.allSettled(Array.from({ length: 30 }, ask));
    const most = 11;
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 30 - most }, () => 'unavailable'));
    // Nothing is held on to: the next one is answered.
    await expect(ask()).resolves.toBeUndefined();
  });

  it('15.2.2: of a storm of sign-ins two are worked at, so many wait, and the others are told so', async () => {
    const { app } = await loaded();
    const costly = { ...app, passwordCost: { logN: 12, r: 8, p: 1 } };
    const storm = Array.from({ length: 200 }, () => verifyPassword(costly, 'sai bét', undefined));
    const all = await Promise.allSettled(storm);
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(62);
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(new Set(refused.map(({ key }) => key))).toEqual(new Set(['error.access.busy']));
    expect(await verifyPassword(costly, 'sai bét', undefined)).toEqual({ right: false, stale: false });
  });

  it('15.2.2: a rule of recurrence ends where it would go on for ever', () => {
    for (const rrule of ['FREQ=DAILY', 'FREQ=SECONDLY', 'FREQ=DAILY;COUNT=1000000']) {
      const span = { from: '1968-01-01' as Day, to: '9999-12-31' as Day };
      expect(expandRecurrence({ ...span, rrule }).ok, rrule).toBe(false);
    }
  });
});
