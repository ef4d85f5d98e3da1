/** The process that is killed: publishes one version after another, or nothing any more, and sends what is queued as fast as it can. */

import { openDraft } from '../../src/app/drafts/open-draft.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { sendNotices } from '../../src/app/notices/send-notices.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { createMailClient } from '../../src/net/mail.ts';
import { createOutbound } from '../../src/net/outbound.ts';
import { findNewestVersion } from '../../src/store/version-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleHolidays } from '../sample-case.ts';

const [databasePath = '', unitId = '', periodId = '', port = '', work = ''] = process.argv.slice(2);
const key = { unitId, periodId };
const app = await openApp(databasePath, sampleHolidays());
const client = createMailClient({
  host: '127.0.0.1',
  port: Number(port),
  tls: 'none',
  from: 'truc@x.example',
});
const ways = {
  mailer: client.send,
  send: createOutbound({ privateAddresses: false }),
  publicUrl: 'https://x.example',
  language: 'vi',
} as const;

async function publish(): Promise<void> {
  const number = (await findNewestVersion(app.db, key))?.number ?? 0;
  const { plan, revision: seenRevision } = await openDraft(app, key);
  const shifts = plan.shifts.slice(0, 4);
  // Everyone's shifts move by one with each version.
  const staffOf = (i: number): string => plan.staff[(i + number) % plan.staff.length]?.id ?? '';
  const assignments = shifts.map(({ id }, i) => ({ shiftId: id, place: 0, staffId: staffOf(i) }));
  const roster = { periodId, assignments };
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'crash' });
  await publishVersion(app, { key, revision, note: '', actor: 'crash' });
}

// Warm before it says so: the kill is to come between a publishing and its mails, not while code is compiled.
if (work === 'publish') await publish();
process.send?.('started');
while (work === 'publish') {
  await sendNotices(app, ways);
  await publish();
}
// What the dead had taken up is due again by then.
const later = { ...app, clock: () => (app.clock() + 180_000) as Instant };
while ((await sendNotices(later, ways)) > 0);
client.close();
await app.close();
