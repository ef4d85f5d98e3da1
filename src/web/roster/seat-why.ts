/** “Vì sao người này?”: who else could stand one seat, published or in the draft, and what each would break or cost. */

import { explainSeat } from '../../app/drafts/explain-seat.ts';
import { openDraft } from '../../app/drafts/open-draft.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { staffName } from '../../domain/staff-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { whyWords } from '../../output/roster/seat-why-words.ts';
import type { Rostered } from '../../output/roster/seats.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath, rosterPath } from '../paths/periods.ts';
import { seesLeave, withoutReasons } from './discreet.ts';
import { openVersion } from './open-version.ts';

const ICONS = {
  blocked: 'octagon',
  costs: 'triangle',
  same: 'check-circle',
  better: 'check-circle',
} as const;

export async function showSeatWhy(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { version } = await openVersion(visit, deps);
  return whyPage(visit, version, rosterPath(version.periodId));
}

export async function showDraftSeatWhy(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { plan, work } = await openDraft(app, await resolvePeriod(app, visit.param('period')));
  const back = `${makingPath(plan.period.id, 'draft')}?${new URLSearchParams({ seat: seatText(visit) })}`;
  return whyPage(visit, { plan, roster: work.roster }, back);
}

function seatText({ query }: Visit): string {
  return query.get('seat') ?? '';
}

/** `giam-sat/dem/2027-02-05@0`. */
function seatOf(visit: Visit): SeatRef {
  const text = seatText(visit);
  const at = text.lastIndexOf('@');
  const place = Number(text.slice(at + 1));
  if (at < 0 || !Number.isSafeInteger(place)) throw new AppError('invalid', 'web.failure.bad-address');
  return { shiftId: text.slice(0, at), place };
}

async function whyPage(visit: Visit, { plan, roster }: Rostered, back: string): Promise<Reply> {
  const { language, say } = visit;
  const found = await explainSeat(plan, roster, seatOf(visit));
  const title = say('why.title');
  if (!found) throw new AppError('not-found', 'why.none');
  const { shift, holder, others, more } = found;
  const holderName = staffName(plan.staff, holder.id);
  const sees = seesLeave(visit, plan.unit.id);
  const words = shiftWords(language, plan, shift);
  return {
    kind: 'page',
    view: 'roster/seat-why',
    title,
    unitName: plan.unit.name,
    model: {
      title,
      back,
      about: say('why.of', { holder: holderName, when: words.whole, post: words.post }),
      night: words.night,
      note: say('why.note', { holder: holderName }),
      rows: others.map((why) => {
        const known = sees
          ? why
          : { ...why, gained: withoutReasons(why.gained), lost: withoutReasons(why.lost) };
        const told = whyWords(language, known, { plan, shiftId: shift.id, holder: holderName });
        return {
          name: staffName(plan.staff, why.staffId),
          ...told,
          icon: ICONS[told.standing],
          standingWords: say(`why.standing.${told.standing}`),
        };
      }),
      more: more > 0 ? say('why.more', { count: more }) : '',
    },
  };
}
