/** Who has left a period that runs is offered nothing any more in its draft, and no search seats them. */

import { expect, it } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { rankCandidates } from '../../../src/app/drafts/rank-candidates.ts';
import { removeStaffMember, restoreStaffMember } from '../../../src/app/staff/remove-staff-member.ts';
import { check } from '../../../src/constraints/check.ts';
import { sampleCase } from '../../sample-case.ts';
import { at, loaded } from '../sample-app.ts';

it('a leaver of a running period is no candidate, and a seat of theirs is a fault from then on', async () => {
  const { app, key } = await loaded(() => sampleCase('urgent-72h'));
  const before = await openDraft(app, key);
  const { plan } = before;
  app.setClock(new Date(plan.period.span.start + 3_600_000 * 8).toISOString().slice(0, 16));
  const last = plan.shifts.at(-1);
  const seat = { shiftId: last?.id ?? '', place: 0 };
  const offered = async () => {
    const open = await openDraft(app, key);
    return rankCandidates({ ...open, seat, query: '', most: 100 }).candidates.map(({ member }) => member.id);
  };
  const [leaver = ''] = await offered();
  await removeStaffMember(app, { unitId: key.unitId, staffId: leaver, actor: 'ha' });
  expect((await offered()).includes(leaver)).toBe(false);
  const open = await openDraft(app, key);
  const roster = { periodId: key.periodId, assignments: [{ ...seat, staffId: leaver }] };
  const broken = check(open.plan, roster).violations.filter(({ constraint }) => constraint === 'available');
  expect(broken.map(({ staffIds }) => staffIds)).toEqual([[leaver]]);
  const begun = {
    periodId: key.periodId,
    assignments: [{ shiftId: plan.shifts[0]?.id ?? '', place: 0, staffId: leaver }],
  };
  expect(plan.shifts[0]?.span.end).toBeGreaterThan(at('2000-01-01T00:00'));
  expect(check(before.plan, begun).violations.filter(({ constraint }) => constraint === 'available')).toEqual(
    [],
  );
  await restoreStaffMember(app, { unitId: key.unitId, staffId: leaver, actor: 'ha' });
  expect((await offered()).includes(leaver)).toBe(true);
});
