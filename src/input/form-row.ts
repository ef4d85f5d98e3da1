/** The fields of a form read like one row of a list: what is right in a file is right on a page, and told the same way. */

import type { FieldFault } from '../kernel/field-fault.ts';
import type { FaultList } from './fault-list.ts';
import { unwantedMark } from './marks.ts';
import type { SheetRow } from './sheet.ts';
import { MOST_CELL_LENGTH } from './table-rows.ts';
import { cleanText } from './text-decoding.ts';

/** A cell's column is its field's name. Tells overlong texts and marks that nobody can see. */
export function formRow<K extends string>(
  values: Readonly<Partial<Record<K, string>>>,
  faults: FaultList,
): SheetRow<K> {
  const texts = new Map<K, string>();
  for (const key of Object.keys(values) as K[]) {
    const text = cleanText(values[key] ?? '').trim();
    const code = unwantedMark(text);
    const at = { file: '', column: key, value: text };
    if (text.length > MOST_CELL_LENGTH) {
      faults.fault({ ...at, key: 'fault.csv.cell-too-long', params: { most: MOST_CELL_LENGTH } });
    } else if (code !== undefined) faults.fault({ ...at, key: 'fault.csv.control-mark', params: { code } });
    texts.set(key, text);
  }
  return { row: 0, cell: (key) => ({ file: '', row: 0, column: key, text: texts.get(key) ?? '' }) };
}

/** What the readers found, by field. */
export function fieldFaults({ faults }: FaultList): FieldFault[] {
  return faults.map(({ key, params, column, value = '' }) => ({
    key,
    params: { value, ...params },
    ...(column ? { field: column } : {}),
  }));
}
