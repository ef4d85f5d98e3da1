/** What a screen on a wall shows: the unit's rosters that run or come, with phones only where the link says so. */

import type { Instant } from '../../calendar/interval.ts';
import type { Asker } from '../../domain/permission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { findDisplayLink } from '../../store/display-link-store.ts';
import { recordUsesIn } from '../../store/token-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { hashOfToken, isToken } from '../secret-token.ts';
import { lastResortOf } from '../units/last-resort.ts';
import { listCurrentVersions } from '../versions/read-version.ts';
import { readWatchBoard, type WatchBoard } from './watch-board.ts';

export interface Display {
  readonly unit: Unit;
  /** Whether the screen is dimmer at night. */
  readonly dims: boolean;
  /** Empty for none, or where the screen shows no phones. */
  readonly lastResort: string;
  /** The newest of each period that is not over, by start. */
  readonly versions: readonly RosterVersion[];
  /** Absent for a unit that uses nothing of the watch. */
  readonly board?: WatchBoard;
}

const HOUR_MS = 3_600_000;

/** Undefined for a link that was ended or never was: they look the same. */
export async function openDisplay(app: App, token: string): Promise<Display | undefined> {
  const link = isToken(token) ? await findDisplayLink(app.db, hashOfToken(token)) : undefined;
  const unit = link && (await findUnit(app.db, link.unitId));
  if (!link || !unit) return undefined;
  const now = app.clock();
  const hour = (now - (now % HOUR_MS)) as Instant;
  // To the hour, so that a screen that looks twice a minute is not written of twice a minute.
  if (link.lastUsedAt !== hour) {
    await recordUsesIn(app.db, 'display_link', new Map([[link.id, { at: hour, client: '' }]]));
  }
  // A screen sees what a reader sees, or a technician where it shows phones.
  const role = link.phones ? 'technician' : 'reader';
  const caller: Asker = {
    account: { operator: false },
    memberships: [{ accountId: `display:${link.id}`, unitId: unit.id, role }],
  };
  const versions = await listCurrentVersions({ ...app, caller }, unit.id);
  const coming = versions.filter(
    ({ plan, withdrawn }) => !withdrawn && plan.shifts.some(({ span }) => span.end > now),
  );
  const lastResort = await lastResortOf({ ...app, caller }, unit.id);
  const board = await readWatchBoard({ ...app, caller }, unit.id);
  return {
    ...{ unit, dims: link.dims, lastResort },
    versions: coming.toSorted((a, b) => startOf(a) - startOf(b)),
    ...(board ? { board } : {}),
  };
}

function startOf({ plan }: RosterVersion): number {
  return plan.shifts[0]?.span.start ?? 0;
}
