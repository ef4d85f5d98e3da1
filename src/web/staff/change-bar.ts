/** What may be done to everyone ticked on the staff list. */

import { PEOPLE_CHANGES, type PeopleChangeKind } from '../../app/staff/change-people.ts';
import type { StaffList } from '../../app/staff/list-staff.ts';
import type { FormFault } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { staffChangePath } from '../paths/staff.ts';

export interface Ticking {
  readonly ticked: ReadonlySet<string>;
  readonly faults: readonly FormFault[];
  /** Going off the list is asked once more. */
  readonly asks: boolean;
}

export const NOBODY_TICKED: Ticking = { ticked: new Set(), faults: [], asks: false };

export function typedKind({ form }: Pick<Visit, 'form'>): PeopleChangeKind {
  return PEOPLE_CHANGES.find((each) => each === form.get('kind')) ?? 'give-skill';
}

export function changeBar(visit: Visit, list: StaffList, { ticked, faults, asks }: Ticking) {
  const { say } = visit;
  const kind = typedKind(visit);
  const titles = list.entries.map(({ member }) => member.title);
  const words = [...list.skills, ...list.departments, ...titles];
  return {
    path: staffChangePath(visit.param('unit')),
    kinds: PEOPLE_CHANGES.map((value) => ({
      value,
      label: say(`staff.change.${value}`),
      chosen: value === kind,
    })),
    text: visit.form.get('text') ?? '',
    suggestions: [...new Set(words)].filter((word) => word !== ''),
    faults: faults.map(({ key, params }) => say(key, params)),
    ask: asks ? say('staff.change.ask', { count: ticked.size }) : '',
    whole: ticked.size > 0 ? say('staff.change.ticked', { count: ticked.size }) : '',
  };
}
