/** Whose own page is shown, with all that stands on every one of them. */

import type { OwnDuty } from '../../app/own/read-own-duty.ts';
import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import type { OwnPath } from '../paths/own.ts';

export interface Who {
  readonly duty: OwnDuty;
  /** Of the whole unit, newest first. */
  readonly swaps: readonly ListedSwap[];
  /** How much the person was told and has not seen yet. */
  readonly news: number;
  /** Whether the unit keeps a log of its watch. */
  readonly watches: boolean;
  /** For the audit trail. */
  readonly actor: string;
  readonly path: OwnPath;
  readonly byLink: boolean;
  /** The private link's id, where it is one that leads here. */
  readonly linkId?: string;
}
