/** What the servers have to do: a unit that publishes and tells its people by mail, a log that is written and read, calendars. */

import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { openSession } from '../../src/app/access/sign-in.ts';
import type { App } from '../../src/app/app.ts';
import { findDraft } from '../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { newId } from '../../src/app/secret-token.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import type { PeriodKey } from '../../src/domain/period.ts';
import { insertAccount } from '../../src/store/account-store.ts';
import { saveMembership } from '../../src/store/membership-store.ts';
import { saveNoticeSetting } from '../../src/store/notice-setting-store.ts';
import { freePort } from '../bench/feeds/processes.ts';
import { issueLink } from '../bench/feeds/setting.ts';
import { openUnit } from '../bench/watch/units.ts';

const LINKS = 500;

export interface Setting {
  readonly unitId: string;
  readonly period: PeriodKey;
  /** Of sessions; the first also writes. */
  readonly tokens: readonly string[];
  /** Paths of feeds. */
  readonly feeds: readonly string[];
  /** Everyone's shifts move by one, and everyone is told. */
  publish(): Promise<void>;
}

export async function makeSetting(app: App, sessions: number): Promise<Setting> {
  const { watching, plan } = await openUnit(app, 'cluster');
  const { unitId } = watching;
  await app.db.updateTable('staff_member').set({ email: sql`id || '@x.example'` }).execute();
  await saveNoticeSetting(app.db, unitId, {
    told: true,
    mail: true,
    push: false,
    reminders: false,
    checkIn: false,
  });
  const period = { unitId, periodId: plan.period.id };
  const feeds: string[] = [];
  for (let i = 0; i < LINKS; i++) {
    const staffId = plan.staff[i % plan.staff.length]?.id ?? '';
    feeds.push(`/feeds/${await issueLink(app, unitId, { kind: 'personal', staffId })}.ics`);
  }
  const tokens = [watching.token];
  for (let i = 1; i < sessions; i++) tokens.push(await sessionOf(app, unitId, i));
  let turn = 0;
  const publish = async (): Promise<void> => {
    turn += 1;
    const { shifts, staff } = await getPlan(app, period);
    const assignments = shifts.map(({ id }, i) => ({
      ...{ shiftId: id, place: 0 },
      staffId: staff[(i + turn) % staff.length]?.id ?? '',
    }));
    const seenRevision = (await findDraft(app, period))?.draft.revision ?? 0;
    const roster = { periodId: period.periodId, assignments };
    const { revision } = await saveDraft(app, { key: period, roster, seenRevision, actor: 'cluster' });
    const result = await publishVersion(app, { key: period, revision, note: '', actor: 'cluster' });
    if (!result.published) throw new Error(JSON.stringify(result));
  };
  return { unitId, period, tokens, feeds, publish };
}

function sessionOf(app: App, unitId: string, i: number): Promise<string> {
  return app.db.transaction().execute(async (trx) => {
    const account = { id: newId(app), name: `Người ${i}`, language: 'vi', operator: false } as const;
    await insertAccount(trx, { ...account, createdAt: app.clock(), signInName: `nguoi.${i}` }, null);
    await saveMembership(trx, { accountId: account.id, unitId, role: 'manager' });
    return (await openSession(trx, app, { accountId: account.id, client: 'cluster', by: 'password' })).token;
  });
}

export interface MailServer {
  readonly port: number;
  /** Of each mail that was taken: by what the receiver knows a second arrival. */
  readonly keys: readonly string[];
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const keys: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        keys.push(/^Message-ID: <(.*)@/im.exec(Buffer.concat(chunks).toString())?.[1] ?? '');
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return { port, keys, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
