/** A staff member and the limits that are this person's own. */

/** Tighter limits than the rules set, by agreement; absent means only the rules apply. */
export interface PersonalLimits {
  readonly shifts?: number;
  readonly hours?: number;
  readonly nights?: number;
}

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly phone: string;
  readonly email: string;
  readonly skills: readonly string[];
  readonly homeProvince: string;
  /** May not stand a shift alone: someone who is not a newcomer must share it. */
  readonly newcomer: boolean;
  readonly limits: PersonalLimits;
  /** Share of full time, in (0, 1]. */
  readonly share: number;
}
