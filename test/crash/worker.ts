/**
 * The process that is killed: loads, edits, publishes, backs up and lifts triggers in an order drawn from a seed, as
 * fast as it can, and writes a line for each change once the program has said that it is done.
 */

import { writeSync } from 'node:fs';
import { trimAuditTrail } from '../../src/app/access/read-audit.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { keepBackups, makeBackup } from '../../src/app/keep-backups.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { findCase } from '../../src/store/case-store.ts';
import { findDraft } from '../../src/store/draft-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { type Acknowledged, digest, KEY, numberOf, variant } from './variant.ts';

const [databasePath = '', folder = '', seed = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const app = await openApp(databasePath, sampleHolidays());
const keeping = { databasePath, folder, keep: 5 };
const STDOUT = 1;

/** Straight to the pipe: what was written is with the reader even when this process is gone a moment later. */
function acknowledge(line: Acknowledged): void {
  writeSync(STDOUT, `${JSON.stringify(line)}\n`);
}

async function load(): Promise<void> {
  const kept = await findCase(app.db, KEY);
  const number = kept ? numberOf(kept) + 1 : 1;
  const loaded = await loadCase(app, { source: variant(number), actor: 'crash' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  acknowledge({ done: 'load', number });
}

async function edit(): Promise<void> {
  const found = await findDraft(app.db, KEY);
  const source = await findCase(app.db, KEY);
  if (!source) throw new Error('the case was loaded at the start');
  const [post] = source.posts;
  const [pattern] = post?.patterns ?? [];
  const day = `2027-02-0${4 + random.below(6)}`;
  const staffId = source.staff[random.below(source.staff.length)]?.id ?? '';
  const roster = {
    periodId: KEY.periodId,
    assignments: [{ shiftId: `${post?.id}/${pattern?.id}/${day}`, place: 0, staffId }],
  };
  const draft = await saveDraft(app, {
    key: KEY,
    roster,
    seenRevision: found?.revision ?? 0,
    actor: 'crash',
  });
  acknowledge({ done: 'draft', revision: draft.revision, digest: digest(draft.roster.assignments) });
}

async function publish(): Promise<void> {
  const found = await findDraft(app.db, KEY);
  if (!found) return edit();
  const publishing = { key: KEY, revision: found.revision, note: 'crash', actor: 'crash' };
  const result = await publishVersion(app, publishing);
  if (!result.published) return edit();
  const { number, plan, roster } = result.version;
  acknowledge({ done: 'version', number, digest: digest([plan, roster.assignments]) });
}

async function backup(): Promise<void> {
  const { path } = await makeBackup(app, keeping, 'crash');
  acknowledge({ done: 'backup', name: path.slice(folder.length + 1) });
}

async function trim(): Promise<void> {
  await trimAuditTrail(app, 100_000);
  acknowledge({ done: 'trim' });
}

const ACTS = [load, edit, edit, edit, publish, publish, backup, trim];

await keepBackups(app, keeping);
if (!(await findCase(app.db, KEY))) await load();
for (;;) await (ACTS[random.below(ACTS.length)] ?? edit)();
