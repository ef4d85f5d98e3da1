/** Rules as the page shows them: each one sentence with its figures to be changed in it, where it counts, how much it weighs. */

import { NAMED_DAYS } from '../../calendar/named-days.ts';
import { constraintOf, findConstraint } from '../../constraints/catalogue.ts';
import type { Constraint, ConstraintKind } from '../../constraints/constraint.ts';
import { PROFILES, profileOf } from '../../constraints/profiles.ts';
import { ruleFields } from '../../constraints/rule-fields.ts';
import { parseRule } from '../../constraints/rule-parser.ts';
import { pointTable } from '../../constraints/rule-set-source.ts';
import { pointsOf } from '../../domain/burden.ts';
import type { Case } from '../../domain/case.ts';
import { PRESENCES } from '../../domain/unit.ts';
import { chooseForms, isMessageKey } from '../../i18n/translate.ts';
import { type FieldView, type Form, type FormFault, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { viewsOf } from './rule-field-views.ts';
import { type RuleAround, type ScopeView, shiftScopeView, staffScopeView } from './rule-scope-views.ts';
import { fieldName, ruleRows, typedRule, typedRules } from './rules-form.ts';
import { setupBar } from './setup-bar.ts';

const KINDS: readonly ConstraintKind[] = ['rule', 'preference', 'balance'];

/** A stretch of the sentence, or a figure or choice inside it. */
export interface SentencePart {
  readonly text: string;
  readonly field: FieldView | undefined;
  readonly isSelect: boolean;
}

export interface RuleRow {
  readonly row: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly on: boolean;
  readonly names: Readonly<Record<'id' | 'constraint' | 'on' | 'strength' | 'weight', string>>;
  readonly sentence: readonly SentencePart[];
  readonly more: readonly FieldView[];
  /** Where it counts and whom it holds for; none where a rule counts everywhere and for everyone. */
  readonly scopes: readonly ScopeView[];
  readonly about: string;
  /** Undefined where nothing is to be chosen: empty seats count by themselves. */
  readonly strength:
    | {
        readonly options: readonly {
          readonly value: string;
          readonly label: string;
          readonly chosen: boolean;
        }[];
        readonly mayBeHard: boolean;
        readonly weight: FieldView;
      }
    | undefined;
  readonly unit: string;
  readonly faults: readonly string[];
  /** The unit's own, or other figures than the profile's. */
  readonly changed: boolean;
  /** The last rule of its constraint: after it another may be added. */
  readonly last: boolean;
}

export function rulesModel(
  visit: Visit,
  source: Case,
  { values, faults }: { readonly values: URLSearchParams; readonly faults: readonly FormFault[] },
) {
  const { say } = visit;
  const { unit, period } = source;
  const form = formOf(visit, values, faults);
  const rows = ruleRows(values).flatMap((row) => rowOf({ visit, source, form, values, faults }, row) ?? []);
  const profile = values.get('profile') ?? '';
  return {
    form,
    bar: setupBar(visit, { unitId: unit.id, id: period.id, name: period.name }, { page: 'rules' }),
    profile,
    count: ruleRows(values).length,
    profileWords: say('rules.profile-of', {
      profile: profileName(visit, profile),
      count: rows.filter(({ on }) => on).length,
    }),
    profiles: PROFILES.map((id) => ({
      id,
      name: profileName(visit, id),
      note: say(`profile.${id}.note`),
      current: id === profile,
    })),
    sections: KINDS.map((kind) => ({
      kind,
      title: say(`rules.kind.${kind}`),
      note: say(`rules.kind.${kind}-note`),
      rows: rows
        .filter(({ code }) => constraintOf(code).kind === kind)
        .map((each, i, all) => ({
          ...each,
          last: all[i + 1]?.code !== each.code && ruleFields(constraintOf(each.code)).length > 0,
        })),
    })),
    faultLinks: faultLinks(visit, rows, faults),
    points: pointFields(form),
    example: pointsExample(visit, values),
  };
}

/** Where the faults stand, a rule once. */
function faultLinks({ say }: Visit, rows: readonly RuleRow[], faults: readonly FormFault[]) {
  const links = rows
    .filter(({ row }) => faults.some(({ field }) => field?.startsWith(fieldName(row, ''))))
    .map(({ id, name }) => ({ href: `#rule-${id}`, name }));
  const points = faults.some(({ field }) => field?.startsWith('points-'));
  return points ? [...links, { href: '#points-title', name: say('rules.points') }] : links;
}

function profileName({ say }: Visit, id: string): string {
  const key = `profile.${id}.name`;
  return isMessageKey(key) ? say(key) : id;
}

/** Undefined for a row of a constraint there is none of. */
function rowOf(around: RuleAround, row: number): RuleRow | undefined {
  const { visit, form, values, faults } = around;
  const { say } = visit;
  const code = values.get(fieldName(row, 'constraint')) ?? '';
  const constraint = findConstraint(code);
  if (!constraint) return undefined;
  const id = values.get(fieldName(row, 'id')) ?? '';
  const fields = ruleFields(constraint);
  const sentence = sentenceOf(around, row, constraint);
  const inline = new Set(sentence.flatMap(({ field }) => field?.name ?? []));
  const scopes = fields.flatMap(({ kind, name }) => {
    if (kind === 'scope') return [shiftScopeView(around, fieldName(row, name))];
    return kind === 'who' ? [staffScopeView(around, fieldName(row, name))] : [];
  });
  const left = fields.filter(({ name }) => !inline.has(fieldName(row, name)));
  return {
    row,
    id,
    code,
    name: say(`constraint.${code}.name`),
    on: values.has(fieldName(row, 'on')),
    names: {
      id: fieldName(row, 'id'),
      constraint: fieldName(row, 'constraint'),
      on: fieldName(row, 'on'),
      strength: fieldName(row, 'strength'),
      weight: fieldName(row, 'weight'),
    },
    sentence,
    more: left.flatMap((field) => viewsOf(around, row, field)),
    scopes,
    about: say(`constraint.${code}.about`),
    strength: constraint.level
      ? undefined
      : {
          options: (['hard', 'soft'] as const).map((value) => ({
            value,
            label: say(`rules.${value}`),
            chosen: value === (values.get(fieldName(row, 'strength')) === 'soft' ? 'soft' : 'hard'),
          })),
          mayBeHard: constraint.kind !== 'balance',
          weight: form.text(fieldName(row, 'weight'), 'rules.weight', { inputmode: 'numeric', maxlength: 7 }),
        },
    unit: say(`constraint.${code}.unit`),
    faults: faults
      .filter(({ field }) => field === fieldName(row, 'id'))
      .map(({ key, params }) => say(key, params)),
    changed: isChanged(around, row, id),
    last: false,
  };
}

/** Compared as parsed: a figure left at its default is no change. */
function isChanged({ values, source }: RuleAround, row: number, id: string): boolean {
  const before = profileOf(PROFILES.find((each) => each === values.get('profile')) ?? PROFILES[0]).rules.find(
    (rule) => rule.id === id,
  );
  const on = values.has(fieldName(row, 'on'));
  if (!before || !on) return on !== (before !== undefined);
  const now = parseRule(typedRule(values, row, source.staff));
  return (
    !now.ok ||
    JSON.stringify([now.value.strength, sorted(now.value.params)]) !==
      JSON.stringify([before.strength, sorted(before.params)])
  );
}

/** The order of keys and of chosen days says nothing. */
function sorted(params: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(params)
    .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? value.toSorted() : value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The constraint's own sentence, cut at its figures. */
function sentenceOf(around: RuleAround, row: number, constraint: Constraint): SentencePart[] {
  const { visit, values, source } = around;
  const fields = ruleFields(constraint);
  const { params } = typedRule(values, row, source.staff);
  const sentence = chooseForms(visit.language, visit.say(sentenceKey(constraint, params)), figuresOf(params));
  return sentence.split(/(\{\w+\})/).flatMap((piece): SentencePart[] => {
    const field = fields.find(({ name }) => piece === `{${name}}`);
    if (!field) return piece === '' ? [] : [{ text: piece, field: undefined, isSelect: false }];
    const [view] = viewsOf(around, row, field);
    return view ? [{ text: '', field: view, isSelect: view.partial === 'kit/field-select' }] : [];
  });
}

/** The numbers among what was typed. */
function figuresOf(params: unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** What is typed may not pass yet: then the sentence of the defaults. */
function sentenceKey({ code, params, defaults, variant }: Constraint, typed: unknown): string {
  const parsed = params.safeParse(typed);
  const named = variant?.(parsed.success ? parsed.data : defaults.params);
  return named === undefined ? `constraint.${code}.sentence` : `constraint.${code}.sentence.${named}`;
}

function pointFields(form: Form) {
  const point = (name: string, labelKey: string): FieldView =>
    form.text(`points-${name}`, labelKey, { inputmode: 'numeric', maxlength: 4 });
  return {
    base: [
      ...PRESENCES.map((presence) => point(presence, `rules.points.${presence}`)),
      point('night', 'rules.points.night'),
      point('restDay', 'rules.points.rest-day'),
    ],
    named: NAMED_DAYS.map((day) => point(day, `named-day.${day}`)),
  };
}

/** What a night of Giao thừa comes to by the figures typed; empty while they do not pass. */
function pointsExample({ say }: Visit, values: URLSearchParams): string {
  const typed = pointTable.safeParse(typedRules(values, []).written.points);
  if (!typed.success) return '';
  const duty = {
    presence: 'on-site',
    minutes: 480,
    night: true,
    restDay: true,
    namedDay: 'giao-thua',
  } as const;
  return say('rules.points.example', { points: pointsOf(duty, typed.data) });
}
