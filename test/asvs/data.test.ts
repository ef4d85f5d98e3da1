/** ASVS 5.0 chapters 1, 2, 5, 11, 14 and 15: formulas, whole changes, files, chance, keeping, and what may not be used up. */

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createSolveRuns, type RunRequest, type StartSearch } from '../../src/app/runs/solve-runs.ts';
import { newToken } from '../../src/app/secret-token.ts';
import type { Day } from '../../src/calendar/day.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { expandRecurrence } from '../../src/calendar/recurrence.ts';
import { compile } from '../../src/constraints/compile.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { formatRecord } from '../../src/output/roster-csv.ts';
import { listVersions } from '../../src/store/version-store.ts';
import { createDocumentWriter } from '../../src/wiring/document-writer.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { loaded, published, publishing, seat } from '../app/sample-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { temporaryPath } from '../store/temporary-database.ts';
import { HOST, house, joined, PASSWORD } from '../web/access-house.ts';
import { Browser, openAccessSite } from '../web/access-site.ts';

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

describe('what costs much', () => {
  it('15.2.2: is bounded in number, in size and in time', async () => {
    const rule = expandRecurrence({
      from: '1968-01-01' as Day,
      to: '9999-12-31' as Day,
      rrule: 'FREQ=DAILY',
    });
    expect(rule.ok).toBe(false);
    const documents = createDocumentWriter({ mostWaiting: 0, mostMs: 1_000 });
    await expect(documents.render({} as never)).rejects.toMatchObject({ code: 'unavailable' });
    await documents.close();
    const search: StartSearch = () => ({ outcome: new Promise(() => {}), stop: () => {} });
    const clock = () => 0 as Instant;
    let id = 0;
    const runs = createSolveRuns({ search, clock, cores: 1, newId: () => `${++id}`, onFailure: () => {} });
    const { plan, key } = await loaded();
    const asked = (periodId: string) =>
      runs.start({ ...runOf(plan), key: { ...key, periodId } } as RunRequest).status;
    expect([asked('one'), asked('two'), asked('three')]).toEqual(['running', 'queued', 'queued']);
    expect(() => asked('one')).toThrow();
    runs.close();
  });
});
