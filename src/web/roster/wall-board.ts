/** The watch on the wall: incidents with what is due, alerts nobody took, checks that failed or were missed; one line each where all is calm. */

import type { WaitingAlert } from '../../app/alerts/read-alerts.ts';
import type { StandingCheck } from '../../app/checks/read-checks.ts';
import type { WatchBoard } from '../../app/displays/watch-board.ts';
import type { ListedIncident } from '../../app/incidents/read-incidents.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { incidentCode, nextDue } from '../../domain/incident.ts';
import { formatClockDay, formatDuration } from '../../i18n/format.ts';
import { givenName } from '../../kernel/names.ts';
import type { Visit } from '../kit/visit.ts';

/** Of each kind; more don't fit where another kind has something too. */
const MOST_ROWS = { alone: 4, beside: 2 };

export function boardModel(visit: Visit, { incidents, alerts, checks }: WatchBoard, zone: string) {
  const { say, now } = visit;
  const waiting = alerts?.open.filter(({ alert }) => alert.takenAt === undefined) ?? [];
  const wrong = checks ? wrongOf(visit, checks) : [];
  const busy = [incidents ?? [], waiting, wrong].filter(({ length }) => length > 0).length;
  const most = busy > 1 ? MOST_ROWS.beside : MOST_ROWS.alone;
  return {
    calm: busy === 0,
    asOf: say('wall.as-of', { clock: clockTimeOf(now, zone) }),
    incidents: incidents ? shown(incidents, { say, most }, (each) => incidentRow(visit, each, zone)) : false,
    alerts: alerts
      ? {
          ...shown(waiting, { say, most }, (each) => alertRow(visit, each, zone)),
          taken:
            alerts.open.length === waiting.length
              ? ''
              : say('wall.alert.taken', { count: alerts.open.length - waiting.length }),
          sources: alerts.sources.map(({ name, lastAt, silent }) => ({
            silent,
            words: say(silent ? 'wall.source.silent' : 'wall.source', {
              name,
              clock: momentOf(visit, lastAt, zone),
            }),
          })),
        }
      : false,
    checks: checks
      ? {
          ...shown(wrong, { say, most }, (each) => checkRow(visit, each, zone)),
          passed: say('wall.checks.passed', {
            count: checks.filter(({ answer }) => answer?.facts.answer === 'pass').length,
          }),
          coming: comingRow(visit, checks, { zone, calm: busy === 0 }),
        }
      : false,
  };
}

function shown<T, R>(
  all: readonly T[],
  { say, most }: Pick<Visit, 'say'> & { readonly most: number },
  row: (each: T) => R,
) {
  const left = all.length - most;
  return {
    count: all.length,
    rows: all.slice(0, most).map(row),
    more: left > 0 ? say('wall.more', { count: left }) : '',
  };
}

/** `22:50`, or with its day where it is another. */
function momentOf({ language, now }: Visit, at: Parameters<typeof clockTimeOf>[0], zone: string): string {
  return dayOf(at, zone) === dayOf(now, zone)
    ? clockTimeOf(at, zone)
    : formatClockDay(language, at, { zone });
}

function incidentRow(visit: Visit, { incident, owed }: ListedIncident, zone: string) {
  const { say, language, now } = visit;
  const next = nextDue(owed);
  return {
    title: incident.title,
    facts: say('wall.incident', {
      code: incidentCode(incident),
      stamp: momentOf(visit, incident.detectedAt, zone),
      time: formatDuration(language, Math.floor(minutesBetween(incident.detectedAt, now))),
    }),
    due:
      next?.dueAt === undefined
        ? false
        : {
            what: say('wall.incident.due', {
              name: next.duty.name,
              moment: momentOf(visit, next.dueAt, zone),
            }),
            until: next.dueAt,
            left: say('wall.left', { time: '%' }),
            late: say('wall.late', { time: '%' }),
            hours: say('duration.hours', { hours: '%' }),
            minutes: say('duration.minutes', { minutes: '%' }),
            time: say(next.state === 'late' ? 'wall.late' : 'wall.left', {
              time: formatDuration(language, Math.floor(Math.abs(minutesBetween(now, next.dueAt)))),
            }),
          },
  };
}

function alertRow(visit: Visit, { alert, next }: WaitingAlert, zone: string) {
  const { say, language, now } = visit;
  const clock = momentOf(visit, alert.firedAt, zone);
  return {
    since: formatDuration(language, Math.floor(minutesBetween(alert.firedAt, now))),
    title: `${alert.source}: ${alert.title}`,
    next: next ? nextWords(visit, next, clock) : say('wall.alert.alone', { clock }),
    unsure: say('wall.alert.unsure', { clock }),
  };
}

function nextWords(
  { say, language, now }: Visit,
  { name, at }: NonNullable<WaitingAlert['next']>,
  clock: string,
): string {
  const about = { clock, name: givenName(name) };
  if (at <= now) return say('wall.alert.now', about);
  return say('wall.alert.next', {
    ...about,
    time: formatDuration(language, Math.ceil(minutesBetween(now, at))),
  });
}

/** Missed ones first: nobody looked at those at all. */
function wrongOf({ now }: Visit, checks: readonly StandingCheck[]): StandingCheck[] {
  const missed = checks.filter(({ answer, until }) => !answer && until <= now);
  const failed = checks.filter(({ answer }) => answer && answer.facts.answer !== 'pass');
  return [...missed, ...failed];
}

function checkRow(visit: Visit, { check, dueAt, until, answer }: StandingCheck, zone: string) {
  const { say, language, now } = visit;
  const said = answer === undefined ? 'missed' : answer.facts.answer === 'unable' ? 'unable' : 'fail';
  return {
    mark: say(`wall.checks.${said}`),
    failed: said === 'fail',
    what: `${momentOf(visit, dueAt, zone)} ${check.name}`,
    more:
      answer === undefined
        ? say('wall.late', { time: formatDuration(language, Math.floor(minutesBetween(until, now))) })
        : answer.words === check.name
          ? ''
          : answer.words.replace(`${check.name}: `, ''),
  };
}

/** Where all is calm there is room to say what. */
function comingRow(
  visit: Visit,
  checks: readonly StandingCheck[],
  { zone, calm }: { readonly zone: string; readonly calm: boolean },
) {
  const { say, now } = visit;
  const first = checks.find(({ dueAt, answer }) => dueAt > now && !answer)?.dueAt;
  if (first === undefined) return false;
  const names = checks
    .filter(({ dueAt, answer }) => dueAt === first && !answer)
    .map(({ check }) => check.name);
  return {
    clock: momentOf(visit, first, zone),
    what: say('wall.checks.coming', { count: names.length }),
    names: calm ? names.join(', ') : '',
  };
}
