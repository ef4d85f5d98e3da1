/** The last day of a link or token on a form and in a list. */

import { type End, endAfter } from '../../app/end-day.ts';
import { dayOf } from '../../calendar/zone.ts';
import { formatDate } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from './deps.ts';
import type { FieldView, Form, FormFault } from './fields.ts';
import type { Visit } from './visit.ts';

const END_FIELD = 'until';
/** `31/12/2027`. */
const LONGEST_DAY = 10;

export function endField(form: Form): FieldView {
  return form.text(END_FIELD, 'end-day.label', {
    hintKey: 'end-day.hint',
    placeholder: 'dd/mm/yyyy',
    inputmode: 'numeric',
    maxlength: LONGEST_DAY,
  });
}

/** The end a form asks for, or what is wrong with it. */
export async function typedEnd(
  visit: Visit,
  { app }: WebDeps,
): Promise<{ readonly end: End } | { readonly fault: FormFault }> {
  try {
    return { end: await endAfter(app, visit.param('unit'), visit.form.get(END_FIELD) ?? '') };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return { fault: { field: END_FIELD, key: error.key, params: error.params } };
  }
}

/** “đến hết 15/02/2027”; empty for one without an end. */
export function endWords({ say }: Visit, { endsAt }: End, zone: string): string {
  if (endsAt === undefined) return '';
  return say('end-day.told', { day: formatDate(dayOf((endsAt - 1) as typeof endsAt, zone)) });
}
