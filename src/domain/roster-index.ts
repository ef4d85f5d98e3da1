/** A roster made quick to ask: who stands a shift, what a person stands. Reads a plan and a roster, judges neither. */

import { onceFor } from '../kernel/once-for.ts';
import type { Plan } from './plan.ts';
import type { Assignment, Roster } from './roster.ts';
import type { Shift } from './shift.ts';
import type { StaffMember } from './staff.ts';
import type { Post } from './unit.ts';
import type { RosterVersion } from './version.ts';

export class RosterIndex {
  readonly shiftById: ReadonlyMap<string, Shift>;
  readonly postById: ReadonlyMap<string, Post>;
  readonly staffById: ReadonlyMap<string, StaffMember>;
  readonly whole: RosterIndex;
  readonly #staffOfShift = new Map<string, string[]>();
  readonly #shiftsOfStaff = new Map<string, Shift[]>();

  /**
   * Assignments that name a shift or person outside the plan are ignored; parse the roster first. So is a second place
   * of the same person on the same shift: nobody stands a shift twice.
   * @param whole where the plan is that of some people: the index of everyone.
   */
  constructor(plan: Plan, roster: Roster, whole?: RosterIndex) {
    this.whole = whole ?? this;
    this.shiftById = new Map(plan.shifts.map((shift) => [shift.id, shift]));
    this.postById = new Map(plan.posts.map((post) => [post.id, post]));
    this.staffById = new Map(plan.staff.map((member) => [member.id, member]));
    for (const assignment of roster.assignments) this.#add(assignment);
    for (const shifts of this.#shiftsOfStaff.values()) shifts.sort((a, b) => a.span.start - b.span.start);
  }

  #add({ shiftId, staffId }: Assignment): void {
    const shift = this.shiftById.get(shiftId);
    if (!shift || !this.staffById.has(staffId)) return;
    const staff = this.#staffOfShift.get(shiftId);
    if (staff?.includes(staffId)) return;
    if (staff) staff.push(staffId);
    else this.#staffOfShift.set(shiftId, [staffId]);
    const shifts = this.#shiftsOfStaff.get(staffId);
    if (shifts) shifts.push(shift);
    else this.#shiftsOfStaff.set(staffId, [shift]);
  }

  /** Ids of those who stand the shift, by place. */
  staffOf(shiftId: string): readonly string[] {
    return this.#staffOfShift.get(shiftId) ?? [];
  }

  /** The person's shifts by start. */
  shiftsOf(staffId: string): readonly Shift[] {
    return this.#shiftsOfStaff.get(staffId) ?? [];
  }

  stands(staffId: string, shiftId: string): boolean {
    return this.staffOf(shiftId).includes(staffId);
  }
}

/** Of a published roster, made once. */
export const versionIndex = onceFor(({ plan, roster }: RosterVersion) => new RosterIndex(plan, roster));
