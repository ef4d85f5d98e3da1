/** An incident is opened, from a line of the log or with one of its own: once, however often it is sent. */

import type { Instant } from '../../calendar/interval.ts';
import { MS_PER_MINUTE } from '../../calendar/interval.ts';
import type { IncidentRules } from '../../domain/incident-rules.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertIncident } from '../../store/incident-store.ts';
import { findByEntryKey, findLogEntry } from '../../store/log-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { prepareEntry, writePrepared } from '../log/write-entry.ts';
import { record } from '../record.ts';
import { rulesIn } from './incident-rules.ts';

/** Of what one who writes does. */
export interface Author {
  readonly unitId: string;
  /** Chosen by who writes, the same each time it is sent. */
  readonly key: string;
  readonly actor: string;
  readonly staffId?: string;
}

export interface IncidentOpening extends Author {
  readonly shipped: readonly IncidentRules[];
  readonly title: string;
  readonly kind: string;
  readonly level: string;
  readonly systems: readonly string[];
  /** T0. */
  readonly detectedAt: Instant;
  readonly personalData: boolean;
  /** The entry it grows out of; absent where it begins with its own. */
  readonly origin?: number;
  /** Of the entry that says so. */
  readonly words: string;
}

const MOST_TITLE = 200;
const MOST_SYSTEMS = 20;
/** Found long after it began: T0 is when somebody saw it. */
const OLDEST_MS = 366 * 86_400_000;

/** Its number. Throws `not-found`, `forbidden`; `invalid`, `incidents.fault.…`; as `writeEntry` does. */
export async function openIncident(app: App, opening: IncidentOpening): Promise<number> {
  const { unitId, staffId, actor, key, words, origin } = opening;
  allow(app, 'log.write', { unitId, ...(staffId === undefined ? {} : { staffId }) });
  await requirePart(app, unitId, 'incidents');
  const prepared = await prepareEntry(app, {
    ...{ unitId, key, actor, words, kind: 'incident', severity: 'serious' },
    ...(staffId === undefined ? {} : { staffId }),
    system: opening.systems[0] ?? '',
  });
  return app.db.transaction().execute(async (trx) => {
    const before = await findByEntryKey(trx, unitId, key);
    if (before) return Number(before.subject?.id);
    if (origin !== undefined && !(await findLogEntry(trx, { unitId, number: origin }))) {
      throw new AppError('invalid', 'error.log.no-entry', { number: origin });
    }
    const rules = await rulesIn(trx, opening);
    const incident = { ...judged(app, opening, rules), rules, openedAt: app.clock() };
    // The entry that opens it is its origin where it grew out of none; numbers of the log are given inside.
    const number = await insertIncident(trx, unitId, { ...incident, origin: origin ?? 0 });
    const subject = { kind: 'incident', id: String(number) } as const;
    const facts = { step: 'open', origin: origin ?? 0 };
    await writePrepared(trx, app, { ...prepared, entry: { ...prepared.entry, subject, facts } });
    await record(trx, app, { actor, action: 'incident.open', unitId, subject: String(number) });
    return number;
  });
}

function judged(app: App, opening: IncidentOpening, rules: IncidentRules) {
  const title = opening.title.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const detectedAt = (Math.floor(opening.detectedAt / MS_PER_MINUTE) * MS_PER_MINUTE) as Instant;
  const systems = [...new Set(opening.systems.map((each) => each.normalize('NFC').trim()))].filter(
    (each) => each !== '',
  );
  const { kind, level, personalData } = opening;
  if (title === '' || title.length > MOST_TITLE) throw refused('title', { most: MOST_TITLE });
  if (!rules.kinds.some(({ id }) => id === kind)) throw refused('kind');
  if (!rules.levels.some(({ id }) => id === level)) throw refused('level');
  if (detectedAt > app.clock() || app.clock() - detectedAt > OLDEST_MS) throw refused('detected');
  if (systems.length > MOST_SYSTEMS) throw refused('systems', { most: MOST_SYSTEMS });
  return { title, kind, level, personalData, detectedAt, systems };
}

function refused(what: string, params: Readonly<Record<string, number>> = {}): AppError {
  return new AppError('invalid', `incidents.fault.${what}`, params);
}
