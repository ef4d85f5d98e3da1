/** What to do first in a unit that has no roster yet: people, a period with its posts, the roster. Gone once it is done. */

import { openUnit } from '../../app/units/open-unit.ts';
import { mayIn } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath, NEW_PERIOD_PATH } from '../paths/periods.ts';
import { staffImportPath, staffPath } from '../paths/staff.ts';
import { NEW_UNIT_PATH } from '../paths/units.ts';

/** False when there is nothing left to do first, or nothing the visitor could. */
export async function firstSteps(visit: Visit, { app }: WebDeps) {
  const { unit, visitor, say } = visit;
  if (!unit) {
    if (visitor && !visitor.account.operator) return false;
    const step = stepOf(visit, { number: 1, name: 'unit', done: false, href: NEW_UNIT_PATH, count: 0 });
    return { title: say('unit.first.none'), steps: [{ ...step, current: true }] };
  }
  if (!mayIn(visit, 'staff.edit', unit.id)) return false;
  const { people, periods } = await openUnit(app, unit.id);
  if (periods.some(({ published }) => published)) return false;
  const period = periods.at(-1)?.period;
  const peopleStep = stepOf(visit, {
    number: 1,
    name: 'people',
    done: people > 0,
    href: people > 0 ? staffPath(unit.id) : staffImportPath(unit.id),
    count: people,
  });
  const steps = [
    { ...peopleStep, filePath: people > 0 ? '' : staffImportPath(unit.id) },
    stepOf(visit, {
      number: 2,
      name: 'period',
      done: period !== undefined,
      href: NEW_PERIOD_PATH,
      count: periods.length,
    }),
    stepOf(visit, {
      number: 3,
      name: 'roster',
      done: false,
      href: period ? makingPath(period.id, 'prepare') : '',
      count: 0,
    }),
  ];
  const current = steps.findIndex(({ done }) => !done);
  return {
    title: say('unit.first.title', { unit: unit.name }),
    steps: steps.map((step, i) => ({ ...step, current: i === current })),
  };
}

interface Stepping {
  readonly number: number;
  readonly name: 'unit' | 'people' | 'period' | 'roster';
  readonly done: boolean;
  readonly href: string;
  readonly count: number;
}

function stepOf({ say }: Visit, { number, name, done, href, count }: Stepping) {
  const at = `unit.first.${name}`;
  return {
    number,
    title: say(at),
    text: done ? say(`${at}-done`, { count }) : say(`${at}-text`),
    done,
    // The one to do now.
    current: false,
    href,
    action: say(`${at}-action`),
    // Where a file chosen here is looked at; empty where the step asks for none.
    filePath: '',
  };
}
