/** The use cases over a real SQLite file, with a clock that is set by hand and chance that is counted out. */

import { readFileSync } from 'node:fs';
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
import { openDatabase } from '../../src/store/database.ts';
import { findDraft } from '../../src/store/draft-store.ts';
import { parseHere } from '../../src/thread-host/file-kinds.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { emptyFile, pathOfCopy } from '../store/temporary-database.ts';

const HOLIDAYS = sampleHolidays();

export function at(text: string): Instant {
  const instant = parseInstant(text, VIETNAM);
  if (instant === undefined) throw new Error(`${text} is no instant`);
  return instant;
}

export interface SampleApp extends App {
  setClock(text: string): void;
}

interface OpenedSampleApp extends SampleApp {
  readonly path: string;
  /** How many octets of chance have been counted out. */
  drawn(): number;
  close(): Promise<void>;
}

async function openSampleApp(path: string, drawnBefore = 0): Promise<OpenedSampleApp> {
  let now = at('2027-01-20T08:00');
  let byte = drawnBefore;
  const db = await openDatabase(path);
  const watch = watchChanges(path);
  return {
    path,
    db,
    stamp: () => watch.stamp(),
    clock: () => now,
    caller: 'machine',
    randomBytes: (count) => Uint8Array.from({ length: count }, () => byte++ % 251),
    holidays: HOLIDAYS,
    apiUses: new Map(),
    sessionUses: new Map(),
    auditNotes: new Map(),
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
    drawn: () => byte,
    async close() {
      watch.close();
      await db.destroy();
    },
  };
}

async function untilTestEnds(app: OpenedSampleApp): Promise<SampleApp> {
  onTestFinished(() => app.close());
  return app;
}

export async function sampleApp(): Promise<SampleApp> {
  return untilTestEnds(await openSampleApp(pathOfCopy(await emptyFile())));
}

interface Start<T> {
  readonly file: Uint8Array;
  readonly drawn: number;
  readonly value: T;
}

/** What many tests begin with, by whatever tells one from another; made by the first test that asks for it. */
export type Starts<T> = Map<string, Promise<Start<T>>>;

/** An app over a file of its own that `fill` has filled, and what `fill` returned: made once, copied from then on. */
export async function startedApp<T>(
  starts: Starts<T>,
  key: string,
  fill: (app: SampleApp) => Promise<T>,
): Promise<{ readonly app: SampleApp; readonly value: T }> {
  const start = starts.get(key) ?? makeStart(fill);
  starts.set(key, start);
  const { file, drawn, value } = await start;
  return { app: await untilTestEnds(await openSampleApp(pathOfCopy(file), drawn)), value };
}

async function makeStart<T>(fill: (app: SampleApp) => Promise<T>): Promise<Start<T>> {
  const app = await openSampleApp(pathOfCopy(await emptyFile()));
  const value = await fill(app);
  await app.close();
  return { file: readFileSync(app.path), drawn: app.drawn(), value };
}

export interface Loaded {
  readonly app: SampleApp;
  readonly source: Case;
  readonly key: PeriodKey;
  readonly plan: Plan;
}

export async function loadInto(app: App, source: Case): Promise<PeriodKey> {
  const result = await loadCase(app, { source, actor: 'cli' });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const LOADED: Starts<PeriodKey> = new Map();

/** The small unit's case, loaded; without rules unless asked, so that any roster may be published. */
export async function loaded(change: (source: Case) => Case = withoutRules): Promise<Loaded> {
  const source = change(sampleCase('unit-small'));
  const { app, value: key } = await startedApp(LOADED, JSON.stringify(source), (fresh) =>
    loadInto(fresh, source),
  );
  return { app, source, key, plan: await getPlan(app, key) };
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
