/** Faults of a file in words that say where they stand. */

import type { Fault } from '../../kernel/fault.ts';
import type { FormFault } from './fields.ts';
import type { Visit } from './visit.ts';

export function placedFaults({ say }: Visit, faults: readonly Fault[]): FormFault[] {
  return faults.map(({ key, params, row, column, value = '' }) => {
    const fault = say(key, { value, ...params });
    if (row === undefined) return { key: 'staff.import.fault-at', params: { place: '', fault } };
    const place =
      column === undefined
        ? say('staff.import.at-row', { row })
        : say('staff.import.at-cell', { row, column });
    return { key: 'staff.import.fault-at', params: { place, fault } };
  });
}
