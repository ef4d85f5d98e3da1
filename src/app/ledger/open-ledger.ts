/** A unit's memory as it is shown: people, every entry with where it came from, the corrections of one person. */

import type { StaffMember } from '../../domain/staff.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { findAccount } from '../../store/account-store.ts';
import {
  type LedgerEdit,
  listLedgerEdits,
  listWholeLedger,
  type SourcedEntry,
} from '../../store/ledger-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listLeavers, listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';

/** Where entries were carried from. */
export interface LedgerPeriod {
  readonly id: string;
  readonly name: string;
  /** The newest version; 0 while nothing was published. */
  readonly version: number;
}

export interface OpenLedger {
  readonly unitName: string;
  readonly zone: string;
  /** In the unit's order, leavers too. */
  readonly staff: readonly StaffMember[];
  /** Who is off the list and still stands in the book. */
  readonly leavers: readonly StaffMember[];
  readonly entries: readonly SourcedEntry[];
  readonly periods: readonly LedgerPeriod[];
}

export type { SourcedEntry };

/** Throws `not-found`. */
export function openLedger(app: App, unitId: string): Promise<OpenLedger> {
  allow(app, 'ledger.view', { unitId });
  return readOnly(app.db, async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const periods = await listPeriods(trx, unitId);
    return {
      unitName: unit.name,
      zone: unit.zone,
      staff: inListOrder(await listStaff(trx, unitId), unit.listOrder),
      leavers: inListOrder(
        (await listLeavers(trx, unitId)).map(({ member }) => member),
        unit.listOrder,
      ),
      entries: await listWholeLedger(trx, unitId),
      periods: periods.map(({ period: { id, name }, published }) => ({
        id,
        name,
        version: published?.number ?? 0,
      })),
    };
  });
}

export interface Correction extends LedgerEdit {
  /** Empty where nobody was signed in. */
  readonly actorName: string;
}

/** Newest first. */
export async function listCorrections(app: App, unitId: string, staffId: string): Promise<Correction[]> {
  allow(app, 'ledger.view', { unitId });
  const edits = await listLedgerEdits(app.db, unitId, staffId);
  return Promise.all(
    edits.map(async (edit) => ({
      ...edit,
      actorName: (await findAccount(app.db, edit.actor))?.account.name ?? '',
    })),
  );
}
