/** What a unit's posts look at, what of it is due, and what became of each. */

import { type Instant, type Interval, plusMinutes } from '../../calendar/interval.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { type DueCheck, dueChecks, dueKey, type WatchCheck } from '../../domain/watch-check.ts';
import { listKindSince } from '../../store/log-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { listWatchChecks } from '../../store/watch-check-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { versionsDuring } from '../versions/versions-in-force.ts';

const readChecks = keptReading((db, unitId: string) => listWatchChecks(db, unitId), { most: 500 });
const readZone = keptReading(async (db, unitId: string) => (await findUnit(db, unitId))?.zone ?? 'UTC', {
  most: 500,
});

/** Throws `not-found`, `forbidden`. */
export function listChecks(app: App, unitId: string): Promise<readonly WatchCheck[]> {
  allow(app, 'log.view', { unitId });
  return readChecks(app, unitId);
}

export interface StandingCheck extends DueCheck {
  /** The first: a second answer stands beside it. */
  readonly answer?: LogEntry;
  /** What told that nobody answered in time. */
  readonly missed?: LogEntry;
}

/** Answers come this long before something is due at the earliest. */
const EARLY_MINUTES = 30;

/** What falls due in the span, by time, each with what became of it. Throws `not-found`, `forbidden`. */
export async function readDueChecks(app: App, unitId: string, span: Interval): Promise<StandingCheck[]> {
  const checks = await listChecks(app, unitId);
  if (checks.length === 0) return [];
  const versions = await versionsDuring(app, unitId, span);
  const due = dueChecks({ checks, versions, span, zone: await readZone(app, unitId) });
  if (due.length === 0) return [];
  const since = plusMinutes(span.start, -EARLY_MINUTES) as Instant;
  const entries = await listKindSince(app.db, { unitId, kind: 'check', since });
  const told = new Map<string, LogEntry>();
  const answered = new Map<string, LogEntry>();
  for (const entry of entries) {
    const key = `${entry.subject?.id ?? ''}@${entry.facts.due}`;
    if (entry.facts.missed === true) told.set(key, entry);
    else if (entry.facts.answer !== undefined && !answered.has(key)) answered.set(key, entry);
  }
  return due.map((each) => {
    const [answer, missed] = [answered.get(dueKey(each)), told.get(dueKey(each))];
    return { ...each, ...(answer ? { answer } : {}), ...(missed ? { missed } : {}) };
  });
}

/** Open from half an hour before it is due until somebody answers. */
export function isAskedNow({ dueAt, answer }: StandingCheck, now: Instant): boolean {
  return answer === undefined && plusMinutes(dueAt, -EARLY_MINUTES) <= now;
}
