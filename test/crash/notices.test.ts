/** The short form of a hundred kills: `ROTA_KILLS=100 npx vitest run test/crash/notices.test.ts`. */

import { expect, it } from 'vitest';
import { saveStaff } from '../../src/store/staff-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { smtpSite } from '../app/notices/smtp-site.ts';
import { loadInto, withoutRules } from '../app/sample-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { temporaryPath } from '../store/temporary-database.ts';
import { crashNotices } from './notices.ts';

const kills = Number(process.env.ROTA_KILLS ?? 2);
/** Each kill starts a program anew. */
const MOST_MS = Math.max(600_000, kills * 30_000);

it(
  'loses no notice and sends none under two keys, killed between publishing and sending',
  async () => {
    const database = temporaryPath();
    const app = await openApp(database, sampleHolidays());
    const source = withoutRules(sampleCase('unit-small'));
    const key = await loadInto(app, source);
    const staff = source.staff.map((member) => ({ ...member, email: `${member.id}@x.example` }));
    await saveStaff(app.db, key.unitId, staff);
    await app.close();
    const site = await smtpSite({ waitMs: 5 });
    const crashed = await crashNotices({ database, ...key }, site, { kills, seed: 1 });
    console.log(
      `${crashed.kills} kills, ${crashed.queued} notices, ${crashed.mails} mails, ${crashed.keys} keys`,
    );
    expect(crashed.lost).toEqual([]);
    expect(crashed.queued).toBeGreaterThan(kills);
    // Every notice under one key, and nothing else was sent.
    expect(crashed.keys).toBe(crashed.queued);
    expect(crashed.mails).toBeGreaterThanOrEqual(crashed.keys);
  },
  MOST_MS,
);
