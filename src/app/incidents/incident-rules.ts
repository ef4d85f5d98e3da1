/** What is asked of incidents: the unit's own copy, or the shipped set that is in force. */

import type { IncidentRules } from '../../domain/incident-rules.ts';
import { incidentRules } from '../../input/incident-rules-file.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findIncidentRules, saveIncidentRules } from '../../store/incident-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { record } from '../record.ts';

export interface RulesQuestion {
  readonly unitId: string;
  /** The sets that ship with the program; never none. */
  readonly shipped: readonly IncidentRules[];
}

/** Throws `not-found`, `forbidden`. */
export async function readIncidentRules(app: App, asked: RulesQuestion): Promise<IncidentRules> {
  allow(app, 'incident.view', { unitId: asked.unitId });
  await requirePart(app, asked.unitId, 'incidents');
  return rulesIn(app.db, asked);
}

export async function rulesIn(db: Database, { unitId, shipped }: RulesQuestion): Promise<IncidentRules> {
  const own = await findIncidentRules(db, unitId);
  const standard = shipped.find(({ status }) => status === 'in-force') ?? shipped[0];
  if (!own && !standard) throw new AppError('unavailable', 'incidents.failure.no-rules');
  return own ?? (standard as IncidentRules);
}

/** False for what is no set of rules. Incidents that are open keep those they were opened under. Throws `not-found`, `forbidden`. */
export async function setIncidentRules(
  app: App,
  { unitId, written, actor }: { readonly unitId: string; readonly written: unknown; readonly actor: string },
): Promise<boolean> {
  allow(app, 'watch.edit', { unitId });
  await requirePart(app, unitId, 'incidents');
  const read = incidentRules.safeParse(written);
  if (!read.success) return false;
  const rules = read.data;
  await app.db.transaction().execute(async (trx) => {
    await saveIncidentRules(trx, unitId, rules);
    const details = { set: rules.id, check: rules.check ? 1 : 0 };
    await record(trx, app, { actor, action: 'incident.rules', unitId, subject: unitId }, details);
  });
  return true;
}
