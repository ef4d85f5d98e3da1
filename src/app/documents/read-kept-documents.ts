/** What is kept for the letters of a period: its fields, or those that last from the unit's letter before; numbers taken. */

import type { Instant } from '../../calendar/interval.ts';
import type { DocumentFields } from '../../domain/document-fields.ts';
import type { TakenNumber } from '../../domain/letter-number.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { listDocumentFields, listTakenNumbers } from '../../store/document-fields-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { fieldsFromText, lastingFields } from './kept-document-fields.ts';

export interface KeptDocuments {
  readonly fields: DocumentFields;
  /** Absent while nothing was saved for this very period. */
  readonly savedAt?: Instant;
  /** By the letters of other periods. */
  readonly taken: readonly TakenNumber[];
}

const readLetters = keptReading(
  async (db, unitId: string) => ({
    stored: await listDocumentFields(db, unitId),
    numbers: await listTakenNumbers(db, unitId),
  }),
  { most: 100 },
);

export async function readKeptDocuments(app: App, { unitId, periodId }: PeriodKey): Promise<KeptDocuments> {
  allow(app, 'roster.view', { unitId });
  const { stored, numbers } = await readLetters(app, unitId);
  const taken = numbers.filter((each) => each.periodId !== periodId);
  const own = stored.find((each) => each.periodId === periodId);
  if (own) return { fields: fieldsFromText(own), savedAt: own.savedAt, taken };
  const [last] = stored;
  return { fields: last ? lastingFields(fieldsFromText(last)) : {}, taken };
}
