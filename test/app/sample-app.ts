/** The use cases over a real SQLite file, with a clock that is set by hand and chance that is counted out. */

import { onTestFinished } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { createFeedMemory } from '../../src/app/feeds/feed-memory.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { type PublishResult, publishVersion } from '../../src/app/versions/publish-version.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import type { Case } from '../../src/domain/case.ts';
import type { PeriodKey } from '../../src/domain/period.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Assignment } from '../../src/domain/roster.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import { watchChanges } from '../../src/store/change-watch.ts';
import { findDraft } from '../../src/store/draft-store.ts';
import { parseHere } from '../../src/thread-host/file-kinds.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { temporaryDatabase, temporaryPath } from '../store/temporary-database.ts';

export function at(text: string): Instant {
  const instant = parseInstant(text, VIETNAM);
  if (instant === undefined) throw new Error(`${text} is no instant`);
  return instant;
}

export interface SampleApp extends App {
  setClock(text: string): void;
}

export async function sampleApp(): Promise<SampleApp> {
  let now = at('2027-01-20T08:00');
  let byte = 0;
  const path = temporaryPath();
  const db = await temporaryDatabase(path);
  const watch = watchChanges(path);
  onTestFinished(() => watch.close());
  return {
    db,
    stamp: () => watch.stamp(),
    clock: () => now,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => byte++ % 251),
    holidays: sampleHolidays(),
    apiUses: new Map(),
    sessionUses: new Map(),
    feeds: createFeedMemory(() => watch.stamp()),
    sealingKey: new Uint8Array(32).fill(7),
    revocations: { append: () => {} },
    // As light as scrypt goes: the tests are about who comes in, not about how long a guess takes.
    passwordCost: { logN: 4, r: 1, p: 1 },
    // What the thread does with them is tested with the thread.
    parseFile: parseHere,
    setClock: (text) => {
      now = at(text);
    },
  };
}

export interface Loaded {
  readonly app: SampleApp;
  readonly source: Case;
  readonly key: PeriodKey;
  readonly plan: Plan;
}

/** The small unit's case, loaded; without rules unless asked, so that any roster may be published. */
export async function loaded(change: (source: Case) => Case = withoutRules): Promise<Loaded> {
  const app = await sampleApp();
  const source = change(sampleCase('unit-small'));
  const result = await loadCase(app, { source, actor: 'cli' });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return { app, source, key: result.value, plan: await getPlan(app, result.value) };
}

export function withoutRules(source: Case): Case {
  return { ...source, ruleSet: { ...source.ruleSet, rules: [] } };
}

/** The `index`-th shift of the plan, the `person`-th member of staff. */
export function seat(plan: Plan, index: number, person: number, place = 0): Assignment {
  const shift = plan.shifts[index];
  const member = plan.staff[person];
  if (!shift || !member) throw new Error('the sample is larger than that');
  return { shiftId: shift.id, place, staffId: member.id };
}

/** Saves over whatever draft there is and publishes it. */
export async function publishing(
  app: App,
  key: PeriodKey,
  assignments: readonly Assignment[],
  overrideReason?: string,
): Promise<PublishResult> {
  const seenRevision = (await findDraft(app.db, key))?.revision ?? 0;
  const roster = { periodId: key.periodId, assignments };
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'cli' });
  const reason = overrideReason === undefined ? {} : { overrideReason };
  return publishVersion(app, { key, revision, note: '', actor: 'cli', ...reason });
}

export async function published(
  app: App,
  key: PeriodKey,
  assignments: readonly Assignment[],
): Promise<RosterVersion> {
  const result = await publishing(app, key, assignments);
  if (!result.published) throw new Error(JSON.stringify(result));
  return result.version;
}
