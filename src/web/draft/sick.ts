/**
 * Someone calls in sick: who, the shifts still to come, and for each the best people to take it, one touch away; then
 * straight on to publishing. Made to be done on a phone, at night.
 */

import { editDraft } from '../../app/drafts/edit-draft.ts';
import { type OpenDraft, openDraft } from '../../app/drafts/open-draft.ts';
import { rankCandidates } from '../../app/drafts/rank-candidates.ts';
import { undoDraft } from '../../app/drafts/undo-draft.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { holderOf } from '../../domain/draft-edit.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { shiftLine } from '../../output/roster/shift-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath, telephonePath } from '../paths/periods.ts';
import { parseChoice, refusalWords } from './edit-draft.ts';
import { seatPanel } from './seat-options.ts';
import { stepWords } from './step-words.ts';

const MOST_REPLACEMENTS = 4;
const MOST_SHIFTS = 12;
/** Whose shift runs or begins within this time is named first. */
const SOON_MS = 24 * 3_600_000;

export async function showSick(visit: Visit, deps: WebDeps): Promise<Reply> {
  return sickPage(visit, deps, '');
}

/** Seats someone else, or takes that back; on the same page again. */
export async function replaceSick(visit: Visit, deps: WebDeps): Promise<Reply> {
  const periodId = visit.param('period');
  const staff = visit.form.get('staff') ?? '';
  const choice = visit.form.get('choice') ?? '';
  const back = redirect(makingPath(periodId, 'sick', { staff }));
  const key = await resolvePeriod(deps.app, periodId);
  if (choice === 'undo') {
    await undoDraft(deps.app, { key, direction: 'undo', actor: visit.actor });
    return back;
  }
  const { change, seen } = parseChoice(visit.form, choice);
  const edited = await editDraft(deps.app, { key, edit: change, seen, actor: visit.actor });
  if (edited.done) return back;
  return sickPage(visit, deps, refusalWords(visit, edited.before, change, edited.refusal));
}

async function sickPage(visit: Visit, { app }: WebDeps, fault: string): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const { periodId } = key;
  const open = await openDraft(app, key);
  const published = await readVersion(app, key);
  const { plan, undo } = open;
  const staffId = visit.form.get('staff') ?? visit.query.get('staff') ?? '';
  const person = plan.staff.find(({ id }) => id === staffId);
  const name = staffName(plan.staff, person?.id);
  const replaced = person && published ? replacedShifts(visit, open, published, person.id) : [];
  return {
    kind: 'page',
    view: 'draft/sick',
    title: visit.say('editor.sick.title'),
    unitName: plan.unit.name,
    ...(fault === '' ? {} : { status: 409 }),
    model: {
      fault,
      periodName: plan.period.name,
      action: makingPath(periodId, 'sick'),
      draftPath: makingPath(periodId, 'draft'),
      soon: peopleSoon(visit, open).map((member) => ({
        ...member,
        href: makingPath(periodId, 'sick', { staff: member.id }),
        current: member.id === staffId,
      })),
      staff: standing(open).map(({ id }) => ({
        id,
        name: staffName(plan.staff, id),
        current: id === staffId,
      })),
      person: name,
      heading: person ? visit.say('editor.sick.heading', { name }) : '',
      staffId,
      shifts: person ? shiftsToCover(visit, open, person.id) : [],
      replaced,
      undo:
        replaced.length > 0 && undo
          ? visit.say('editor.sick.undo', { step: stepWords(visit, plan, undo) })
          : '',
      publishPath: makingPath(periodId, 'publish', {
        note: person ? visit.say('editor.sick.note', { name }) : '',
      }),
      publish: visit.say('editor.sick.publish-next', { number: (published?.number ?? 0) + 1 }),
    },
  };
}

/** Everyone who has a shift, by given name. */
function standing({ plan, work }: OpenDraft) {
  const ids = new Set(work.roster.assignments.map(({ staffId }) => staffId));
  return plan.staff.filter(({ id }) => ids.has(id));
}

/** Who is on duty or comes soon: most calls are about these. */
function peopleSoon({ now }: Visit, { plan, work }: OpenDraft) {
  const soon = new Set(
    plan.shifts.filter(({ span }) => span.end > now && span.start < now + SOON_MS).map(({ id }) => id),
  );
  const ids = new Set(
    work.roster.assignments.filter(({ shiftId }) => soon.has(shiftId)).map(({ staffId }) => staffId),
  );
  return plan.staff
    .filter(({ id }) => ids.has(id))
    .map(({ id }) => ({ id, name: staffName(plan.staff, id) }));
}

/** Shifts the published roster gives the person and the draft gives another. */
function replacedShifts(
  visit: Visit,
  { plan, work }: OpenDraft,
  published: RosterVersion,
  staffId: string,
): string[] {
  const nameOf = (id: string | undefined): string => staffName(plan.staff, id);
  return published.roster.assignments
    .filter((each) => each.staffId === staffId)
    .flatMap((seat) => {
      const shift = plan.shifts.find(({ id }) => id === seat.shiftId);
      const holder = holderOf(work.roster, seat);
      if (!shift || holder === staffId || holder === undefined || shift.span.end <= visit.now) return [];
      const when = shiftLine(visit.language, plan, shift);
      return [visit.say('editor.sick.replaced', { now: nameOf(holder), was: nameOf(staffId), when })];
    });
}

function shiftsToCover(visit: Visit, { plan, work }: OpenDraft, staffId: string) {
  const coming = work.roster.assignments.filter((each) => {
    const shift = plan.shifts.find(({ id }) => id === each.shiftId);
    return each.staffId === staffId && shift !== undefined && shift.span.end > visit.now;
  });
  return coming.slice(0, MOST_SHIFTS).flatMap((seat) => {
    const shift = plan.shifts.find(({ id }) => id === seat.shiftId);
    if (!shift) return [];
    const question = { plan, work, seat, query: '', most: MOST_REPLACEMENTS };
    const options = rankCandidates(question);
    const panel = seatPanel(
      visit,
      { plan, roster: work.roster },
      { options: { ...options, swaps: [] }, query: '' },
    );
    const phones = new Map(options.candidates.map(({ member }) => [`assign ${member.id}`, member.phone]));
    return [
      {
        when: shiftLine(visit.language, plan, shift),
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
