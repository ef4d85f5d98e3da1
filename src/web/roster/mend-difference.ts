/** What a mended roster would change, seat by seat, before anyone takes it. */

import type { SolveRun } from '../../app/runs/solve-run.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import { staffName } from '../../domain/staff-names.ts';
import { shiftLine } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';

/** Undefined unless a mended roster waits to be taken. */
export function mendDifference(visit: Visit, run: SolveRun) {
  const waits = run.status === 'ended' || run.status === 'interrupted';
  if (run.purpose !== 'mend' || !waits || !run.roster) return undefined;
  const rows = differenceRows(visit, run.plan, { before: run.base, after: run.roster });
  return { rows, summary: visit.say('editor.mend.summary', { count: rows.length }) };
}

/** One row for each shift whose people differ, by time. */
export function differenceRows(
  { language, say }: Visit,
  plan: Plan,
  { before, after }: { readonly before: Roster; readonly after: Roster },
) {
  const held = (roster: Roster, shiftId: string): string[] =>
    roster.assignments.filter((each) => each.shiftId === shiftId).map(({ staffId }) => staffId);
  const list = (ids: readonly string[]): string =>
    ids.length === 0
      ? say('editor.compare.nobody')
      : ids.map((id) => staffName(plan.staff, id) || id).join(', ');
  return plan.shifts.flatMap((shift) => {
    const had = held(before, shift.id);
    const has = held(after, shift.id);
    const gone = had.filter((id) => !has.includes(id));
    const come = has.filter((id) => !had.includes(id));
    if (gone.length + come.length === 0) return [];
    return [
      {
        when: shiftLine(language, plan, shift),
        post: plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '',
        night: shift.night,
        before: list(gone),
        after: list(come),
      },
    ];
  });
}
