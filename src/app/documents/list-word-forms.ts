/** The Word forms a unit has, by name. */

import type { WordForm } from '../../domain/word-form.ts';
import { listWordForms as listStored } from '../../store/word-form-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

const collator = new Intl.Collator('vi', { numeric: true });

const readForms = keptReading((db, unitId: string) => listStored(db, unitId), { most: 100 });

export async function listWordForms(app: App, unitId: string): Promise<WordForm[]> {
  const forms = await readForms(app, unitId);
  return forms.toSorted((a, b) => collator.compare(a.name, b.name) || collator.compare(a.id, b.id));
}
