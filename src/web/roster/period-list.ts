/** The periods there are, and the holidays coming that have none yet. */

import type { App } from '../../app/app.ts';
import type { PeriodSummary } from '../../app/periods/list-periods.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import { type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { dayOf, VIETNAM } from '../../calendar/zone.ts';
import { check } from '../../constraints/check.ts';
import { lastDayOfSpan } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatDayMonth, formatLunarShort } from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { coverOfVersion, vacanciesOf } from '../../output/roster/seats.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath, newPeriodPath, rosterPath } from '../paths/periods.ts';
import { isMaker, mayStart } from './making-list.ts';

const STAGES = ['coming', 'running', 'finished', 'withdrawn', 'drafted', 'missing'] as const;
export type Stage = (typeof STAGES)[number];

const LOOKS: Readonly<Record<Stage, { readonly icon: string; readonly chip: string }>> = {
  coming: { icon: 'check-circle', chip: 'chip-good' },
  running: { icon: 'clock', chip: 'chip-night' },
  finished: { icon: 'check', chip: '' },
  withdrawn: { icon: 'octagon', chip: 'chip-error' },
  drafted: { icon: 'document', chip: 'chip-warning' },
  missing: { icon: 'calendar', chip: 'chip-outline' },
};

export function stageOf({ plan, withdrawn }: RosterVersion, now: number): Stage {
  if (withdrawn) return 'withdrawn';
  if (endOf(plan) <= now) return 'finished';
  return plan.period.span.start <= now ? 'running' : 'coming';
}

const endOf = onceFor(({ period, shifts }: Plan) =>
  Math.max(period.span.end, ...shifts.map(({ span }) => span.end)),
);

/** Hard rules broken, as the referee counts them; gaps in cover are counted apart. */
export const hardFaults = onceFor(
  ({ plan, roster }: RosterVersion) =>
    check(plan, roster).violations.filter(({ level }) => level === 'hard').length,
);

/** Versions that run or come, with what other periods publish beside them today; what is over stays as it was. */
export function besideOthers(
  { now }: Visit,
  app: App,
  versions: readonly RosterVersion[],
): Promise<RosterVersion[]> {
  return Promise.all(
    versions.map(async (version) => {
      const isLive = ['coming', 'running'].includes(stageOf(version, now));
      return (
        (isLive && (await readVersion(app, { unitId: version.plan.unit.id, periodId: version.periodId }))) ||
        version
      );
    }),
  );
}

export interface PeriodSources {
  readonly versions: readonly RosterVersion[];
  readonly breaks: readonly HolidayBreak[];
  /** Every period there is; those without a version are shown to whoever may work on them. */
  readonly entries: readonly PeriodSummary[];
}

/** In the making first, then upcoming and running, by start; then holidays without a period; then what is over, newest first. */
export function periodRows(visit: Visit, { versions, breaks, entries }: PeriodSources) {
  const byStart = versions.toSorted((a, b) => a.plan.period.span.start - b.plan.period.span.start);
  const live = byStart.filter((each) => ['coming', 'running'].includes(stageOf(each, visit.now)));
  const over = byStart.filter((each) => !live.includes(each)).reverse();
  const drafted = entries.filter((entry) => !entry.published && isMaker(visit, entry));
  const served = new Set(
    [...versions.map(({ plan }) => plan), ...entries].flatMap(({ period }) => period.holidays),
  );
  const missing = breaks.filter(({ key }) => !served.has(key));
  return [
    ...drafted.map((each) => draftedRow(visit, each)),
    ...live.map((each) => versionRow(visit, each)),
    ...missing.map((each) => missingRow(visit, each)),
    ...over.map((each) => versionRow(visit, each)),
  ];
}

function versionRow(visit: Visit, version: RosterVersion) {
  const { language, now, say } = visit;
  const { plan, number, publishedAt } = version;
  const { filled, needed } = coverOfVersion(version);
  const stage = stageOf(version, now);
  const faults = stage === 'coming' || stage === 'running' ? hardFaults(version) : 0;
  const vacant = vacanciesOf(version);
  const inNeed = needed - filled - vacant;
  const note = [
    vacant > 0 ? say('web.periods.gaps', { count: vacant }) : '',
    inNeed > 0 ? say('replace.seats-in-need', { count: inNeed }) : '',
    faults > 0 ? say('web.findings.errors', { count: faults }) : '',
  ]
    .filter(Boolean)
    .join(', ');
  const first = plan.days[0] ?? dayOf(plan.period.span.start, plan.unit.zone);
  const bad = note !== '' && stage !== 'withdrawn';
  return {
    name: plan.period.name,
    // Empty for a holiday that has no period yet, for those who make none.
    href: rosterPath(version.periodId),
    ...datesOf(language, first, plan.days.at(-1) ?? first),
    ...stageWords(visit, stage),
    version: say('web.periods.version', {
      number,
      day: formatDayMonth(dayOf(publishedAt, plan.unit.zone)),
    }),
    seats: stage === 'withdrawn' ? '' : `${filled}/${needed}`,
    note: bad ? note : version.note,
    bad,
  };
}

function draftedRow(visit: Visit, entry: PeriodSummary) {
  const { id, name, span } = entry.period;
  return {
    name,
    href: makingPath(id, entry.draft ? 'draft' : 'prepare'),
    ...datesOf(visit.language, dayOf(span.start, VIETNAM), lastDayOfSpan(span, VIETNAM)),
    ...stageWords(visit, 'drafted'),
    version: '',
    seats: '',
    note: visit.say(entry.draft ? 'editor.periods.draft' : 'editor.periods.empty'),
    bad: false,
  };
}

function missingRow(visit: Visit, holiday: HolidayBreak) {
  return {
    name: titleOfBreak(holiday),
    href: mayStart(visit) ? newPeriodPath(holiday.key) : '',
    ...datesOf(visit.language, holiday.from, lastDayOf(holiday)),
    ...stageWords(visit, 'missing'),
    version: '',
    seats: '',
    note: holiday.status === 'official' ? '' : visit.say(`web.holiday.${holiday.status}`),
    bad: false,
  };
}

function stageWords(visit: Visit, stage: Stage) {
  return { stage, stageWords: visit.say(`web.stage.${stage}`), ...LOOKS[stage] };
}

function datesOf(
  language: Language,
  first: Day,
  last: Day,
): { readonly dates: string; readonly lunar: string } {
  const range = (format: (day: Day) => string): string =>
    first === last ? format(first) : `${format(first)} – ${format(last)}`;
  const isLunar = isLunarDay(first) && isLunarDay(last);
  return {
    dates: range(formatDayMonth),
    lunar: isLunar ? range((day) => formatLunarShort(language, lunarOf(day))) : '',
  };
}

/** `Tết Đinh Mùi 2027`. */
export function titleOfBreak({ title, year }: HolidayBreak): string {
  return title.includes(String(year)) ? title : `${title} ${year}`;
}

/** How far ahead holidays are looked for. */
const DAYS_AHEAD = 366;

export function horizonFrom(today: Day): Day {
  return addDays(today, DAYS_AHEAD);
}
