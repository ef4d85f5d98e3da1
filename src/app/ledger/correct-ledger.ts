/** Puts one figure of the ledger right, by hand and with a reason; what was imported or carried stays readable beneath. */

import type { LedgerKind } from '../../domain/ledger.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { correctLedger as correct, listWholeLedger } from '../../store/ledger-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export interface LedgerCorrecting {
  readonly unitId: string;
  readonly staffId: string;
  readonly year: number;
  readonly kind: LedgerKind;
  /** What the figure should be. */
  readonly amount: number;
  readonly reason: string;
  readonly actor: string;
}

const YEARS = { least: 1990, most: 2100 } as const;
const MOST_POINTS = 100_000;
const MOST_TIMES = 366;
const MOST_REASON = 500;

/** The faults of the fields; none when it was done. Throws `not-found` without the person. */
export async function correctLedger(app: App, correcting: LedgerCorrecting): Promise<readonly FieldFault[]> {
  allow(app, 'ledger.edit', { unitId: correcting.unitId });
  const { unitId, staffId, year, kind, amount, actor } = correcting;
  const reason = correcting.reason.trim();
  return app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    const before = (await listWholeLedger(trx, unitId))
      .filter((entry) => entry.staffId === staffId && entry.year === year && entry.kind === kind)
      .reduce((sum, entry) => sum + entry.amount, 0);
    const faults = faultsOf({ ...correcting, reason }, before);
    if (faults.length > 0) return faults;
    await correct(trx, unitId, {
      staffId,
      year,
      kind,
      change: amount - before,
      reason,
      actor,
      at: app.clock(),
    });
    const details = { year, kind, before, after: amount };
    await record(trx, app, { actor, action: 'ledger.correct', unitId, subject: staffId }, details);
    return [];
  });
}

function faultsOf({ year, kind, amount, reason }: LedgerCorrecting, before: number): FieldFault[] {
  const most = kind === 'points' ? MOST_POINTS : MOST_TIMES;
  const faults: FieldFault[] = [];
  if (!isWhole(year, YEARS.least, YEARS.most)) {
    faults.push({ field: 'year', key: 'ledger.fault.year', params: YEARS });
  }
  if (!isWhole(amount, 0, most))
    faults.push({ field: 'amount', key: 'ledger.fault.amount', params: { most } });
  else if (amount === before) faults.push({ field: 'amount', key: 'ledger.fault.same', params: { amount } });
  if (reason === '') faults.push({ field: 'reason', key: 'ledger.fault.reason', params: {} });
  if (reason.length > MOST_REASON) {
    faults.push({ field: 'reason', key: 'fault.json.text-big', params: { most: MOST_REASON } });
  }
  return faults;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
