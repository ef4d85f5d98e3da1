/** Lines of the log as pages show them: one line, its icon, what it says, whom it points at. */

import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { type LogEntry, type LogKind, wasOffline } from '../../domain/log-entry.ts';
import { formatDayMonth, formatWeekdayShort } from '../../i18n/format.ts';
import { givenName } from '../../kernel/names.ts';
import type { Visit } from '../kit/visit.ts';
import { correctPath, picturePath } from '../paths/log.ts';

export interface EntryContext {
  readonly unitId: string;
  readonly zone: string;
  readonly nameOf: (staffId: string) => string;
  readonly corrections: ReadonlyMap<number, number>;
  /** Whether corrections are offered. */
  readonly writes: boolean;
}

const ICONS: Readonly<Record<LogKind, string>> = {
  observation: 'document',
  check: 'check-circle',
  alert: 'bell',
  call: 'phone',
  incident: 'octagon',
  handover: 'swap',
};

export function entryRow(visit: Visit, context: EntryContext, entry: LogEntry) {
  const { say } = visit;
  const { unitId, zone, nameOf, corrections, writes } = context;
  const corrected = corrections.get(entry.number);
  const clock = (at: Instant): string => clockTimeOf(at, zone);
  return {
    number: entry.number,
    at: clock(entry.writtenAt),
    icon: ICONS[entry.kind],
    kind: say(`log.kind.${entry.kind}`),
    kindName: entry.kind,
    severity: entry.severity,
    serious: entry.severity === 'serious',
    warning: entry.severity === 'warning',
    mark: markOf(visit, entry),
    good: entry.facts.answer === 'pass',
    system: entry.system,
    words: entry.purged ? say('log.purged') : entry.words,
    figure: typeof entry.facts.figure === 'number' ? figureWords(visit, entry.facts.figure) : '',
    struck: corrected !== undefined,
    correctedBy: corrected === undefined ? '' : say('log.corrected', { number: corrected }),
    corrects: entry.corrects === undefined ? '' : say('log.corrects', { number: entry.corrects }),
    closes: entry.closes === undefined ? '' : say('log.closes', { number: entry.closes }),
    wants: entry.wants ? say('log.wants') : '',
    offline: wasOffline(entry)
      ? say('log.offline', { written: clock(entry.writtenAt), received: clock(entry.receivedAt) })
      : '',
    second: entry.facts.second === true ? say('log.second') : '',
    who: entry.staffId === undefined ? say('log.machine') : givenName(nameOf(entry.staffId)),
    whoWhole: entry.staffId === undefined ? '' : nameOf(entry.staffId),
    pictures: entry.pictures.map((_, place) => ({
      href: picturePath(unitId, entry.number, place),
      label: say('log.picture', { number: place + 1 }),
    })),
    correctHref: writes && !entry.purged ? correctPath(unitId, entry.number) : '',
    correctLabel: say('log.correct', { number: entry.number }),
  };
}

function markOf({ say }: Visit, { facts, severity, kind }: LogEntry): string {
  if (facts.missed === true) return say('log.answer.missed');
  const { answer } = facts;
  if (kind === 'check' && (answer === 'pass' || answer === 'fail' || answer === 'unable')) {
    return say(`log.answer.${answer}`);
  }
  return severity === 'normal' ? '' : say(`log.severity.${severity}`);
}

export function figureWords({ language }: Pick<Visit, 'language'>, figure: number): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 3 }).format(
    figure,
  );
}

/** What is still to be done: when, what, whose. */
export function openItemRow(visit: Visit, { zone, nameOf }: EntryContext, entry: LogEntry) {
  const { say, now, language } = visit;
  const by = entry.wants?.by;
  const late = by !== undefined && by <= now;
  return {
    number: entry.number,
    late,
    due:
      by === undefined
        ? say('log.open.no-time')
        : late
          ? lateWords(visit, by)
          : whenWords({ language, now, zone }, by),
    words: entry.words,
    system: entry.system,
    who: entry.wants?.who ?? '',
    from: entry.staffId === undefined ? '' : nameOf(entry.staffId),
    label: say('log.open.close-label', { words: entry.words }),
  };
}

function lateWords({ say, now }: Visit, by: Instant): string {
  const minutes = Math.floor((now - by) / 60_000);
  return minutes < 60
    ? say('log.open.late-minutes', { minutes })
    : say('log.open.late-hours', { hours: Math.floor(minutes / 60) });
}

/** `09:00`, or with its day where it is another: `17:00 T2 08/02`. */
export function whenWords(
  {
    language,
    now,
    zone,
  }: { readonly language: Visit['language']; readonly now: Instant; readonly zone: string },
  at: Instant,
): string {
  const day = dayOf(at, zone);
  const clock = clockTimeOf(at, zone);
  if (day === dayOf(now, zone)) return clock;
  return `${clock} ${formatWeekdayShort(language, day)} ${formatDayMonth(day)}`;
}
