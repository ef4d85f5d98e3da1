/** What the servers have to do: a unit that publishes and tells its people by mail, a log that is written and read, calendars. */

import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { openSession } from '../../src/app/access/sign-in.ts';
import type { App } from '../../src/app/app.ts';
import { newId } from '../../src/app/secret-token.ts';
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
  return { unitId, period, tokens, feeds };
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
