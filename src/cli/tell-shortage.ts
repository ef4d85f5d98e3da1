/** Why seats stayed empty, told on the terminal: for each seat, who was kept from it by what. */

import { cellsOf } from '../constraints/compile.ts';
import type { Problem } from '../constraints/shapes.ts';
import type { Plan } from '../domain/plan.ts';
import type { Roster } from '../domain/roster.ts';
import { givenStaffName } from '../domain/staff-names.ts';
import { isMessageKey } from '../i18n/translate.ts';
import { shiftLine } from '../output/roster/shift-words.ts';
import { teamAwayLines } from '../output/roster/team-away-lines.ts';
import { explainShortages, type Reason, type Shortage } from '../solver/explain.ts';
import type { Io } from './command.ts';

/** Names beyond this many are counted, not listed. */
const MOST_NAMES = 8;
/** Of gaps told together. */
const MOST_SHIFTS = 4;

/** Empty when every seat is filled. */
export function shortageLines(
  plan: Plan,
  { problem, roster }: { problem: Problem; roster: Roster },
  io: Io,
): string[] {
  const shortages = explainShortages(problem, cellsOf(plan, roster));
  if (shortages.length === 0) return [];
  return [
    '',
    io.say('cli.shortage.title'),
    ...alike(shortages).flatMap((same) => seatLines(plan, problem, same, io)),
    ...teamAwayLines(io.language, plan).map((line) => `  ${line}`),
  ];
}

/** Gaps of the very same reasons together: fifteen equal ones are told once. */
function alike(shortages: readonly Shortage[]): Shortage[][] {
  const groups = new Map<string, Shortage[]>();
  for (const shortage of shortages) {
    const { missing, reasons } = shortage;
    const key = JSON.stringify([
      missing,
      reasons.map(({ obstacle, rule, people }) => [obstacle, rule, people]),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), shortage]);
  }
  return [...groups.values()];
}

function seatLines(plan: Plan, problem: Problem, same: readonly Shortage[], io: Io): string[] {
  const found = same.flatMap(({ shifts }) => plan.shifts[shifts[0] ?? -1] ?? []);
  const [first] = same;
  const names = new Set(
    found.map(({ postId }) => plan.posts.find(({ id }) => id === postId)?.shortName ?? ''),
  );
  if (!first || found.length === 0) return [];
  const { missing, reasons } = first;
  const told = found.slice(0, MOST_SHIFTS).map((shift) => shiftLine(io.language, plan, shift));
  const more = found.length > MOST_SHIFTS ? [`+${found.length - MOST_SHIFTS}`] : [];
  const seat = io.say('cli.shortage.seat', {
    when: [...told, ...more].join(', '),
    post: [...names].join(', '),
    missing,
  });
  return [`  ${seat}`, ...reasons.map((reason) => `    ${reasonLine(plan, problem, reason, io)}`)];
}

function reasonLine(plan: Plan, problem: Problem, reason: Reason, io: Io): string {
  const names = reason.people.map((person) => givenStaffName(plan.staff, plan.staff[person]?.id));
  const more = names.length > MOST_NAMES ? [`+${names.length - MOST_NAMES}`] : [];
  const list = [...names.slice(0, MOST_NAMES), ...more].join(', ');
  return io.say('cli.shortage.reason', {
    reason: reasonWords(problem, reason, io),
    count: names.length,
    names: list,
  });
}

/** In words made for it where there are some, else by the rule's own name. */
function reasonWords(problem: Problem, { obstacle, rule }: Reason, io: Pick<Io, 'say'>): string {
  const constraint = problem.rules[rule ?? -1]?.constraint;
  if (constraint === undefined) return io.say(`shortage.${obstacle}`);
  const own = `constraint.${constraint}.shortage`;
  return io.say(isMessageKey(own) ? own : `constraint.${constraint}.name`);
}
