/** The parameters of a rule as fields: figures, choices, people, kinds of shift, and where the rule counts. */

import { NAMED_DAYS } from '../../calendar/named-days.ts';
import type { RuleField } from '../../constraints/rule-fields.ts';
import type { Case } from '../../domain/case.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { isMessageKey } from '../../i18n/translate.ts';
import type { FieldOption, FieldView, Form } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { peopleNames, type RuleAround } from './rule-scope-views.ts';
import { fieldName } from './rules-form.ts';

/** One field for each parameter, several where people are chosen. */
export function viewsOf(
  { visit, source, form, values }: RuleAround,
  row: number,
  field: RuleField,
): FieldView[] {
  const { say } = visit;
  const name = fieldName(row, field.name);
  const label = `rules.param.${field.name}`;
  const blank = `${label}.blank`;
  const hint = isMessageKey(blank) ? { hintKey: blank } : {};
  switch (field.kind) {
    case 'number':
      return [
        form.text(name, label, { inputmode: field.whole ? 'numeric' : 'decimal', maxlength: 8, ...hint }),
      ];
    case 'switch':
      return [form.check(name, label)];
    case 'choice':
      return [
        form.select(
          name,
          label,
          field.options.map((value) => ({ value, label: say(`${label}.${value}`) })),
        ),
      ];
    case 'named-days':
      return [
        form.choices(
          name,
          label,
          NAMED_DAYS.map((value) => ({ value, label: say(`named-day.${value}`) })),
        ),
      ];
    case 'shift-kind':
      return [form.select(name, label, shiftKinds(visit, source))];
    case 'list': {
      const view = form.text(name, 'rules.param.list', { maxlength: 20_000 });
      return [{ ...view, value: peopleNames(values, name, source.staff).join('; ') }];
    }
    case 'people':
      return peopleViews(form, name, source);
    default:
      return [];
  }
}

function shiftKinds({ say }: Visit, { posts }: Case): FieldOption[] {
  return [
    ...['any', 'night', 'day'].map((value) => ({ value, label: say(`constraint.shift-kind.${value}`) })),
    ...posts.flatMap((post) =>
      post.patterns.map((pattern) => ({
        value: `${post.id}/${pattern.id}`,
        label: say('rules.pattern', { shift: pattern.label, post: post.shortName }),
      })),
    ),
  ];
}

/** Fewest to choose among at first, and how many stay free for more. */
const LEAST_CHOICES = 3;
const FREE_CHOICES = 1;

/** Selects of one name, each showing its own of the people chosen, and one free for another. */
function peopleViews(form: Form, name: string, { staff, unit }: Case): FieldView[] {
  const people = inListOrder(staff, unit.listOrder).map((each) => ({
    value: each.id,
    label: staffName(staff, each.id),
  }));
  const view = form.select(name, 'rules.param.person', [{ value: '', label: '–' }, ...people]);
  const chosen = view.options.filter(({ chosen, value }) => chosen && value !== '').map(({ value }) => value);
  const count = Math.max(LEAST_CHOICES, chosen.length + FREE_CHOICES);
  return Array.from({ length: count }, (_, at): FieldView => {
    const options = view.options.map((option) => ({
      ...option,
      chosen: option.value === (chosen[at] ?? ''),
    }));
    const label = `${view.label} ${at + 1}`;
    return at === 0
      ? { ...view, label, options }
      : { ...view, label, options, id: `${view.id}-${at + 1}`, faults: [], describedBy: '' };
  });
}
