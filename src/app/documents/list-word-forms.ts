/** The Word forms a unit has, by name. */

import type { WordForm } from '../../domain/word-form.ts';
import { listWordForms as listStored } from '../../store/word-form-store.ts';
import type { App } from '../app.ts';

const collator = new Intl.Collator('vi', { numeric: true });

export async function listWordForms(app: App, unitId: string): Promise<WordForm[]> {
  const forms = await listStored(app.db, unitId);
  return forms.sort((a, b) => collator.compare(a.name, b.name) || collator.compare(a.id, b.id));
}
