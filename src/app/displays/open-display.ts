/** What a screen on a wall shows: the unit's rosters that run or come, with phones only where the link says so. */

import type { Instant } from '../../calendar/interval.ts';
import type { Asker } from '../../domain/permission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { findDisplayLink } from '../../store/display-link-store.ts';
import { recordUsesIn } from '../../store/token-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { type BelowOnDuty, onDutyBelow } from '../overview/on-duty-below.ts';
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

interface OpenedScreen {
  readonly unit: Unit;
  readonly dims: boolean;
  /** What a screen sees: as a reader, or a technician where it shows phones. */
  readonly caller: Asker;
}

/** Undefined for a link that was ended, never was or is for the other kind of screen: they look the same. */
async function openScreen(
  app: App,
  token: string,
  { below }: { readonly below: boolean },
): Promise<OpenedScreen | undefined> {
  const link = isToken(token) ? await findDisplayLink(app.db, hashOfToken(token)) : undefined;
  const unit = link?.below === below ? await findUnit(app.db, link.unitId) : undefined;
  if (!link || !unit) return undefined;
  const now = app.clock();
  const hour = (now - (now % HOUR_MS)) as Instant;
  // To the hour, so that a screen that looks twice a minute is not written of twice a minute.
  if (link.lastUsedAt !== hour) {
    await recordUsesIn(app.db, 'display_link', new Map([[link.id, { at: hour, client: '' }]]));
  }
  const role = link.phones ? 'technician' : 'reader';
  const caller: Asker = {
    account: { operator: false },
    memberships: [{ accountId: `display:${link.id}`, unitId: unit.id, role }],
  };
  return { unit, dims: link.dims, caller };
}

/** A screen of the unit's own roster. */
export async function openDisplay(app: App, token: string): Promise<Display | undefined> {
  const screen = await openScreen(app, token, { below: false });
  if (!screen) return undefined;
  const { unit, dims, caller } = screen;
  const now = app.clock();
  const versions = await listCurrentVersions({ ...app, caller }, unit.id);
  const coming = versions.filter(
    ({ plan, withdrawn }) => !withdrawn && plan.shifts.some(({ span }) => span.end > now),
  );
  const lastResort = await lastResortOf({ ...app, caller }, unit.id);
  const board = await readWatchBoard({ ...app, caller }, unit.id);
  return {
    ...{ unit, dims, lastResort },
    versions: coming.toSorted((a, b) => startOf(a) - startOf(b)),
    ...(board ? { board } : {}),
  };
}

export interface BelowDisplay {
  readonly unit: Unit;
  readonly dims: boolean;
  readonly below: BelowOnDuty;
}

/** A screen of an operation room. */
export async function openBelowDisplay(app: App, token: string): Promise<BelowDisplay | undefined> {
  const screen = await openScreen(app, token, { below: true });
  if (!screen) return undefined;
  const { unit, dims, caller } = screen;
  return { unit, dims, below: await onDutyBelow({ ...app, caller }, { unitId: unit.id }) };
}

function startOf({ plan }: RosterVersion): number {
  return plan.shifts[0]?.span.start ?? 0;
}
