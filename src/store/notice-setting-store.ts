/** Whether and how each unit tells its people. Secrets pass through sealed. */

import type { NoticeSetting } from '../domain/notice-setting.ts';
import type { Database } from './database.ts';
import { rowIn, rowsIn, saveIn } from './rows.ts';

/** As stored: with the web hook's secrets sealed. */
export interface StoredNoticeSetting extends NoticeSetting {
  readonly sealed?: { readonly secret: string; readonly header?: string };
}

export async function findNoticeSetting(
  db: Database,
  unitId: string,
): Promise<StoredNoticeSetting | undefined> {
  const row = await rowIn(db, 'notice_setting', { unit_id: unitId });
  if (!row) return undefined;
  const { hook_address: address, hook_secret: secret, hook_header: header, hook_template: template } = row;
  const hook = address === null || template === null ? undefined : { address, template };
  return {
    told: row.told === 1,
    mail: row.mail === 1,
    push: row.push === 1,
    reminders: row.reminders === 1,
    checkIn: row.check_in === 1,
    ...(hook ? { hook } : {}),
    ...(hook && secret !== null ? { sealed: { secret, ...(header === null ? {} : { header }) } } : {}),
  };
}

export async function saveNoticeSetting(
  db: Database,
  unitId: string,
  { told, mail, push, reminders, checkIn, hook, sealed }: StoredNoticeSetting,
): Promise<void> {
  const row = {
    unit_id: unitId,
    told: Number(told),
    mail: Number(mail),
    push: Number(push),
    reminders: Number(reminders ?? false),
    check_in: Number(checkIn ?? false),
    hook_address: hook?.address ?? null,
    hook_secret: sealed?.secret ?? null,
    hook_header: sealed?.header ?? null,
    hook_template: hook?.template ?? null,
  };
  await saveIn(db, 'notice_setting', ['unit_id'], row);
}

/** Units that tell of shifts beforehand, or want them taken. */
export async function listRemindingUnits(
  db: Database,
): Promise<readonly { readonly unitId: string; readonly setting: NoticeSetting }[]> {
  const rows = await rowsIn(db, 'notice_setting', { told: 1 })
    .where(({ or, eb }) => or([eb('reminders', '=', 1), eb('check_in', '=', 1)]))
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    setting: {
      told: true,
      mail: row.mail === 1,
      push: row.push === 1,
      reminders: row.reminders === 1,
      checkIn: row.check_in === 1,
    },
  }));
}
