/** How each person wants to be told; whoever has not said follows the standard. */

import type { ClockTime } from '../calendar/zone.ts';
import { type NoticeChoice, STANDARD_CHOICE } from '../domain/notice-choice.ts';
import type { Database } from './database.ts';
import type { NoticeChoiceRow } from './notice-tables.ts';
import type { Person } from './personal-link-store.ts';
import { rowIn, rowsIn, saveIn } from './rows.ts';

export async function findNoticeChoice(db: Database, { unitId, staffId }: Person): Promise<NoticeChoice> {
  const row = await rowIn(db, 'notice_choice', { unit_id: unitId, staff_id: staffId });
  return row ? choiceFromRow(row) : STANDARD_CHOICE;
}

export async function listNoticeChoices(
  db: Database,
  unitId: string,
): Promise<ReadonlyMap<string, NoticeChoice>> {
  const rows = await rowsIn(db, 'notice_choice', { unit_id: unitId }).execute();
  return new Map(rows.map((row) => [row.staff_id, choiceFromRow(row)]));
}

export async function saveNoticeChoice(
  db: Database,
  { unitId, staffId }: Person,
  { quiet, evening, hour, off }: NoticeChoice,
): Promise<void> {
  const row = {
    unit_id: unitId,
    staff_id: staffId,
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
    evening: Number(evening),
    hour: Number(hour),
    off: off.join('\n'),
  };
  await saveIn(db, 'notice_choice', ['unit_id', 'staff_id'], row);
}

function choiceFromRow({
  quiet_from: from,
  quiet_to: to,
  evening,
  hour,
  off,
}: NoticeChoiceRow): NoticeChoice {
  return {
    ...(from === null || to === null ? {} : { quiet: { from: from as ClockTime, to: to as ClockTime } }),
    evening: evening === 1,
    hour: hour === 1,
    off: off === '' ? [] : off.split('\n'),
  };
}
