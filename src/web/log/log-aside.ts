/** Beside the log: the shifts that wrote last, by day, and what became of the checks of those that run. */

import { readRunningChecks, readWritingShifts, type WritingShift } from '../../app/log/read-shifts.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Visit } from '../kit/visit.ts';
import { logPath } from '../paths/log.ts';

export async function asideModel(
  visit: Visit,
  { app }: WebDeps,
  { unitId, zone }: { readonly unitId: string; readonly zone: string },
) {
  const shifts = await readWritingShifts(app, unitId);
  const checks = await readRunningChecks(app, unitId);
  const days = new Map<string, WritingShift[]>();
  for (const each of shifts) days.set(each.shift.day, [...(days.get(each.shift.day) ?? []), each]);
  const chosen = visit.query.get('shift');
  return {
    days: [...days.values()].map((own) => {
      const words = own.map(({ version, shift }) => shiftWords(visit.language, version.plan, shift));
      return {
        day: words[0]?.day ?? '',
        lunar: words[0]?.lunar ?? '',
        named: words.find(({ named }) => named !== '')?.named ?? '',
        shifts: own.map(({ periodId, shiftId, lines, serious }, i) => ({
          ...{ lines, serious, night: words[i]?.night === true },
          label: words[i]?.label || words[i]?.hours || '',
          post: words[i]?.post ?? '',
          current: chosen === shiftId && visit.query.get('period') === periodId,
          href: logPath(unitId, { period: periodId, shift: shiftId }),
        })),
      };
    }),
    checks: checks ? checksModel(visit, checks, zone) : false,
  };
}

function checksModel(
  { say, now }: Visit,
  checks: NonNullable<Awaited<ReturnType<typeof readRunningChecks>>>,
  zone: string,
) {
  const answered = (said: string): number =>
    checks.filter(({ answer }) => answer?.facts.answer === said).length;
  const missed = checks.filter(({ answer, until }) => !answer && until <= now);
  const waiting = checks.filter(({ answer, until }) => !answer && until > now);
  const [next] = waiting;
  return {
    total: checks.length,
    done: checks.filter(({ answer }) => answer).length,
    passed: answered('pass'),
    failed: answered('fail'),
    unable: answered('unable'),
    missed: missed.length,
    missedNames: missed
      .map(({ check, dueAt }) => `${clockTimeOf(dueAt, zone)} ${check.name}`)
      .slice(0, 3)
      .join('; '),
    waiting: waiting.length,
    next: next ? say('log.aside.next', { at: clockTimeOf(next.dueAt, zone) }) : '',
  };
}
