/**
 * The process that publishes one roster after another, as a command beside the servers does: everyone's shifts move by one, and
 * everyone is told. Told to stop, it says how many were acknowledged.
 */

import { setTimeout } from 'node:timers/promises';
import { findDraft } from '../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import { openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { ROOT } from '../bench/feeds/setting.ts';

const PAUSE_MS = 2_000;
const AGAIN_MS = 200;

const [url = '', beside = '', text = '', unitId = '', periodId = ''] = process.argv.slice(2);
const app = await openApp(url, readHolidays(ROOT), { beside, key: { text } });
const key = { unitId, periodId };
let acknowledged = 0;
let stopped = false;

async function publish(turn: number): Promise<void> {
  const { shifts, staff } = await getPlan(app, key);
  const assignments = shifts.map(({ id }, i) => ({
    ...{ shiftId: id, place: 0 },
    staffId: staff[(i + turn) % staff.length]?.id ?? '',
  }));
  const seenRevision = (await findDraft(app, key))?.draft.revision ?? 0;
  const roster = { periodId, assignments };
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'cluster' });
  const result = await publishVersion(app, { key, revision, note: '', actor: 'cluster' });
  if (!result.published) throw new Error(JSON.stringify(result));
  acknowledged += 1;
}

process.once('message', () => {
  stopped = true;
});
for (let turn = 1; !stopped; turn++) {
  // The database is away now and then.
  await publish(turn).catch(() => setTimeout(AGAIN_MS));
  await setTimeout(PAUSE_MS);
}
process.send?.(acknowledged);
await app.close();
process.disconnect();
