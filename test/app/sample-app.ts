/** The use cases over a real database, with a clock that is set by hand and chance that is counted out. */

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
import { findDraft } from '../../src/store/draft-store.ts';
import type { Store } from '../../src/store/store.ts';
import { parseHere } from '../../src/thread-host/file-kinds.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { type Kept, kept, keptEmpty } from '../store/engine.ts';

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
  /** How many octets of chance have been counted out. */
  drawn(): number;
  close(): Promise<void>;
}

function openSampleApp({ db, stamp, isUnchanged, close }: Store, drawnBefore = 0): OpenedSampleApp {
  let now = at('2027-01-20T08:00');
  let byte = drawnBefore;
  return {
    db,
    stamp,
    isUnchanged,
    clock: () => now,
    caller: 'machine',
    randomBytes: (count) => Uint8Array.from({ length: count }, () => byte++ % 251),
    holidays: HOLIDAYS,
    apiUses: new Map(),
    sessionUses: new Map(),
    auditNotes: new Map(),
    feeds: createFeedMemory({ stamp, isUnchanged }),
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
    close,
  };
}

function untilTestEnds(app: OpenedSampleApp): SampleApp {
  onTestFinished(() => app.close());
  return app;
}

/** Over a store that is empty, whatever keeps it. */
export function sampleAppOn(store: Store): SampleApp {
  return untilTestEnds(openSampleApp(store));
}

export async function sampleApp(): Promise<SampleApp> {
  return untilTestEnds(openSampleApp(await (await keptEmpty()).open()));
}

interface Start<T> {
  readonly kept: Kept;
  readonly drawn: number;
  readonly value: T;
}

/** What many tests begin with, by whatever tells one from another; made by the first test that asks for it. */
export type Starts<T> = Map<string, Promise<Start<T>>>;

/** An app over a database of its own that `fill` has filled, and what `fill` returned: made once, copied from then on. */
export async function startedApp<T>(
  starts: Starts<T>,
  key: string,
  fill: (app: SampleApp) => Promise<T>,
): Promise<{ readonly app: SampleApp; readonly value: T }> {
  const start = starts.get(key) ?? makeStart(fill);
  starts.set(key, start);
  const { kept: filled, drawn, value } = await start;
  return { app: untilTestEnds(openSampleApp(await filled.open(), drawn)), value };
}

async function makeStart<T>(fill: (app: SampleApp) => Promise<T>): Promise<Start<T>> {
  let made: Omit<Start<T>, 'kept'> | undefined;
  const filled = await kept(async (store) => {
    const app = openSampleApp(store);
    const value = await fill(app);
    made = { drawn: app.drawn(), value };
  });
  if (!made) throw new Error('nothing was filled');
  return { ...made, kept: filled };
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
