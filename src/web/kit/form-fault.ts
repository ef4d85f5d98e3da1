/** Faults of files, told beside the fields of a form: the sentences that speak of files say it in a form's words. */

import { isMessageKey } from '../../i18n/translate.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { FormFault } from './fields.ts';

/** `fault.json.not-number` speaks of quotes; `form.fault.not-number` of what to type. */
export function formFault({ key, params, value = '' }: Fault, field?: string): FormFault {
  const told =
    value === '' && EMPTY.has(key) ? 'form.fault.missing' : key.replace(/^fault\.json\./, 'form.fault.');
  return {
    ...(field === undefined ? {} : { field }),
    key: isMessageKey(told) ? told : key,
    params: { ...params, value },
  };
}

/** What an empty field comes as. */
const EMPTY = new Set([
  'fault.json.missing',
  'fault.json.type',
  'fault.json.not-number',
  'fault.json.not-whole',
  'fault.json.not-text',
  'fault.json.not-object',
  'fault.json.choice',
  'fault.json.clock',
  'fault.json.text-small',
]);
