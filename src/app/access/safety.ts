/** What the installation asks of accounts: read by whatever goes by it, said by an operator who has just proved it. */

import type { Instant } from '../../calendar/interval.ts';
import type { Visitor } from '../../domain/account.ts';
import {
  type SafetyLevel,
  type SafetySettings,
  type SaidSafety,
  safetyDefaults,
  safetyOf,
} from '../../domain/safety.ts';
import { findSafety, saveSafety as store } from '../../store/safety-store.ts';
import type { App } from '../app.ts';
import { keptReading, type Reader } from '../readings.ts';
import { record } from '../record.ts';
import { requireOperator, requireProof } from './authorise.ts';

const readSaid = keptReading((db) => findSafety(db), { most: 1 });

export interface Safety {
  /** Absent before anybody has said the level. */
  readonly said?: SaidSafety;
  readonly settings: SafetySettings;
}

/** Asked for every visit: read anew only when the database has changed. */
export async function readSafety(app: Reader): Promise<Safety> {
  const said = await readSaid(app);
  return { ...(said ? { said } : {}), settings: safetyOf(said) };
}

export interface SayingSafety {
  readonly level: SafetyLevel;
  /** Where the level is another than before, its defaults count and these do not. */
  readonly settings: SafetySettings;
}

/** Throws `forbidden`, and `error.access.prove-again`. */
export async function sayInstallationSafety(
  app: App,
  visitor: Visitor,
  { level, settings }: SayingSafety,
): Promise<void> {
  requireOperator(visitor);
  requireProof(app, visitor);
  await app.db.transaction().execute(async (trx) => {
    const before = await findSafety(trx);
    const isNew = before?.level !== level;
    const chosen = isNew ? {} : differences(settings, safetyDefaults(level));
    const since: Instant = isNew ? app.clock() : (before.since as Instant);
    await store(trx, { level, since, chosen });
    const details = { level, ...figures({ ...safetyDefaults(level), ...chosen }) };
    await record(
      trx,
      app,
      { actor: visitor.account.id, action: 'safety.save', unitId: '', subject: '' },
      details,
    );
  });
}

function differences(settings: SafetySettings, defaults: SafetySettings): Partial<SafetySettings> {
  const entries = Object.entries(settings) as [keyof SafetySettings, number | boolean][];
  return Object.fromEntries(entries.filter(([name, value]) => defaults[name] !== value));
}

function figures(settings: SafetySettings): Record<string, number> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, Number(value)]));
}
