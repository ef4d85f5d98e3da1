/** What one person was told, how much of it is new to them, and their “đã nhận lịch”. */

import type { ReceiptWay } from '../../domain/delivery.ts';
import type { Notice } from '../../domain/notice.ts';
import { type Receipt, receptionState } from '../../domain/receipt.ts';
import { AppError } from '../../kernel/app-error.ts';
import { countUnread, listNewestTold, listNotices, markRead } from '../../store/notice-store.ts';
import type { Person } from '../../store/personal-link-store.ts';
import { insertReceipt, listOwnReceipts } from '../../store/receipt-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

const MOST_LISTED = 60;

/** Newest first. */
export function listOwnNotices(app: App, person: Person): Promise<Notice[]> {
  return listNotices(app.db, person, MOST_LISTED);
}

const readUnread = keptReading(
  (db, unitId: string, staffId: string) => countUnread(db, { unitId, staffId }),
  { most: 10_000 },
);

/** Asked for every page: counted anew only when the database has changed. */
export function countNew(app: App, { unitId, staffId }: Person): Promise<number> {
  return readUnread(app, unitId, staffId);
}

/** What happened until now is known to the person. */
export async function markNoticesSeen(app: App, person: Person): Promise<void> {
  allow(app, 'swap.ask', person);
  await app.db.transaction().execute((trx) => markRead(trx, person, { at: app.clock() }));
}

/** The newest receipt of the person in each period, by period. */
export function listReceiptsOf(app: App, person: Person): Promise<ReadonlyMap<string, Receipt>> {
  return listOwnReceipts(app.db, person);
}

export interface Receiving extends Person {
  readonly periodId: string;
  /** The version that was looked at. */
  readonly version: number;
  readonly way: ReceiptWay;
  readonly actor: string;
}

/** `changed`: a version of since then changed something for the person, and wants looking at first. */
export type Received = 'received' | 'changed';

/** Once is enough: again changes nothing. Throws `not-found` for what was never published; `forbidden`. */
export async function receiveRoster(app: App, receiving: Receiving): Promise<Received> {
  allow(app, 'swap.ask', receiving);
  const { unitId, staffId, periodId, version, way, actor } = receiving;
  return app.db.transaction().execute(async (trx): Promise<Received> => {
    const newest = await findNewestVersion(trx, { unitId, periodId });
    if (!newest || version < 1 || version > newest.number) {
      throw new AppError('not-found', 'error.version.nothing-published', { period: periodId });
    }
    const at = app.clock();
    const told = (await listNewestTold(trx, { unitId, periodId })).get(staffId)?.facts;
    await insertReceipt(trx, unitId, { staffId, periodId, version, at, way, actor });
    const last = told?.kind === 'roster' ? told : undefined;
    if (receptionState(newest.number, last, { version }) === 'missing') return 'changed';
    await markRead(trx, { unitId, staffId }, { at, periodId });
    return 'received';
  });
}
