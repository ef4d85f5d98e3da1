/** Units that write into their logs, with the requests by which they do, and one whose log is long. */

import { get, type IncomingMessage } from 'node:http';
import { openSession } from '../../../src/app/access/sign-in.ts';
import type { App } from '../../../src/app/app.ts';
import { logKeyOf } from '../../../src/app/derived-key.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { newId } from '../../../src/app/secret-token.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { type NewLogEntry, SEVERITIES } from '../../../src/domain/log-entry.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { STANDARD_WATCH, WATCH_PARTS } from '../../../src/domain/watch-setting.ts';
import { insertAccount } from '../../../src/store/account-store.ts';
import { appendToLog } from '../../../src/store/log-store.ts';
import { saveMembership } from '../../../src/store/membership-store.ts';
import { formTokenOf } from '../../../src/web/access/form-token.ts';
import { openApp, readHolidays, systemClock } from '../../../src/wiring/open-app.ts';
import { sampleCase } from '../../sample-case.ts';
import { ROOT } from '../feeds/setting.ts';

export interface Watching {
  readonly unitId: string;
  /** Of the session of one who writes. */
  readonly token: string;
}

const SYSTEMS = ['Cổng DVC', 'iOffice', 'Thư điện tử', 'Phòng máy', 'Kaspersky'];
const LINES_AT_ONCE = 2_000;
const MINUTE_MS = 60_000;

export async function openUnits(
  database: string,
  { units, long }: { readonly units: number; readonly long: number },
): Promise<{ readonly units: readonly Watching[]; readonly long: Watching }> {
  const app = await openApp(database, readHolidays(ROOT));
  try {
    const all: Watching[] = [];
    for (let i = 0; i < units; i++) all.push((await openUnit(app, `watch-${i}`)).watching);
    const { watching, plan } = await openUnit(app, 'watch-long');
    await fill(app, watching.unitId, { plan, lines: long });
    return { units: all, long: watching };
  } finally {
    await app.close();
  }
}

/** The small unit under another name, every shift with somebody, the whole watch in use. */
export async function openUnit(
  app: App,
  unitId: string,
): Promise<{ readonly watching: Watching; readonly plan: Plan }> {
  const sample = sampleCase('unit-small');
  const source = {
    ...sample,
    unit: { ...sample.unit, id: unitId },
    period: { ...sample.period, id: `${unitId}-tet` },
    ruleSet: { ...sample.ruleSet, rules: [] },
  };
  const loaded = await loadCase(app, { source, actor: 'bench' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const key = loaded.value;
  const plan = await getPlan(app, key);
  const assignments = plan.shifts.map(({ id }, i) => ({
    ...{ shiftId: id, place: 0 },
    staffId: plan.staff[i % plan.staff.length]?.id ?? '',
  }));
  const roster = { periodId: key.periodId, assignments };
  const { revision } = await saveDraft(app, { key, roster, seenRevision: 0, actor: 'bench' });
  const result = await publishVersion(app, { key, revision, note: '', actor: 'bench' });
  if (!result.published) throw new Error(JSON.stringify(result));
  await saveWatch(app, {
    unitId,
    setting: { ...STANDARD_WATCH, parts: new Set(WATCH_PARTS) },
    actor: 'bench',
  });
  const id = newId(app);
  const token = await app.db.transaction().execute(async (trx) => {
    const account = { id, name: unitId, language: 'vi', operator: false, createdAt: systemClock() } as const;
    await insertAccount(trx, { ...account, signInName: unitId }, null);
    await saveMembership(trx, { accountId: id, unitId, role: 'manager' });
    return (await openSession(trx, app, { accountId: id, client: 'bench', by: 'password' })).token;
  });
  return { watching: { unitId, token }, plan };
}

/** A line a minute until now, of shifts one after the other. */
async function fill(
  app: App,
  unitId: string,
  { plan, lines }: { readonly plan: Plan; readonly lines: number },
): Promise<void> {
  const key = logKeyOf(app);
  const now = app.clock();
  for (let from = 0; from < lines; from += LINES_AT_ONCE) {
    await app.db.transaction().execute(async (trx) => {
      for (let i = from; i < Math.min(lines, from + LINES_AT_ONCE); i++) {
        const entry = lineAt(plan, i, (now - (lines - i) * MINUTE_MS) as Instant);
        await appendToLog(trx, unitId, { entry, key });
      }
    });
  }
}

function lineAt(plan: Plan, i: number, at: Instant): NewLogEntry {
  const shift = plan.shifts[Math.floor(i / 40) % plan.shifts.length];
  return {
    ...{
      key: `filled:${i}`,
      writtenAt: at,
      receivedAt: at,
      actor: 'bench',
      kind: i % 3 === 0 ? 'check' : 'observation',
    },
    severity: SEVERITIES[i % 20 < 18 ? 0 : (i % 2) + 1] ?? 'normal',
    ...{
      system: SYSTEMS[i % SYSTEMS.length] ?? '',
      words: `Dòng ${i}: trang nộp hồ sơ mở dưới 2 giây, tải ${i % 97} %.`,
    },
    ...{ facts: {}, pictures: [], staffId: plan.staff[i % plan.staff.length]?.id ?? '' },
    ...(shift ? { shift: { periodId: plan.period.id, shiftId: shift.id }, postId: shift.postId } : {}),
    ...(i % 10_000 === 9_999 ? { wants: { who: 'Tổ hạ tầng' } } : {}),
  };
}

/** Each with a key of its own; units in turn. */
export function lineRequests(units: readonly Watching[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const { unitId, token } = units[i % units.length] ?? { unitId: '', token: '' };
    const form = {
      token: formTokenOf(token),
      key: `bench:line-${i}`,
      kind: 'observation',
      words: `Dòng ${i}: cổng mở lại.`,
    };
    const body = String(new URLSearchParams(form));
    const head = [
      `POST /units/${unitId}/log HTTP/1.1`,
      ...['Host: 127.0.0.1', 'User-Agent: bench', `Cookie: session=${token}`, 'Sec-Fetch-Site: same-origin'],
      ...['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`],
    ];
    return `${head.join('\r\n')}\r\n\r\n${body}`;
  });
}

/** What is asked of a long log: all of it, words that few lines have, a word that none has, one system, an old page. */
export function logRequest(unitId: string): readonly (readonly [string, string])[] {
  const path = `/units/${unitId}/log`;
  return [
    ['opened', path],
    ['words that few have', `${path}?words=dong+99`],
    ['a word that none has', `${path}?words=khongco`],
    ['serious lines of one system', `${path}?severity=serious&system=${encodeURIComponent('Cổng DVC')}`],
    ['an old page', `${path}?before=2000`],
  ];
}

/** A page of each unit's log is open all the while. */
export async function keepStreams(
  port: number,
  units: readonly Watching[],
): Promise<{ events(): number; stop(): void }> {
  let events = 0;
  const responses = await Promise.all(
    units.map(
      ({ unitId, token }) =>
        new Promise<IncomingMessage>((resolve, reject) => {
          const headers = { Cookie: `session=${token}` };
          get(
            { host: '127.0.0.1', port, path: `/units/${unitId}/log/events`, headers, agent: false },
            resolve,
          ).on('error', reject);
        }),
    ),
  );
  for (const response of responses) {
    response.setEncoding('utf8').on('error', () => {});
    response.on('data', (text: string) => {
      events += text.split('data:').length - 1;
    });
  }
  return { events: () => events, stop: () => responses.forEach((each) => void each.destroy()) };
}
