/** Where a rule counts and whom it holds for, each as a sentence that opens into its fields. */

import { NAMED_DAYS } from '../../calendar/named-days.ts';
import { SCOPE_DAYS, type ScopeDay } from '../../constraints/shift-scope.ts';
import { isFor, type StaffScope } from '../../constraints/staff-scope.ts';
import type { Case } from '../../domain/case.ts';
import { type NamedPerson, staffName } from '../../domain/staff-names.ts';
import { PRESENCES, TIERS } from '../../domain/unit.ts';
import type { FieldOption, FieldView, Form, FormFault } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { typedPeople, typedWho } from './rule-scopes-form.ts';

/** What a row of the form is made from. */
export interface RuleAround {
  readonly visit: Visit;
  readonly source: Case;
  readonly form: Form;
  readonly values: URLSearchParams;
  readonly faults: readonly FormFault[];
}

export interface ScopeView {
  readonly words: string;
  readonly change: string;
  readonly fields: readonly FieldView[];
  readonly open: boolean;
}

export function shiftScopeView({ visit, source, form, values }: RuleAround, name: string): ScopeView {
  const { say } = visit;
  const presence = values.get(`${name}-presence`) ?? '';
  const options = {
    tiers: TIERS.map((value) => ({ value, label: say(`posts.tier.${value}`) })),
    posts: source.posts.map(({ id, shortName }) => ({ value: id, label: shortName })),
    patterns: patternOptions(visit, source),
    days: SCOPE_DAYS.map((value) => ({ value, label: dayName(visit, value) })),
  };
  const parts = Object.entries(options);
  const fields = [
    form.select(`${name}-presence`, 'rules.scope.presence', [
      { value: '', label: say('rules.scope.any-presence') },
      ...PRESENCES.map((value) => ({ value, label: say(`posts.presence.${value}`) })),
    ]),
    ...parts.map(([part, each]) => form.choices(`${name}-${part}`, `rules.scope.${part}`, each)),
  ];
  const narrowed = parts.flatMap(([part, each]) => chosenLabels(values, `${name}-${part}`, each));
  const base = say(`constraint.scope.${PRESENCES.some((each) => each === presence) ? presence : 'all'}`);
  const words =
    narrowed.length > 0 ? `${base} ${say('rules.scope.only', { list: narrowed.join(', ') })}` : base;
  return { words, change: say('rules.scope.change'), fields, open: hasFaults(fields) };
}

function patternOptions({ say }: Visit, { posts }: Case): FieldOption[] {
  return posts.flatMap((post) =>
    post.patterns.map((pattern) => ({
      value: `${post.id}/${pattern.id}`,
      label: say('rules.pattern', { shift: pattern.label, post: post.shortName }),
    })),
  );
}

function dayName({ say }: Visit, day: ScopeDay): string {
  if (day === 'holiday') return say('rules.scope.day.holiday');
  const named = NAMED_DAYS.find((each) => each === day);
  return named ? say(`named-day.${named}`) : say(`weekday.${SCOPE_DAYS.indexOf(day) + 1}`);
}

function chosenLabels(values: URLSearchParams, name: string, options: readonly FieldOption[]): string[] {
  return values.getAll(name).map((value) => options.find((option) => option.value === value)?.label ?? value);
}

/** Departments, skills and home provinces are offered as the staff list has them. */
export function staffScopeView({ visit, source, form, values }: RuleAround, name: string): ScopeView {
  const { say } = visit;
  const { staff } = source;
  const options = {
    departments: asOptions(staff.map(({ department }) => department)),
    skills: asOptions(staff.flatMap(({ skills }) => skills)),
    homeProvinces: asOptions(staff.map(({ homeProvince }) => homeProvince)),
  };
  const parts = Object.entries(options).filter(([, each]) => each.length > 0);
  const people = form.text(`${name}-staffIds`, 'rules.who.staffIds', {
    maxlength: 2000,
  });
  const named = peopleNames(values, `${name}-staffIds`, staff);
  const fields = [
    { ...people, value: named.join('; ') },
    ...parts.map(([part, each]) => form.choices(`${name}-${part}`, `rules.who.${part}`, each)),
    form.check(`${name}-newcomers`, 'rules.who.newcomers'),
  ];
  const who = typedWho(values, name, staff) as StaffScope | undefined;
  const list = [
    ...named,
    ...parts.flatMap(([part, each]) => chosenLabels(values, `${name}-${part}`, each)),
    ...(who?.newcomers ? [say('rules.who.newcomers')] : []),
  ].join(', ');
  const count = who ? staff.filter((member) => isFor(who, member)).length : staff.length;
  const words = say(who ? 'rules.who.only' : 'rules.who.all', { count, list });
  return { words, change: say('rules.who.change'), fields, open: hasFaults(fields) };
}

/** Of a line of people, as they are called; what is nobody's name, as typed. */
export function peopleNames(values: URLSearchParams, name: string, staff: readonly NamedPerson[]): string[] {
  return typedPeople(values, name, staff).map((id) => staffName(staff, id) || id);
}

function asOptions(words: readonly string[]): FieldOption[] {
  const distinct = [...new Set(words.filter((word) => word !== ''))];
  return distinct.sort((a, b) => a.localeCompare(b, 'vi')).map((value) => ({ value, label: value }));
}

function hasFaults(fields: readonly FieldView[]): boolean {
  return fields.some(({ faults }) => faults.length > 0);
}
