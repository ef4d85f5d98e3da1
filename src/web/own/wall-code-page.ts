/** Where the code on the wall leads: whose shift it is, and “nhận ca” by one touch. No account, no position. */

import { checkInAtWall, openWallCode } from '../../app/check-ins/wall-code.ts';
import { AppError } from '../../kernel/app-error.ts';
import { toldShiftWords } from '../../output/roster/shift-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { missLimits } from '../kit/rate-limit.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { wallCodePath } from '../paths/displays.ts';

export async function showWallCode(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('place');
  const code = visit.param('code');
  const wall = await openWallCode(app, { unitId, code });
  if (!wall) refuse(app);
  const { unit, people } = wall;
  return {
    kind: 'page',
    view: 'own/wall-code',
    title: visit.say('check-in.take'),
    unitName: unit.name,
    secret: 'with-forms',
    own: { home: wallCodePath(unitId, code), tabs: [] },
    model: {
      title: visit.say('check-in.who'),
      done: visit.query.get('done') === 'taken' ? visit.say('check-in.done') : '',
      action: wallCodePath(unitId, code),
      people: people.map(({ shift, post, name, staffId, periodId, taken }) => ({
        ...{ name, staffId, periodId, taken, shiftId: shift.id },
        what: `${toldShiftWords(visit.language, unit.zone, { ...shift, post }).whole} · ${post}`,
      })),
    },
  };
}

export async function takeAtWall(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('place');
  const code = visit.param('code');
  const field = (name: string): string => visit.form.get(name) ?? '';
  const taking = { periodId: field('period'), shiftId: field('shift'), staffId: field('staff') };
  await checkInAtWall(app, { unitId, code, ...taking });
  return redirect(`${wallCodePath(unitId, code)}?done=taken`);
}

const MISSES = { most: 20, windowMs: 60_000 };
const mayMiss = missLimits(MISSES);

function refuse(app: WebDeps['app']): never {
  if (mayMiss(app)) throw new AppError('not-found', 'check-in.failure.code');
  throw new AppError('too-many', 'own.failure.wait', { seconds: MISSES.windowMs / 1000 });
}
