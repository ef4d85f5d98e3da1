/**
 * The notice of a holiday, entered in one step: the days of the unit's own entry from then on, official, over whatever was
 * guessed. It tells what changes in every period planned on the guess, and beforehand too.
 */

import { parseHolidayNotice, type TypedNotice } from '../../calendar/holiday-notice.ts';
import { type HolidayBreak, sharesHoliday } from '../../calendar/holidays.ts';
import { changesAnything, type NoticeEffect } from '../../domain/notice-effect.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Fault, Parsed } from '../../kernel/fault.ts';
import { replacePeriodParts } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listHolidays, replaceHolidays } from '../../store/holiday-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { noticeEffects, type PeriodAfter } from './notice-effects.ts';

export interface NoticeEntering {
  readonly unitId: string;
  readonly notice: TypedNotice;
  readonly actor: string;
}

export interface NoticeOutcome {
  readonly entry: HolidayBreak;
  /** What holds until then of the same holiday: the guess, or an earlier notice. */
  readonly replaced: readonly HolidayBreak[];
  /** Every period that rests on it, by start; those for which no day changes included. */
  readonly effects: readonly NoticeEffect[];
}

/** What entering it would do; nothing is written. Throws `not-found` without such a unit. */
export function previewHolidayNotice(
  app: App,
  { unitId, notice }: Omit<NoticeEntering, 'actor'>,
): Promise<Parsed<NoticeOutcome>> {
  allow(app, 'holidays.edit', { unitId });
  return readOnly(app.db, async (trx) => outcomeOf(await workOut(trx, app, unitId, notice)));
}

/**
 * All or nothing: a notice with faults, or one that leaves a period without any shift, changes nothing. Published versions
 * stay as they are; drafts stay, without the proof that was made of other days. Throws `not-found` without such a unit.
 */
export async function enterHolidayNotice(
  app: App,
  { unitId, notice, actor }: NoticeEntering,
): Promise<Parsed<NoticeOutcome>> {
  allow(app, 'holidays.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const worked = await workOut(trx, app, unitId, notice);
    if (!worked.ok) return worked;
    const { entry, own, periods } = worked.value;
    await replaceHolidays(trx, { unitId, year: entry.year }, own);
    for (const each of periods) await rewrite(trx, { unitId, periodId: each.effect.periodId }, each);
    const changed = periods.filter(({ effect }) => changesAnything(effect));
    const details = { source: entry.source, periods: changed.length };
    await record(trx, app, { actor, action: 'holidays.notice', unitId, subject: entry.key }, details);
    return outcomeOf(worked);
  });
}

interface WorkedOut extends Omit<NoticeOutcome, 'effects'> {
  /** The unit's own entries of that year as they will stand. */
  readonly own: readonly HolidayBreak[];
  readonly periods: readonly PeriodAfter[];
}

async function workOut(
  trx: Database,
  app: App,
  unitId: string,
  notice: TypedNotice,
): Promise<Parsed<WorkedOut>> {
  const unit = await requireUnit(trx, unitId);
  const before = await listHolidays(trx, unitId);
  const parsed = parseHolidayNotice(notice, { ...app.holidays, overrides: before });
  if (!parsed.ok) return parsed;
  const entry = parsed.value;
  const stays = ({ year, kind }: HolidayBreak): boolean =>
    year !== entry.year || !sharesHoliday(kind, entry.kind);
  const after = [...before.filter(stays), entry];
  const { replaced, periods } = await noticeEffects(trx, app, { unit, entry, before, after });
  const faults = periods.flatMap((each): Fault[] =>
    each.faults.slice(0, 1).map(() => unplanned(each.effect)),
  );
  if (faults.length > 0) return { ok: false, faults };
  const own = after.filter(({ year }) => year === entry.year);
  return { ok: true, value: { entry, replaced, own, periods }, warnings: [] };
}

function unplanned({ name, periodId }: NoticeEffect): Fault {
  return { key: 'fault.notice.plan', params: { period: name }, file: '', column: 'from', value: periodId };
}

function outcomeOf(worked: Parsed<WorkedOut>): Parsed<NoticeOutcome> {
  if (!worked.ok) return worked;
  const { entry, replaced, periods } = worked.value;
  return { ok: true, value: { entry, replaced, effects: periods.map(({ effect }) => effect) }, warnings: [] };
}

async function rewrite(trx: Database, key: PeriodKey, { source, effect }: PeriodAfter): Promise<void> {
  if (source) await replacePeriodParts(trx, source);
  if (changesAnything(effect)) await dropCertificate(trx, key);
}
