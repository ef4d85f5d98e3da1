/** A draft's step in words, with names and shifts for its ids. */

import type { StepName } from '../../domain/draft-step.ts';
import type { Plan } from '../../domain/plan.ts';
import { staffName } from '../../domain/staff-names.ts';
import { shiftLine } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';

/** `xếp Bùi Đức Anh vào T2 08/02 Sáng 06–14`; someone who left the list is named by id. */
export function stepWords({ language, say }: Visit, plan: Plan, { kind, params }: StepName): string {
  const shift = (id: string | number | undefined): string => {
    const found = plan.shifts.find((each) => each.id === id);
    return found ? shiftLine(language, plan, found) : String(id ?? '');
  };
  const person = (id: string | number | undefined): string =>
    staffName(plan.staff, String(id ?? '')) || String(id ?? '');
  return say(`editor.step.${kind}`, {
    shift: shift(params.shift),
    staff: person(params.staff),
    otherShift: shift(params.otherShift),
    otherStaff: person(params.otherStaff),
    count: params.count ?? 0,
  });
}
