/** What happens to an open incident: a step, a call, another judgement of it, its end. Each is a line of the log. */

import type { Incident } from '../../domain/incident.ts';
import type { LogFacts, LogKind, Picture } from '../../domain/log-entry.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findIncident, updateIncident } from '../../store/incident-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { prepareEntry, writePrepared } from '../log/write-entry.ts';
import { record } from '../record.ts';
import type { Author } from './open-incident.ts';

export interface Step extends Author {
  readonly incident: number;
  readonly words: string;
  /** `call`: who was called and whether they answered; `step`: of the usual ones, done. */
  readonly facts?: LogFacts;
  readonly kind?: LogKind;
  readonly pictures?: readonly Picture[];
}

/** Throws `not-found`, `forbidden`; `conflict`, `incidents.failure.closed`; as `writeEntry` does. */
export function addStep(app: App, step: Step): Promise<void> {
  return follow(app, step, async () => undefined);
}

/** Where somebody sees more of it than at first: only what is given changes. */
export interface Rejudging extends Step {
  readonly level?: string;
  readonly kindOf?: string;
  readonly systems?: readonly string[];
  readonly personalData?: boolean;
}

export function rejudgeIncident(app: App, judging: Rejudging): Promise<void> {
  const { level, kindOf: kind, systems, personalData } = judging;
  return follow(app, judging, async (trx, incident) => {
    const { levels, kinds } = incident.rules;
    if (level !== undefined && !levels.some(({ id }) => id === level)) throw invalid('level');
    if (kind !== undefined && !kinds.some(({ id }) => id === kind)) throw invalid('kind');
    await updateIncident(trx, judging.unitId, {
      ...incident,
      ...(level === undefined ? {} : { level }),
      ...(kind === undefined ? {} : { kind }),
      ...(systems === undefined ? {} : { systems: systems.slice(0, 20) }),
      ...(personalData === undefined ? {} : { personalData }),
    });
    const subject = String(incident.number);
    const { actor, unitId } = judging;
    await record(trx, app, { actor, action: 'incident.judge', unitId, subject });
  });
}

export interface Closing extends Step {
  readonly cause: string;
  /** What stays open; empty for nothing. */
  readonly remaining: string;
}

const MOST_TEXT = 2000;

/** Asks for a cause, be it that none was found. Throws as `addStep`, and `invalid`. */
export function closeIncident(app: App, closing: Closing): Promise<void> {
  const text = (value: string): string => value.normalize('NFC').trim().slice(0, MOST_TEXT);
  const cause = text(closing.cause);
  return follow(app, { ...closing, facts: { step: 'close' } }, async (trx, incident) => {
    if (cause === '') throw invalid('cause');
    const { unitId, actor } = closing;
    const end = { cause, remaining: text(closing.remaining) };
    await updateIncident(trx, unitId, { ...incident, closedAt: app.clock(), closing: end });
    const subject = String(incident.number);
    await record(trx, app, { actor, action: 'incident.close', unitId, subject });
  });
}

type Change = (trx: Database, incident: Incident) => Promise<void>;

async function follow(app: App, step: Step, change: Change): Promise<void> {
  const { unitId, staffId, incident: number, kind = 'incident', facts, words, key, actor, pictures } = step;
  allow(app, 'log.write', { unitId, ...(staffId === undefined ? {} : { staffId }) });
  await requirePart(app, unitId, 'incidents');
  const prepared = await prepareEntry(app, {
    ...{ unitId, key, actor, kind, words, subject: { kind: 'incident', id: String(number) } },
    ...(staffId === undefined ? {} : { staffId }),
    ...(facts === undefined ? {} : { facts }),
    ...(pictures === undefined ? {} : { pictures }),
  });
  await app.db.transaction().execute(async (trx) => {
    const incident = await findIncident(trx, { unitId, number });
    if (!incident) throw new AppError('not-found', 'incidents.failure.missing', { number });
    const { again } = await writePrepared(trx, app, prepared);
    if (again) return;
    if (incident.closedAt !== undefined) throw new AppError('conflict', 'incidents.failure.closed');
    await change(trx, incident);
  });
}

function invalid(what: string): AppError {
  return new AppError('invalid', `incidents.fault.${what}`);
}
