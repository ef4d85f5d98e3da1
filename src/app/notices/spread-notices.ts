/**
 * Decides by which ways each queued notice goes out, as the server, the unit and the person are today: once, so that what
 * is set up later does not send what is long past.
 */

import type { Instant } from '../../calendar/interval.ts';
import { VIETNAM } from '../../calendar/zone.ts';
import type { NoticeChannel } from '../../domain/delivery.ts';
import { type NoticeChoice, STANDARD_CHOICE, tellAt, wants } from '../../domain/notice-choice.ts';
import { type NoticeSetting, STANDARD_NOTICES } from '../../domain/notice-setting.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Database } from '../../store/database.ts';
import { listUnspread, type Spreading, spreadNotices as saveSpread } from '../../store/delivery-store.ts';
import { listNoticeChoices } from '../../store/notice-choice-store.ts';
import { findNoticeSetting } from '../../store/notice-setting-store.ts';
import { listPushPeople } from '../../store/push-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { newId } from '../secret-token.ts';

const AT_ONCE = 500;

/** What this server can send by. */
export interface Means {
  readonly mail: boolean;
  readonly push: boolean;
}

/** How many were looked at. */
export function spreadNotices(app: App, can: Means): Promise<number> {
  requireMachine(app);
  return app.db.transaction().execute(async (trx) => {
    const unspread = await listUnspread(trx, AT_ONCE);
    if (unspread.length === 0) return 0;
    const units = new Map<string, UnitWays>();
    const spreadings: Spreading[] = [];
    for (const notice of unspread) {
      const unit = units.get(notice.unitId) ?? (await waysOf(trx, notice.unitId, app.clock()));
      units.set(notice.unitId, unit);
      const choice = unit.choices.get(notice.staffId) ?? STANDARD_CHOICE;
      const channels = channelsFor(unit, unit.staff.get(notice.staffId), can).filter((channel) =>
        wants(choice, notice.kind, channel),
      );
      const at = tellAt(choice, notice.kind, { now: app.clock(), zone: unit.zone });
      spreadings.push({ notice, deliveries: channels.map((channel) => ({ id: newId(app), channel, at })) });
    }
    await saveSpread(trx, spreadings, app.clock());
    return unspread.length;
  });
}

interface UnitWays {
  readonly setting: NoticeSetting;
  readonly staff: ReadonlyMap<string, StaffMember>;
  /** Who has a device that is told. */
  readonly push: ReadonlySet<string>;
  readonly choices: ReadonlyMap<string, NoticeChoice>;
  readonly zone: string;
}

async function waysOf(trx: Database, unitId: string, now: Instant): Promise<UnitWays> {
  const setting = (await findNoticeSetting(trx, unitId)) ?? STANDARD_NOTICES;
  const staff = await listStaff(trx, unitId);
  const push = await listPushPeople(trx, unitId, now);
  const choices = await listNoticeChoices(trx, unitId);
  const zone = (await findUnit(trx, unitId))?.zone ?? VIETNAM;
  return { setting, push, choices, zone, staff: new Map(staff.map((member) => [member.id, member])) };
}

function channelsFor(
  { setting, push }: UnitWays,
  member: StaffMember | undefined,
  can: Means,
): NoticeChannel[] {
  if (!member || !setting.told) return [];
  return [
    ...(can.mail && setting.mail && member.email !== '' ? (['mail'] as const) : []),
    ...(can.push && setting.push && push.has(member.id) ? (['push'] as const) : []),
    ...(setting.hook && member.phone !== '' ? (['hook'] as const) : []),
  ];
}
