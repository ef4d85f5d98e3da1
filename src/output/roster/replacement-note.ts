/** The note of the version that comes of giving one seat to another: `Lan thay Hùng, T6 05/02 Đêm 22–06`. */

import type { Plan } from '../../domain/plan.ts';
import { staffName } from '../../domain/staff-names.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { shiftLine } from './shift-words.ts';

export interface Replacing {
  readonly seat: { readonly shiftId: string };
  readonly fromId: string;
  readonly toId: string;
}

export function replacementNote(language: Language, plan: Plan, { seat, fromId, toId }: Replacing): string {
  const shift = plan.shifts.find(({ id }) => id === seat.shiftId);
  return translate(language, 'replace.note', {
    to: staffName(plan.staff, toId),
    from: staffName(plan.staff, fromId),
    when: shift ? shiftLine(language, plan, shift) : '',
  });
}
