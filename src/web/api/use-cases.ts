/** The use cases the API calls. */

import type { PublishedShift } from '../../app/machines/list-duty-shifts.ts';
import type { DutyOfVersion } from '../../app/machines/who-is-on-duty.ts';
import type { Instant, Interval } from '../../calendar/interval.ts';
import type { Unit } from '../../domain/unit.ts';

export interface ApiUseCases {
  /** The unit a token may read; undefined when it opens nothing. */
  openToken(opening: { readonly token: string; readonly client: string }): Promise<Unit | undefined>;
  whoIsOnDuty(question: { readonly unitId: string; readonly at: Instant }): Promise<readonly DutyOfVersion[]>;
  listDutyShifts(question: {
    readonly unitId: string;
    readonly within: Interval;
    readonly staffId?: string;
    readonly postId?: string;
  }): Promise<readonly PublishedShift[]>;
}
