/** What of a unit's published rosters needs a hand: seats whose people can't stand them, and replacements that wait for a word. */

import {
  approveReplacement,
  type ListedReplacement,
  listReplacementsToApprove,
  readReplacement,
} from '../../app/replacements/approve-replacement.ts';
import { listSeatsInNeed } from '../../app/replacements/seats-in-need.ts';
import { holderOf } from '../../domain/draft-edit.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { REFUSED, SECOND } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath, rosterPath, telephonePath } from '../paths/periods.ts';
import { replacementsPath, replacePath, sickPath } from '../paths/replacements.ts';
import { seatRow } from './seat-rows.ts';

interface Typed {
  readonly fault: string;
  /** The replacement it is about. */
  readonly id: string;
  readonly reason: string;
}

const DONE = ['approved', 'refused', 'removed'] as const;

export async function decideReplacement(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const id = visit.form.get('id') ?? '';
  const reason = visit.form.get('reason') ?? '';
  const decision = visit.form.get('decision');
  if (decision !== 'approve' && decision !== 'refuse') {
    throw new AppError('invalid', 'web.failure.bad-address');
  }
  try {
    await approveReplacement(deps.app, { unitId, id, decision, reason }, visit);
  } catch (error) {
    const told = error instanceof AppError && ['invalid', 'conflict'].includes(error.code);
    if (!told) throw error;
    const fault = visit.say(
      error.code === 'invalid' ? 'error.replacement.no-reason' : 'error.replacement.decided',
    );
    return showReplacements(visit, deps, { fault, id, reason });
  }
  return redirect(replacementsPath(unitId, { done: decision === 'approve' ? 'approved' : 'refused' }));
}

const NOTHING: Typed = { fault: '', id: '', reason: '' };

export async function showReplacements(visit: Visit, { app }: WebDeps, typed = NOTHING): Promise<Reply> {
  const { say } = visit;
  const unitId = visit.param('unit');
  const { unit, seats } = await listSeatsInNeed(app, { unitId });
  const staffId = visit.query.get('staff');
  const shown = staffId === null ? seats : seats.filter(({ duty }) => duty.staffId === staffId);
  const person = staffId === null ? undefined : shown[0]?.name;
  const waiting = await listReplacementsToApprove(app, unitId);
  const decides = mayIn(visit, 'version.approve', unitId);
  const done = visit.query.get('done') ?? '';
  const said = DONE.find((each) => each === done);
  const made =
    said === undefined && done !== '' ? await readReplacement(app, { unitId, id: done }) : undefined;
  const known = waiting.some(({ replacement }) => replacement.id === typed.id);
  return {
    kind: 'page',
    view: 'replacements/replacements',
    title: say('replace.all.title'),
    unitName: unit.name,
    ...(typed.fault === '' ? {} : { status: known ? REFUSED : SECOND }),
    model: {
      fault: known ? '' : typed.fault,
      said: said === undefined ? '' : say(`replace.done.${said}`, { name: person ?? '' }),
      made: made ? madeWords(visit, made) : false,
      heading:
        person === undefined ? say('replace.all.needs') : say('replace.all.needs-of', { name: person }),
      allHref: person === undefined ? '' : replacementsPath(unitId),
      seats: shown.map((seat) => seatRow(visit, unit.zone, seat)),
      sickHref: sickPath(unitId),
      decides,
      action: replacementsPath(unitId),
      waiting: waiting.map((listed) => ({
        ...sidesOf(visit, listed),
        ...(listed.replacement.id === typed.id
          ? { fault: typed.fault, reason: typed.reason }
          : { fault: '', reason: '' }),
      })),
    },
  };
}

function sidesOf(visit: Visit, { replacement, version, by }: ListedReplacement) {
  const { language, say } = visit;
  const { plan } = version;
  const shift = plan.shifts.find(({ id }) => id === replacement.seat.shiftId);
  const words = shift && shiftWords(language, plan, shift);
  const moment = formatClockDay(language, replacement.at, { zone: plan.unit.zone });
  return {
    id: replacement.id,
    to: staffName(plan.staff, replacement.toId),
    from: staffName(plan.staff, replacement.fromId),
    when: words ? words.whole : '',
    lunar: words ? words.lunar : '',
    post: words ? words.post : '',
    period: plan.period.name,
    rosterHref: rosterPath(version.periodId),
    who: by === '' ? say('replace.made-at', { moment }) : say('replace.made-by', { name: by, moment }),
  };
}

/** What was just done, whom to call, and what is still to be seen to. */
function madeWords(visit: Visit, listed: ListedReplacement) {
  const { say } = visit;
  const { replacement, version } = listed;
  const { periodId, seat, toId } = replacement;
  const sides = sidesOf(visit, listed);
  const stands = holderOf(version.roster, seat) === toId;
  const phone = version.plan.staff.find(({ id }) => id === toId)?.phone ?? '';
  return {
    ...sides,
    text: say('replace.done.made', { ...sides, number: replacement.version }),
    waiting: replacement.approval === 'waiting' ? say('replace.done.waiting') : '',
    phone,
    href: phone === '' ? '' : telephonePath(phone),
    call: say('replace.done.call', { name: sides.to }),
    compareHref: makingPath(periodId, 'compare'),
    otherHref: stands ? replacePath(periodId, `${seat.shiftId}@${seat.place}`) : '',
  };
}
