/**
 * The notice of a holiday, entered in one step as it stands on the paper: number, date, days. Afterwards every period that
 * was planned on the guess, with what changes; beforehand too, for who wants to look first.
 */

import { listBreaks } from '../../app/drafts/list-breaks.ts';
import {
  enterHolidayNotice,
  type NoticeOutcome,
  previewHolidayNotice,
} from '../../app/periods/enter-holiday-notice.ts';
import { openUnit } from '../../app/units/open-unit.ts';
import { addDays } from '../../calendar/day.ts';
import { typedNotice } from '../../calendar/holiday-notice.ts';
import { type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import { changesAnything } from '../../domain/notice-effect.ts';
import { formatDayMonth } from '../../i18n/format.ts';
import { effectLines, noticeLines } from '../../output/holiday-notice-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FieldOption, type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { holidayNoticePath } from '../paths/setup.ts';
import { titleOfBreak } from '../roster/period-list.ts';

/** Notices come late, and are looked up afterwards. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 2 * 366;
const DATE = { inputmode: 'numeric', placeholder: 'dd/mm/yyyy', required: true } as const;

interface Told {
  readonly outcome: NoticeOutcome;
  readonly saved: boolean;
}

export async function showHolidayNotice(visit: Visit, deps: WebDeps): Promise<Reply> {
  return noticePage(visit, deps, { values: visit.query });
}

/** The answer is the page itself: entered once more, the same notice changes nothing. */
export async function saveHolidayNotice(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const notice = typedNotice((name) => (visit.form.get(name) ?? '').trim());
  const saved = visit.form.get('step') !== 'look';
  const parsed = saved
    ? await enterHolidayNotice(deps.app, { unitId, notice, actor: visit.actor })
    : await previewHolidayNotice(deps.app, { unitId, notice });
  if (!parsed.ok) {
    const faults = parsed.faults.map(({ key, params, column, value = '' }) => ({
      key,
      params: { value, ...params },
      ...(column === undefined ? {} : { field: column }),
    }));
    return noticePage(visit, deps, { values: visit.form, faults });
  }
  return noticePage(visit, deps, { values: visit.form, told: { outcome: parsed.value, saved } });
}

interface Shown {
  readonly values: URLSearchParams;
  readonly faults?: readonly FormFault[];
  readonly told?: Told;
}

async function noticePage(
  visit: Visit,
  { app }: WebDeps,
  { values, faults = [], told }: Shown,
): Promise<Reply> {
  const { say, today } = visit;
  const unitId = visit.param('unit');
  const { unit } = await openUnit(app, unitId);
  const span = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
  const breaks = await listBreaks(app, { unitId, ...span });
  const form = formOf(visit, values, faults);
  return {
    kind: 'page',
    view: 'setup/holiday-notice',
    title: say('holiday-notice.title'),
    unitName: unit.name,
    ...refusedIf(faults.length > 0),
    model: {
      to: holidayNoticePath(unitId),
      whole: form.whole,
      outcome: told ? outcomeWords(visit, told) : false,
      // Entered, it is done with; looked at, it waits to be entered.
      open: told?.saved !== true,
      holiday: form.select(
        'holiday',
        'holiday-notice.field.holiday',
        breaks.map((each) => optionOf(visit, each)),
        { required: true },
      ),
      paper: [
        form.text('number', 'holiday-notice.field.number', { required: true, placeholder: '6150/TB-BNV' }),
        form.text('date', 'holiday-notice.field.date', DATE),
      ],
      days: [
        form.text('from', 'holiday-notice.field.from', DATE),
        form.text('to', 'holiday-notice.field.to', DATE),
      ],
      more: [
        form.text('paid', 'holiday-notice.field.paid'),
        form.text('swaps', 'holiday-notice.field.swaps'),
      ],
      anotherPath: holidayNoticePath(unitId),
    },
  };
}

/** `Tết Đinh Mùi 2027 · 04/02 – 10/02, tạm tính`. */
function optionOf({ say }: Visit, holiday: HolidayBreak): FieldOption {
  const days = `${formatDayMonth(holiday.from)} – ${formatDayMonth(lastDayOf(holiday))}`;
  const status = say(`holiday-notice.status.${holiday.status}`);
  return { value: holiday.key, label: `${titleOfBreak(holiday)} · ${days}, ${status}` };
}

function outcomeWords({ language, say }: Visit, { outcome, saved }: Told) {
  const [head = '', ...lines] = noticeLines(language, { ...outcome, saved });
  const changed = outcome.effects.filter(changesAnything).length;
  return {
    saved,
    head,
    lines,
    summary:
      outcome.effects.length === 0
        ? say('holiday-notice.no-periods')
        : say('holiday-notice.summary', { count: outcome.effects.length, changed }),
    periods: outcome.effects.map((effect) => ({
      name: effect.name,
      href: makingPath(effect.periodId, effect.draft ? 'draft' : 'prepare'),
      changed: changesAnything(effect),
      lines: effectLines(language, effect),
    })),
  };
}
