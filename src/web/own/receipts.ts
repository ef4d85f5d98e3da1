/** “Đã nhận lịch” on someone's own pages: which rosters still wait for it, and saying it by one touch. */

import type { App } from '../../app/app.ts';
import { readsNotices } from '../../app/notices/notice-settings.ts';
import { listOwnNotices, listReceiptsOf, receiveRoster } from '../../app/notices/own-notices.ts';
import type { RosterFacts } from '../../domain/notice.ts';
import { receptionState } from '../../domain/receipt.ts';
import { formatStamp } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { OwnPage } from '../paths/own.ts';
import { ownShifts } from './next-shift.ts';
import type { Who } from './owner.ts';

/** By start; nothing where the unit tells nobody. */
export async function waitingReceipts(visit: Visit, app: App, { duty, path }: Who, back: OwnPage) {
  if (!(await readsNotices(app, duty.unitId))) return [];
  const receipts = await listReceiptsOf(app, duty);
  const told = newestTold(await listOwnNotices(app, duty));
  const standing = new Set(ownShifts(duty.versions, duty.staffId).map(({ version }) => version.periodId));
  return duty.versions.flatMap((version) => {
    const { periodId, number, plan, publishedAt } = version;
    const last = told.get(periodId);
    if (!standing.has(periodId) && !last) return [];
    if (receptionState(number, last, receipts.get(periodId)) !== 'missing') return [];
    const changed = last !== undefined && !last.first;
    return [
      {
        // `Tết Đinh Mùi 2027, bản 2`.
        name: visit.say('receipt.of', { period: plan.period.name, number }),
        text: visit.say(changed ? 'receipt.changed' : 'receipt.ask', {
          stamp: formatStamp(visit.language, publishedAt, duty.zone),
        }),
        action: path('receive'),
        periodId,
        version: number,
        back,
      },
    ];
  });
}

function newestTold(notices: Awaited<ReturnType<typeof listOwnNotices>>): ReadonlyMap<string, RosterFacts> {
  const told = new Map<string, RosterFacts>();
  for (const { facts } of notices.toReversed()) {
    if (facts.kind === 'roster') told.set(facts.periodId, facts);
  }
  return told;
}

/** A manager who does it for someone has told them, and is named as who did. */
export async function receive(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const own = visit.visitor?.memberships.find((each) => each.unitId === unitId)?.staffId === staffId;
  const back = visit.form.get('back') === 'notices' ? 'notices' : 'duty';
  await receiveRoster(app, {
    unitId,
    staffId,
    periodId: visit.form.get('period') ?? '',
    version: Number(visit.form.get('version')),
    way: who.byLink ? 'link' : own || !visit.visitor ? 'page' : 'told',
    actor: who.actor,
  });
  return redirect(who.path(back, { done: 'received' }));
}
