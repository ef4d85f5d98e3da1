/** Someone calls in sick: the shifts still to come, and for each the best people to take it, one click away. */

import type { OpenDraft } from '../../app/open-draft.ts';
import { holderOf } from '../../domain/draft-edit.ts';
import { shiftWords } from '../../output/violation-words.ts';
import { makingPath, telephonePath } from '../addresses.ts';
import type { WebDeps } from '../deps.ts';
import { seatPanel } from '../models/seat-options.ts';
import type { Reply, Visit } from '../visit.ts';

const MOST_REPLACEMENTS = 3;
const MOST_SHIFTS = 12;

export async function showSick(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await deps.desk.openDraft(visit.param('period'));
  const { plan, work } = open;
  const periodId = plan.period.id;
  const standing = new Set(work.roster.assignments.map(({ staffId }) => staffId));
  const staffId = visit.query.get('staff') ?? '';
  const person = plan.staff.find(({ id }) => id === staffId);
  return {
    kind: 'page',
    view: 'sick',
    title: visit.say('editor.sick.title'),
    unitName: plan.unit.name,
    model: {
      periodName: plan.period.name,
      action: makingPath(periodId, 'sick'),
      editPath: makingPath(periodId, 'edit'),
      draftPath: makingPath(periodId, 'draft'),
      publishPath: makingPath(periodId, 'publish'),
      staff: plan.staff
        .filter(({ id }) => standing.has(id))
        .map(({ id, name }) => ({ id, name, current: id === staffId })),
      person: person?.name ?? '',
      shifts: person ? shiftsToCover(visit, deps, open, person.id) : [],
    },
  };
}

function shiftsToCover(visit: Visit, { desk }: WebDeps, { plan, work }: OpenDraft, staffId: string) {
  const coming = work.roster.assignments.filter((each) => {
    const shift = plan.shifts.find(({ id }) => id === each.shiftId);
    return each.staffId === staffId && shift !== undefined && shift.span.end > visit.now;
  });
  return coming.slice(0, MOST_SHIFTS).flatMap((seat) => {
    const shift = plan.shifts.find(({ id }) => id === seat.shiftId);
    if (!shift) return [];
    const question = { plan, work, seat, query: '', most: MOST_REPLACEMENTS };
    const options = desk.rankCandidates(question);
    const panel = seatPanel(
      visit,
      { plan, roster: work.roster },
      { options: { ...options, swaps: [] }, query: '' },
    );
    const phones = new Map(options.candidates.map(({ member }) => [`assign ${member.id}`, member.phone]));
    return [
      {
        when: shiftWords(visit.language, plan, shift),
        post: plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '',
        seat: panel.seat,
        seen: holderOf(work.roster, seat) ?? '',
        pinned: panel.pinned,
        rows: panel.rows.map((row) => {
          const phone = phones.get(row.choice) ?? '';
          return { ...row, phone, href: telephonePath(phone) };
        }),
      },
    ];
  });
}
