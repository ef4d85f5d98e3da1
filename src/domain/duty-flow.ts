/** How a unit lets changes through: whether a roster is approved before it is published, a swap and someone's own leave before they count. */

export interface DutyFlow {
  /** Absent while the unit has not said: then a unit that has an approver asks for approval, and one without does not. */
  readonly approvePublishing?: boolean;
  /** False lets a swap that breaks no hard rule through once both sides have agreed. */
  readonly approveSwaps: boolean;
  /** False grants leave at once when people ask for it themselves. */
  readonly leaveWaits: boolean;
  /** Where publishing is approved: one seat may be replaced at once and approved afterwards. Absent: it may. */
  readonly replaceAtOnce?: boolean;
}

export const STANDARD_FLOW: DutyFlow = { approveSwaps: true, leaveWaits: true };

export function asksApproval({ approvePublishing }: DutyFlow, approvers: number): boolean {
  return approvePublishing ?? approvers > 0;
}
