/** What stands for a unit: looked at, given to periods not yet published; and a period's differences taken back or kept. */

import { getCase } from '../../app/periods/get-case.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { type OpenPeriod, openStanding, STANDING_PARTS } from '../../app/standing/open-standing.ts';
import { keepForUnit, takeStanding } from '../../app/standing/take-standing.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formFault } from '../kit/form-fault.ts';
import { REFUSED, SECOND } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { postsPath, rulesPath, standingPath, unitStandingPath } from '../paths/setup.ts';
import { fallenWords } from './fallen-away.ts';

type Part = (typeof STANDING_PARTS)[number];

export async function showStanding(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { say, query } = visit;
  const { unit, standing, periods } = await openStanding(app, visit.param('unit'));
  const title = say('standing.unit.title');
  const done = query.get('done');
  return {
    kind: 'page',
    view: 'setup/standing',
    title,
    unitName: unit.name,
    model: {
      title,
      done: done === 'kept' ? say('standing.kept') : '',
      posts: standing.posts.map(({ name, patterns }) => ({
        name,
        shifts: patterns.map(({ label }) => label).join(', '),
      })),
      rules: say('standing.unit.rules', { count: standing.ruleSet.rules.length }),
      periods: periods.flatMap((period) => STANDING_PARTS.flatMap((part) => periodRow(visit, period, part))),
    },
  };
}

/** Nothing for what does not differ. */
function periodRow({ say }: Visit, period: OpenPeriod, part: Part) {
  const count = period[part];
  if (count === 0) return [];
  return [
    {
      part,
      action: standingPath(period.periodId),
      words: say(`standing.unit.differs.${part}`, { period: period.name, count }),
      href: part === 'posts' ? postsPath(period.periodId) : rulesPath(period.periodId),
    },
  ];
}

export async function changeStanding(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { form } = visit;
  const key = await resolvePeriod(app, visit.param('period'), visit.unit?.id);
  const part = STANDING_PARTS.find((each) => each === form.get('part'));
  if (!part) throw new AppError('invalid', 'web.failure.bad-address');
  if (form.has('keep')) {
    await keepForUnit(app, { key, part, by: visit });
    return redirect(`${unitStandingPath(key.unitId)}?done=kept`);
  }
  const ref = form.get('ref');
  const source = await getCase(app, key);
  const taken = await takeStanding(app, {
    key,
    part,
    ...(ref === null || ref === '' ? {} : { refs: [ref] }),
    agreed: form.has('agreed'),
    by: visit,
  });
  if (taken.kind === 'saved') {
    const { periodId } = key;
    return redirect(part === 'posts' ? postsPath(periodId, 'saved') : rulesPath(periodId, 'saved'));
  }
  const title = visit.say('standing.ask-title', { period: source.period.name });
  return {
    kind: 'page',
    view: 'setup/standing-ask',
    title,
    unitName: source.unit.name,
    status: taken.kind === 'refused' ? REFUSED : SECOND,
    model: {
      title,
      part,
      ref: ref ?? '',
      action: standingPath(key.periodId),
      back: part === 'posts' ? postsPath(key.periodId) : rulesPath(key.periodId),
      fallen: taken.kind === 'asks' ? fallenWords(visit, taken.fallen, source) : [],
      whole:
        taken.kind === 'refused'
          ? taken.faults
              .map((fault) => formFault(fault))
              .map(({ key: words, params }) => visit.say(words, params))
          : [],
    },
  };
}
