/** The form of a rule set: from rules to what its fields hold, and back to rules as `rule-parser.ts` reads them. */

import { NAMED_DAYS } from '../../calendar/named-days.ts';
import { CONSTRAINTS, findConstraint } from '../../constraints/catalogue.ts';
import type { Constraint } from '../../constraints/constraint.ts';
import { PROFILES, type ProfileId, profileOf } from '../../constraints/profiles.ts';
import { type RuleField, ruleFields } from '../../constraints/rule-fields.ts';
import type { PointTable, Rule, RuleSet } from '../../domain/rule-set.ts';
import type { NamedPerson } from '../../domain/staff-names.ts';
import { PRESENCES } from '../../domain/unit.ts';
import type { Fault } from '../../kernel/fault.ts';
import { freeSlug } from '../../kernel/slug.ts';
import type { FormFault } from '../kit/fields.ts';
import { formFault } from '../kit/form-fault.ts';
import { setShiftScope, setStaffScope, typedPeople, typedShiftScope, typedWho } from './rule-scopes-form.ts';

const MOST_ROWS = 500;
const DEFAULT_WEIGHT = 5;

/** Its rules, switched on; those the profile has besides, switched off; and the constraints that neither has. */
export function valuesOfRules(ruleSet: RuleSet): URLSearchParams {
  const profile = profileIn(ruleSet.profile);
  const own = new Set(ruleSet.rules.map(({ id }) => id));
  const off = profileOf(profile).rules.filter(({ id }) => !own.has(id));
  const known = new Set([...ruleSet.rules, ...off].map(({ constraint }) => constraint));
  const rest = CONSTRAINTS.filter(({ code }) => !known.has(code)).map(unusedRule);
  const order = new Map(CONSTRAINTS.map(({ code }, i) => [code, i]));
  const rows = [...ruleSet.rules, ...off, ...rest].sort(
    (a, b) => (order.get(a.constraint) ?? 0) - (order.get(b.constraint) ?? 0),
  );
  const values = new URLSearchParams({ profile, rules: String(rows.length) });
  for (const [i, rule] of rows.entries()) setRule(values, i, { rule, on: own.has(rule.id) });
  setPoints(values, ruleSet.points);
  return values;
}

function profileIn(id: string | null): ProfileId {
  return PROFILES.find((each) => each === id) ?? PROFILES[0];
}

function unusedRule({ code, defaults: { strength, params } }: Constraint): Rule {
  return { id: code, constraint: code, strength, params: params as Rule['params'] };
}

export function fieldName(row: number, part: string): string {
  return `rule-${row}-${part}`;
}

function setRule(
  values: URLSearchParams,
  row: number,
  { rule, on }: { readonly rule: Rule; readonly on: boolean },
): void {
  const set = (part: string, value: string | number): void => values.set(fieldName(row, part), String(value));
  const { strength } = rule;
  set('id', rule.id);
  set('constraint', rule.constraint);
  if (on) set('on', 'yes');
  set('strength', strength.kind);
  set('weight', strength.kind === 'soft' ? strength.weight : DEFAULT_WEIGHT);
  const constraint = findConstraint(rule.constraint);
  for (const field of constraint ? ruleFields(constraint) : []) {
    setParam(values, fieldName(row, field.name), { field, value: rule.params[field.name] });
  }
}

function setParam(
  values: URLSearchParams,
  name: string,
  { field, value }: { readonly field: RuleField; readonly value: unknown },
): void {
  if (field.kind === 'switch') {
    if (value === true) values.set(name, 'yes');
  } else if (field.kind === 'scope') {
    setShiftScope(values, name, Object(value));
  } else if (field.kind === 'list') {
    values.set(name, Array.isArray(value) ? value.join('; ') : '');
  } else if (field.kind === 'who') {
    setStaffScope(values, name, Object(value));
  } else if (Array.isArray(value)) for (const each of value) values.append(name, String(each));
  else if (value !== undefined) values.set(name, String(value));
}

function setPoints(values: URLSearchParams, { base, night, restDay, namedDays }: PointTable): void {
  for (const presence of PRESENCES) values.set(`points-${presence}`, String(base[presence]));
  values.set('points-night', String(night));
  values.set('points-restDay', String(restDay));
  for (const day of NAMED_DAYS) values.set(`points-${day}`, String(namedDays[day] ?? ''));
}

export function ruleRows(values: URLSearchParams): number[] {
  const count = Number(values.get('rules'));
  return Array.from(
    { length: Number.isInteger(count) ? Math.min(MOST_ROWS, Math.max(0, count)) : 0 },
    (_, i) => i,
  );
}

export interface TypedRules {
  readonly written: {
    readonly profile: string;
    readonly rules: readonly unknown[];
    readonly points: unknown;
  };
  /** Rows of the form that are switched on, as `written.rules` has them. */
  readonly rows: readonly number[];
}

/** What is switched off is not written; whoever is named is looked up among the staff. */
export function typedRules(values: URLSearchParams, staff: readonly NamedPerson[]): TypedRules {
  const rows = ruleRows(values).filter((row) => values.has(fieldName(row, 'on')));
  return {
    rows,
    written: {
      profile: values.get('profile') ?? '',
      rules: rows.map((row) => typedRule(values, row, staff)),
      points: typedPoints(values),
    },
  };
}

export function typedRule(
  values: URLSearchParams,
  row: number,
  staff: readonly NamedPerson[],
): Record<'id' | 'constraint' | 'strength' | 'params', unknown> {
  const text = (part: string): string => (values.get(fieldName(row, part)) ?? '').trim();
  const code = text('constraint');
  const constraint = findConstraint(code);
  const usual = constraint?.defaults.params as Rule['params'] | undefined;
  const params = Object.fromEntries(
    (constraint ? ruleFields(constraint) : []).flatMap((field) =>
      typedParam(values, fieldName(row, field.name), {
        field,
        staff,
        usual: usual?.[field.name],
      }),
    ),
  );
  const kind = constraint?.kind === 'balance' ? 'soft' : text('strength');
  // Empty covers cost nothing more or less for being hard.
  const strength = constraint?.level
    ? constraint.defaults.strength
    : kind === 'soft'
      ? { kind, weight: figureOf(text('weight')) }
      : { kind };
  return { id: text('id'), constraint: code, strength, params };
}

function typedParam(
  values: URLSearchParams,
  name: string,
  {
    field,
    staff,
    usual,
  }: { readonly field: RuleField; readonly staff: readonly NamedPerson[]; readonly usual: unknown },
): [string, unknown][] {
  const text = (values.get(name) ?? '').trim();
  switch (field.kind) {
    case 'number':
      return text === '' && field.optional ? [] : [[field.name, figureOf(text)]];
    case 'switch':
      return [[field.name, values.has(name)]];
    case 'named-days':
      return [[field.name, inUsualOrder(values.getAll(name), usual)]];
    case 'people':
      return [[field.name, values.getAll(name).filter((each) => each !== '')]];
    case 'scope':
      return [[field.name, typedShiftScope(values, name)]];
    case 'list':
      return [[field.name, typedPeople(values, name, staff)]];
    case 'who': {
      const who = typedWho(values, name, staff);
      return who ? [[field.name, who]] : [];
    }
    default:
      return [[field.name, text]];
  }
}

/** As the rule has them to begin with, so that saving what nobody changed changes nothing. */
function inUsualOrder(chosen: readonly string[], usual: unknown): string[] {
  const first: readonly unknown[] = Array.isArray(usual) ? usual : [];
  const rank = (each: string): number => (first.includes(each) ? first.indexOf(each) : first.length);
  return chosen.toSorted((a, b) => rank(a) - rank(b));
}

function typedPoints(values: URLSearchParams): unknown {
  const text = (name: string): string => (values.get(`points-${name}`) ?? '').trim();
  return {
    base: Object.fromEntries(PRESENCES.map((presence) => [presence, figureOf(text(presence))])),
    night: figureOf(text('night')),
    restDay: figureOf(text('restDay')),
    namedDays: Object.fromEntries(
      NAMED_DAYS.filter((day) => text(day) !== '').map((day) => [day, figureOf(text(day))]),
    ),
  };
}

/** The text itself when it is no figure: the parser says so. */
function figureOf(text: string): number | string {
  const value = Number(text.replace(',', '.'));
  return text === '' || Number.isNaN(value) ? text : value;
}

/** Where the parser's fault stands in the form. */
export function ruleFault(fault: Fault, { rows }: TypedRules): FormFault {
  const column = fault.column ?? '';
  const [, index, rest = ''] = /^rules\[(\d+)\]\.?(.*)$/.exec(column) ?? [];
  const row = index === undefined ? undefined : rows[Number(index)];
  if (row !== undefined) return formFault(fault, fieldName(row, partOf(rest)));
  const points = /^points\.(?:base\.|namedDays\.)?([\w-]+)$/.exec(column);
  return formFault(fault, points ? `points-${points[1]}` : undefined);
}

/** `params.scope.posts[0]` → `scope-posts`; what is wrong with the rule as a whole stands at its id. */
function partOf(path: string): string {
  const [top = '', name = '', inner = ''] = path.split(/[.[]/);
  if (top === 'strength') return 'weight';
  if (top !== 'params' || name === '') return 'id';
  return (name === 'scope' || name === 'who') && inner !== '' ? `${name}-${inner}` : name;
}

/** Another rule of the constraint after its last one, switched on. */
export function withAnother(values: URLSearchParams, code: string): URLSearchParams {
  const constraint = findConstraint(code);
  const rows = ruleRows(values);
  if (!constraint) return values;
  const taken = new Set(rows.map((row) => values.get(fieldName(row, 'id')) ?? ''));
  const rule = { ...unusedRule(constraint), id: freeSlug(code, taken) };
  const added = new URLSearchParams(values);
  added.set('rules', String(rows.length + 1));
  setRule(added, rows.length, { rule, on: true });
  return added;
}

/** Rules and points of the profile in place of whatever was typed. */
export function withProfile(values: URLSearchParams, wanted: string | null): URLSearchParams {
  const fresh = valuesOfRules(profileOf(profileIn(wanted)));
  fresh.set('seen', values.get('seen') ?? '');
  return fresh;
}
