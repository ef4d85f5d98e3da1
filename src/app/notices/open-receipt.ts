/** What a link in a mail or a push message opens: one notice of one person, to be received without signing in. */

import { isOfRoster, type Notice } from '../../domain/notice.ts';
import type { Asker } from '../../domain/permission.ts';
import { findNotice } from '../../store/notice-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { type Received, receiveRoster } from './own-notices.ts';
import { noticeOfToken } from './receipt-token.ts';

export interface OpenReceipt {
  readonly notice: Notice;
  readonly unitName: string;
  readonly zone: string;
}

/** Undefined for a link that is over, of someone who is gone, or made up: they look the same. */
export async function openReceipt(app: App, token: string): Promise<OpenReceipt | undefined> {
  const id = noticeOfToken(app, token);
  const notice = id === undefined ? undefined : await findNotice(app.db, id);
  const unit = notice && (await findUnit(app.db, notice.unitId));
  if (!notice || !unit || !isOfRoster(notice.facts)) return undefined;
  return { notice, unitName: unit.name, zone: unit.zone };
}

/** Behind the link stands nobody but the person. */
export async function receiveByToken(
  app: App,
  { notice }: OpenReceipt,
  way: 'mail' | 'push',
): Promise<Received> {
  const { unitId, staffId, facts, id } = notice;
  if (!isOfRoster(facts)) return 'changed';
  const actor = `${way}:${id}`;
  const caller: Asker = {
    account: { operator: false },
    memberships: [{ accountId: actor, unitId, role: 'technician', staffId }],
  };
  const { periodId, version } = facts;
  return receiveRoster({ ...app, caller }, { unitId, staffId, periodId, version, way, actor });
}
