/** What the referee found, in sentences: what is wrong, who, when, and which seats to mark. It judges nothing itself. */

import type { Violation } from '../../constraints/check.ts';
import type { Plan } from '../../domain/plan.ts';
import { isUnstood, type RosterVersion, seatKey } from '../../domain/version.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { periodsBeside, violationText, violationWhere } from '../../output/violation-words.ts';
import { rosterPath } from '../paths/periods.ts';
import { replacementsPath } from '../paths/replacements.ts';
import { anchorOf, type MarkOf } from './roster-grid.ts';

export interface FindingModel {
  readonly error: boolean;
  readonly text: string;
  /** `Bùi Đức Anh · CN 07/02 14–22 → T2 08/02 06–14`. */
  readonly where: string;
  /** Fragment of the first seat concerned; empty when there is none. */
  readonly anchor: string;
  /** Where it is: `#shift-12`, or on the page of another month. */
  readonly href: string;
  /** Fragments of every seat concerned, with spaces between. */
  readonly anchors: string;
  /** Other periods that it names, to be opened. */
  readonly beside: readonly { readonly name: string; readonly href: string }[];
  /** Where someone else is found for it; empty for what no one else would mend. */
  readonly replaceHref: string;
  /** The shift that lacks people, when that is what is wrong. */
  readonly shortShift: string;
}

export interface Findings {
  readonly items: readonly FindingModel[];
  readonly errors: number;
  readonly warnings: number;
  /** Wishes and other preferences that could not all be met: no faults, but not hidden either. */
  readonly unmet: readonly UnmetPreference[];
  readonly unmetCount: number;
  readonly markOf: MarkOf;
}

/** One rule of preference and every time it was not met. */
export interface UnmetPreference {
  readonly name: string;
  readonly count: number;
  readonly items: readonly Pick<FindingModel, 'text' | 'where' | 'anchor' | 'href' | 'anchors' | 'beside'>[];
}

/** Preferences are told apart from faults; balance is a measure that bars show better than sentences. */
export function findingsOf(
  language: Language,
  plan: Plan,
  violations: readonly Violation[],
  place: (shiftId: string) => string = (shiftId) => `#${anchorOf(plan)(shiftId)}`,
): Findings {
  const told = violations.filter(({ kind }) => kind === 'rule');
  const anchor = anchorOf(plan);
  const placed = (violation: Violation) => ({
    text: violationText(language, violation),
    where: violationWhere(language, plan, violation),
    anchor: violation.shiftIds[0] === undefined ? '' : anchor(violation.shiftIds[0]),
    href: violation.shiftIds[0] === undefined ? '#' : place(violation.shiftIds[0]),
    anchors: violation.shiftIds.map(anchor).join(' '),
    beside: periodsBeside(violation).map(({ id, name }) => ({ name, href: rosterPath(id) })),
  });
  const items = told.map((violation) => ({
    error: isError(violation),
    ...placed(violation),
    replaceHref: '',
    shortShift: violation.constraint === 'cover-minimum' ? (violation.shiftIds[0] ?? '') : '',
  }));
  const preferences = violations.filter(({ kind }) => kind === 'preference');
  const unmet = [...new Set(preferences.map(({ constraint }) => constraint))].map((constraint) => {
    const items = preferences.filter((each) => each.constraint === constraint).map(placed);
    return { name: translate(language, `constraint.${constraint}.name`), count: items.length, items };
  });
  const errors = items.filter(({ error }) => error).length;
  return {
    items: [...items.filter(({ error }) => error), ...items.filter(({ error }) => !error)],
    errors,
    warnings: items.length - errors,
    unmet,
    unmetCount: preferences.length,
    markOf: markOf(told),
  };
}

/**
 * The seats of people who have left since, are on leave or lost a skill, as faults before all others: the version was
 * right when it was published.
 */
export function withAbsences(
  language: Language,
  version: RosterVersion,
  findings: Findings,
  { place, replaces }: { readonly place: (shiftId: string) => string; readonly replaces: boolean },
): Findings {
  const { plan, roster, away = {} } = version;
  const shiftById = new Map(plan.shifts.map((shift) => [shift.id, shift]));
  const seats = roster.assignments.flatMap(({ shiftId, staffId }) => {
    const shift = shiftById.get(shiftId);
    if (!shift || !isUnstood(version, staffId, shift)) return [];
    return [{ shift, staffId, reason: away[seatKey(shiftId, staffId)] ?? 'left' }];
  });
  if (seats.length === 0) return findings;
  const anchor = anchorOf(plan);
  const people = new Map(seats.map((each) => [`${each.reason} ${each.staffId}`, each]));
  const items = [...people.values()].map(({ staffId, reason }): FindingModel => {
    const own = seats.filter((each) => each.staffId === staffId && each.reason === reason);
    const shiftIds = own.map(({ shift }) => shift.id);
    return {
      error: true,
      text: translate(language, `web.findings.${reason}`),
      where: violationWhere(language, plan, { staffIds: [staffId], shiftIds }),
      anchor: anchor(shiftIds[0] ?? ''),
      href: place(shiftIds[0] ?? ''),
      anchors: shiftIds.map(anchor).join(' '),
      beside: [],
      replaceHref: replaces ? replacementsPath(plan.unit.id, { staff: staffId }) : '',
      shortShift: '',
    };
  });
  const marked = new Set(seats.map(({ shift, staffId }) => seatKey(shift.id, staffId)));
  return {
    ...findings,
    items: [...items, ...findings.items],
    errors: findings.errors + items.length,
    markOf: (shiftId, staffId) =>
      marked.has(seatKey(shiftId, staffId ?? '')) ? 'error' : findings.markOf(shiftId, staffId),
  };
}

function isError({ level }: Violation): boolean {
  return level !== 'soft';
}

/** A seat carries the worst mark of the findings that name its shift and, where they name people, its person. */
function markOf(violations: readonly Violation[]): MarkOf {
  const marks = new Map<string, 'error' | 'warning'>();
  for (const violation of violations) {
    const people = violation.staffIds.length === 0 ? [undefined] : violation.staffIds;
    for (const shiftId of violation.shiftIds) {
      for (const person of people) {
        const key = `${shiftId} ${person ?? ''}`;
        if (isError(violation) || !marks.has(key)) marks.set(key, isError(violation) ? 'error' : 'warning');
      }
    }
  }
  return (shiftId, staffId) => (staffId === undefined ? '' : (marks.get(`${shiftId} ${staffId}`) ?? ''));
}
