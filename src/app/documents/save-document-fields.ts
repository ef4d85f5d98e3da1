/** Keeps the fields of a period's letters, and the number they took, for the next print and the next period. */

import { dayOf } from '../../calendar/zone.ts';
import type { DocumentFields } from '../../domain/document-fields.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Parsed } from '../../kernel/fault.ts';
import {
  listDocumentFields,
  saveFieldsOfPeriod,
  saveTakenNumber,
} from '../../store/document-fields-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { readDocumentFields } from './read-document-fields.ts';

export interface FieldsSaving {
  readonly key: PeriodKey;
  /** As someone typed them, with the keys of `document.json`. */
  readonly typed: object;
  readonly actor: string;
}

/** Nothing is kept while a field has a fault, and nothing is recorded when nothing changed. Throws `not-found`. */
export async function saveDocumentFields(
  app: App,
  { key, typed, actor }: FieldsSaving,
): Promise<Parsed<DocumentFields>> {
  allow(app, 'period.edit', key);
  const parsed = readDocumentFields(typed);
  if (!parsed.ok) return parsed;
  const { unitId, periodId } = key;
  const fields = JSON.stringify(parsed.value);
  await app.db.transaction().execute(async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const before = (await listDocumentFields(trx, unitId)).find((each) => each.periodId === periodId);
    if (before?.fields === fields) return;
    const savedAt = app.clock();
    await saveFieldsOfPeriod(trx, key, { fields, savedAt });
    const { type = 'notice', number, date } = parsed.value;
    const year = Number((date ?? dayOf(savedAt, unit.zone)).slice(0, 4));
    await saveTakenNumber(trx, key, { type, year, number });
    await record(
      trx,
      app,
      { at: savedAt, actor, action: 'document.save', unitId, subject: periodId },
      { type, ...(number === undefined ? {} : { number }) },
    );
  });
  return parsed;
}
