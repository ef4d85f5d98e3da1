/** What `bench:installation` asks of: so many units, each with a published roster, an account and a session; one manager signs in. */

import { hashPassword } from '../../../src/app/access/password-hash.ts';
import { openSession } from '../../../src/app/access/sign-in.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { newId } from '../../../src/app/secret-token.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { readConfig } from '../../../src/config.ts';
import { insertAccount } from '../../../src/store/account-store.ts';
import { saveMembership } from '../../../src/store/membership-store.ts';
import { findUnit, saveUnit } from '../../../src/store/unit-store.ts';
import { type OpenedApp, openApp, readHolidays } from '../../../src/wiring/open-app.ts';
import { serve } from '../../../src/wiring/serve.ts';
import { sampleCase } from '../../sample-case.ts';
import { issueLink, ROOT } from '../feeds/setting.ts';

const PASSWORD = 'bốn con vịt xòe 7 cái ô';

export interface Installation {
  readonly engine: string;
  readonly units: number;
  /** What is measured, by its name. */
  readonly work: readonly (readonly [string, () => Promise<void>])[];
  /** A write to another unit than the one that is asked about. */
  writeElsewhere(): Promise<void>;
  ask(path: string): Promise<void>;
  readonly app: OpenedApp;
  close(): Promise<void>;
}

export interface Opening {
  readonly engine: string;
  /** Of the database. */
  readonly place: string;
  /** What the key stands beside. */
  readonly beside: string;
  readonly units: number;
}

export async function openInstallation({ engine, place, beside, units }: Opening): Promise<Installation> {
  const app = await openApp(place, readHolidays(ROOT), { beside });
  const passwordHash = await hashPassword(app, PASSWORD);
  for (let i = 0; i < units; i++) await addUnit(app, i, passwordHash);
  const token = await addAccount(app, 0, passwordHash);
  const feed = await issueLink(app, 'unit-0', { kind: 'unit' });
  const config = readConfig({ ROTA_DB: place, ROTA_PORT: '0' }, '/');
  const silent = { error: ({ cause }: { readonly cause: unknown }) => console.error(cause) };
  const { port, stop } = await serve(app, config, silent);
  const site = `http://127.0.0.1:${port}`;
  const ask = async (path: string): Promise<void> => {
    const answer = await fetch(site + path, { headers: { Cookie: `session=${token}` }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  };
  const unit = await findUnit(app.db, 'unit-1');
  if (!unit) throw new Error('there are two units at least');
  let [revision, writes] = [1, 0];
  const again = async (): Promise<void> => {
    revision = await publish(app, 0, revision);
  };
  return {
    engine,
    units,
    app,
    ask,
    work: [
      ['home', () => ask('/')],
      ['periods', () => ask('/periods')],
      ['roster', () => ask('/periods/tet-0')],
      ['feed', () => ask(`/feeds/${feed}.ics`)],
      ['draft saved and published', again],
      ['sign-in', signingIn(site)],
    ],
    writeElsewhere: () => saveUnit(app.db, { ...unit, name: `${unit.name} ${++writes}` }),
    async close() {
      await stop();
      await app.close();
    },
  };
}

/** One of many alike; without rules, so that nothing has to be solved. */
async function addUnit(app: OpenedApp, i: number, passwordHash: string): Promise<void> {
  const base = sampleCase('unit-small');
  const source = {
    ...base,
    unit: { ...base.unit, id: `unit-${i}`, name: `Đơn vị ${i}` },
    period: { ...base.period, id: `tet-${i}` },
    ruleSet: { ...base.ruleSet, rules: [] },
  };
  const loaded = await loadCase(app, { source, actor: 'bench' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  await publish(app, i, 0);
  if (i > 0) await addAccount(app, i, passwordHash);
}

/** A manager of the unit, signed in; the session's token. */
function addAccount(app: OpenedApp, i: number, passwordHash: string): Promise<string> {
  return app.db.transaction().execute(async (trx) => {
    const account = { id: newId(app), name: `Quản lý ${i}`, language: 'vi', operator: false } as const;
    const named = { ...account, signInName: `quan.ly.${i}`, createdAt: app.clock() };
    await insertAccount(trx, named, passwordHash);
    await saveMembership(trx, { accountId: account.id, unitId: `unit-${i}`, role: 'manager' });
    return (await openSession(trx, app, { accountId: account.id, client: 'bench', by: 'password' })).token;
  });
}

async function publish(app: OpenedApp, i: number, seenRevision: number): Promise<number> {
  const key = { unitId: `unit-${i}`, periodId: `tet-${i}` };
  const roster = { periodId: key.periodId, assignments: [] };
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'bench' });
  const result = await publishVersion(app, { key, revision, note: 'bench', actor: 'bench' });
  if (!result.published) throw new Error(JSON.stringify(result));
  return revision;
}

/** As a browser does that has signed in before: each time the session before ends. */
function signingIn(site: string): () => Promise<void> {
  const cookies = new Map<string, string>();
  return async () => {
    const answer = await fetch(`${site}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ signInName: 'quan.ly.0', password: PASSWORD }),
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        Cookie: [...cookies].map((each) => each.join('=')).join('; '),
      },
    });
    await answer.arrayBuffer();
    if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`);
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
  };
}
