/** Publishes to a large unit from a process of its own, as the command line does beside a running server. */

import { findDraft } from '../../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import type { Case } from '../../../src/domain/case.ts';
import { openApp, readHolidays } from '../../../src/wiring/open-app.ts';
import { benchCase, ROOT } from '../feeds/setting.ts';

export interface PublishedAs {
  /** When it was on the disk, as `Date.now()`. */
  readonly at: number;
  readonly seconds: number;
  /** Of processor time, of this process. */
  readonly cpuSeconds: number;
}

const [database = '', people = '2000'] = process.argv.slice(2);

/** A unit of its own beside the one that is looked at. */
function largeCase(): Case {
  const base = benchCase();
  const [someone] = base.staff;
  if (!someone) throw new Error('the sample has staff');
  return {
    ...base,
    unit: { ...base.unit, id: 'don-vi-lon', name: 'Đơn vị lớn' },
    period: { ...base.period, id: 'ky-lon', name: 'Kỳ lớn' },
    staff: Array.from({ length: Number(people) }, (_, i) => ({
      ...someone,
      id: `ng-${i}`,
      name: `${someone.name} ${i + 1}`,
      email: `ng${i}@x.example`,
    })),
  };
}

const app = await openApp(database, readHolidays(ROOT));
const loaded = await loadCase(app, { source: largeCase(), actor: 'bench' });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const key = loaded.value;
let turn = 0;

/** One seat each; the next version moves everyone on by one shift. */
async function publish(): Promise<PublishedAs> {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const plan = await getPlan(app, key);
  const moved = turn++;
  const assignments = plan.staff.map(({ id }, i) => ({
    shiftId: plan.shifts[(i + moved) % plan.shifts.length]?.id ?? '',
    place: Math.floor(i / plan.shifts.length),
    staffId: id,
  }));
  const roster = { periodId: key.periodId, assignments };
  const seenRevision = (await findDraft(app, key))?.draft.revision ?? 0;
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'bench' });
  const result = await publishVersion(app, { key, revision, note: '', actor: 'bench' });
  if (!result.published) throw new Error(result.refusal);
  const { user, system } = process.cpuUsage(cpu);
  return {
    at: Date.now(),
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: (user + system) / 1e6,
  };
}

process.on('message', () => {
  void publish().then((published) => process.send?.(published));
});
process.send?.('ready');
