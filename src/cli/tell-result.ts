/** How a roster stands, told on the terminal: seats covered, rules broken, how good it is, what stays empty. */

import type { Report, Violation } from '../constraints/check.ts';
import { qualityOf } from '../domain/certificate.ts';
import type { Plan } from '../domain/plan.ts';
import type { Roster } from '../domain/roster.ts';
import type { Certificate } from '../domain/version.ts';
import { formatPercent } from '../i18n/format.ts';
import { costWords } from '../output/cost-words.ts';
import { evennessLines } from '../output/roster/evenness.ts';
import { seatsNeeded } from '../output/roster/seats.ts';
import { violationText, violationWhere } from '../output/violation-words.ts';
import type { Io } from './command.ts';

/** Faults beyond this many are counted, not listed. */
const MOST_LISTED = 40;

export function seatsOf(plan: Plan): number {
  return seatsNeeded(plan);
}

/** The lines everyone wants to see first. */
export function resultLines(plan: Plan, { score }: Report, io: Io): string[] {
  const seats = seatsOf(plan);
  return [
    score.cover === 0
      ? io.say('cli.result.covered', { seats })
      : io.say('cli.result.uncovered', { uncovered: score.cover, seats }),
    score.hard === 0 ? io.say('cli.result.no-hard') : io.say('cli.result.hard', { count: score.hard }),
  ];
}

/** How good the roster is by the plan's rules, and how evenly it shares. */
export function certificateLines({ plan, roster, certificate }: Certified, io: Io): string[] {
  const even = evennessLines(io.language, plan, roster);
  return [certificateLine(certificate, plan.ruleSet.rules.length, io), ...even.map((line) => `  ${line}`)];
}

interface Certified {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly certificate: Certificate;
}

function certificateLine(certificate: Certificate, rules: number, io: Io): string {
  const quality = qualityOf(certificate);
  if (quality.kind === 'within') {
    return io.say('cli.result.within', { percent: formatPercent(io.language, quality.gap, 'up') });
  }
  return io.say(`cli.result.${quality.kind}`, { rules });
}

/** Every violation but the measures that are never nought, worst first; a line each. */
export function violationLines(plan: Plan, { violations }: Report, io: Io): string[] {
  const told = violations.filter(({ kind }) => kind !== 'balance');
  const lines = told.slice(0, MOST_LISTED).map((violation) => `  ${violationLine(plan, violation, io)}`);
  const more = told.length - MOST_LISTED;
  return more > 0 ? [...lines, `  ${io.say('cli.check.more', { count: more })}`] : lines;
}

/** What is broken or empty in full; what could be nicer only by rule, with how often. */
export function summaryLines(plan: Plan, report: Report, io: Io): string[] {
  const grave = report.violations.filter(({ level }) => level !== 'soft');
  const wishes = report.byRule
    .filter(({ level, kind, findings }) => level === 'soft' && kind !== 'balance' && findings > 0)
    .map(({ constraint, findings }) => `${io.say(`constraint.${constraint}.name`)} ${findings}`);
  return [
    ...violationLines(plan, { ...report, violations: grave }, io),
    ...(wishes.length > 0 ? [io.say('cli.result.notes', { list: wishes.join(' · ') })] : []),
    ...costLines(report, io),
  ];
}

/** What the roster's cost is made of; no line where nothing costs. */
export function costLines(report: Report, io: Io): string[] {
  const list = costWords(io.language, report);
  return list === '' ? [] : [io.say('cli.result.costs', { list })];
}

function violationLine(plan: Plan, violation: Violation, io: Io): string {
  const level = io.say(`cli.check.level.${violation.level}`);
  return `${level}: ${violationText(io.language, violation)} · ${violationWhere(io.language, plan, violation)}`;
}

/** 1 when the roster breaks a hard rule or leaves a seat empty. */
export function exitCodeOf({ score }: Report): 0 | 1 {
  return score.hard > 0 || score.cover > 0 ? 1 : 0;
}
