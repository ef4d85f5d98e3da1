/** What a link in a mail or a push message opens: one notice of one person, to be received without signing in. */

import { isAnswered, isOfRoster, type Notice } from '../../domain/notice.ts';
import type { Asker } from '../../domain/permission.ts';
import { findNotice } from '../../store/notice-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { answerCall, type CallAnswered, type CallAnswering } from '../replacements/answer-call.ts';
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
  if (!notice || !unit || !isAnswered(notice.facts)) return undefined;
  return { notice, unitName: unit.name, zone: unit.zone };
}

export type Way = 'mail' | 'push';

export async function receiveByToken(app: App, { notice }: OpenReceipt, way: Way): Promise<Received> {
  const { unitId, staffId, facts } = notice;
  if (!isOfRoster(facts)) return 'changed';
  const { periodId, version } = facts;
  const { app: theirs, actor } = asPerson(app, notice, way);
  return receiveRoster(theirs, { unitId, staffId, periodId, version, way, actor });
}

export async function answerByToken(
  app: App,
  { notice }: OpenReceipt,
  { way, ...answer }: Pick<CallAnswering, 'answer' | 'noteOf'> & { readonly way: Way },
): Promise<CallAnswered> {
  const { unitId, staffId, facts } = notice;
  if (facts.kind !== 'call') return { kind: 'over' };
  const { app: theirs, actor } = asPerson(app, notice, way);
  return answerCall(theirs, { ...answer, unitId, staffId, callId: facts.callId, actor });
}

/** Behind the link stands nobody but the person. */
function asPerson(app: App, { unitId, staffId, id }: Notice, way: Way): { app: App; actor: string } {
  const actor = `${way}:${id}`;
  const caller: Asker = {
    account: { operator: false },
    memberships: [{ accountId: actor, unitId, role: 'technician', staffId }],
  };
  return { app: { ...app, caller }, actor };
}
