/**
 * Fields of a form as a page shows them: the label, what was typed or is stored, and every fault in words beside the
 * field it is about. What a value means is decided by whoever reads the form, not here.
 */

import type { Instant } from '../../calendar/interval.ts';
import { isMessageKey, type MessageParams } from '../../i18n/translate.ts';
import { MOMENT_FIELDS, saidOfValue, shownValue } from './moment-fields.ts';
import type { Visit } from './visit.ts';

export interface FormFault {
  /** Of no field when it is about the whole form. */
  readonly field?: string;
  readonly key: string;
  readonly params?: MessageParams;
}

/** What a form sent of some fields, as it was typed; blank for one that was not sent. */
export function typedIn<F extends string>(
  form: URLSearchParams,
  fields: readonly F[],
): Readonly<Record<F, string>> {
  const typed = fields.map((field) => [field, form.get(field) ?? '']);
  return Object.fromEntries(typed) as Readonly<Record<F, string>>;
}

/** A moment that a page wrote into its own form or address, in milliseconds; undefined for anything else. */
export function momentIn(sent: URLSearchParams, field: string): Instant | undefined {
  const at = Number(sent.get(field) || Number.NaN);
  return Number.isSafeInteger(at) ? (at as Instant) : undefined;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  /** A second line under the label. */
  readonly note?: string;
}

export type InputType =
  | 'text'
  | 'date'
  | 'time'
  | 'datetime-local'
  | 'number'
  | 'tel'
  | 'email'
  | 'url'
  | 'password';

export interface InputSettings {
  readonly type?: InputType;
  /** Where it is not the label's own, `<labelKey>-hint`, which is shown where there is one. */
  readonly hintKey?: string;
  /** Words of a hint that depends on what there is, in place of `hintKey`. */
  readonly hint?: string;
  /** What holds where nothing is typed. */
  readonly placeholder?: string;
  readonly required?: boolean;
  /** WHATWG autofill name. */
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly maxlength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  /** Words to choose from while typing. */
  readonly suggestions?: readonly string[];
}

export interface ShownOption extends Required<FieldOption> {
  readonly id: string;
  readonly chosen: boolean;
}

/** What `kit/field.hbs` shows; names a kind does not use are empty. */
export interface FieldView {
  /** In `views`. */
  readonly partial:
    | 'kit/field-input'
    | 'kit/field-area'
    | 'kit/field-select'
    | 'kit/field-choices'
    | 'kit/field-check';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: InputType | 'checkbox' | 'radio';
  /** Of a day, an hour or both, typed as people write them: tells the server which; empty for any other field. */
  readonly moment: string;
  /** The day in it with its weekday and lunar date; empty for none. */
  readonly said: string;
  /** Of the button that opens the calendar or the hours. */
  readonly pick: string;
  readonly value: string;
  readonly hint: string;
  /** Every fault of this field, in words. */
  readonly faults: readonly string[];
  /** Ids of hint and faults, for `aria-describedby`. */
  readonly describedBy: string;
  readonly required: boolean;
  readonly autocomplete: string;
  readonly inputmode: string;
  readonly placeholder: string;
  readonly maxlength: number;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly rows: number;
  readonly suggestions: readonly string[];
  readonly options: readonly ShownOption[];
}

export interface Form {
  /** Faults that are about no field of this form. */
  readonly whole: readonly string[];
  readonly hasFaults: boolean;
  text(name: string, labelKey: string, settings?: InputSettings): FieldView;
  area(name: string, labelKey: string, settings?: InputSettings & { readonly rows?: number }): FieldView;
  select(
    name: string,
    labelKey: string,
    options: readonly FieldOption[],
    settings?: Pick<InputSettings, 'hintKey' | 'required'>,
  ): FieldView;
  /** Any number of boxes that send the same name. */
  choices(name: string, legendKey: string, options: readonly FieldOption[], hintKey?: string): FieldView;
  /** Exactly one of them. */
  radios(name: string, legendKey: string, options: readonly FieldOption[], hintKey?: string): FieldView;
  /** Sends `yes` when ticked and nothing otherwise. */
  check(name: string, labelKey: string, hintKey?: string): FieldView;
}

/** What a ticked box of `check` sends. */
export const TICKED = 'yes';

const NOTHING = {
  type: 'text',
  moment: '',
  said: '',
  pick: '',
  value: '',
  required: false,
  autocomplete: 'off',
  inputmode: '',
  placeholder: '',
  maxlength: 0,
  min: '',
  max: '',
  step: '',
  rows: 0,
  suggestions: [],
  options: [],
} as const;

/**
 * @param values what was typed, or what is stored in the shape a form sends it.
 * @param faults in the order they are to be told; one that names no field of the form is told above it.
 */
export function formOf(visit: Visit, values: URLSearchParams, faults: readonly FormFault[] = []): Form {
  const say = ({ key, params }: FormFault): string => visit.say(key, params);
  const base = (name: string, labelKey: string, hintKey = `${labelKey}-hint`, words?: string) => {
    const told = faults.filter(({ field }) => field === name).map(say);
    const id = `field-${name}`;
    const hint = words ?? (isMessageKey(hintKey) ? visit.say(hintKey) : '');
    const describedBy = [
      ...(hint === '' ? [] : [`hint-${name}`]),
      ...(told.length > 0 ? [`fault-${name}`] : []),
    ].join(' ');
    return { ...NOTHING, id, name, label: visit.say(labelKey), hint, faults: told, describedBy };
  };
  const shown = (name: string, options: readonly FieldOption[]): ShownOption[] => {
    const chosen = new Set(values.getAll(name));
    return options.map(({ value, label, note = '' }, i) => ({
      id: `field-${name}-${i}`,
      value,
      label,
      note,
      chosen: chosen.has(value),
    }));
  };
  const input = (
    name: string,
    labelKey: string,
    { hintKey, hint, ...rest }: InputSettings,
  ): Omit<FieldView, 'partial'> => ({
    ...base(name, labelKey, hintKey, hint),
    value: rest.type === 'password' ? '' : (values.get(name) ?? ''),
    ...rest,
  });
  return {
    whole: faults.filter(({ field }) => field === undefined).map(say),
    hasFaults: faults.length > 0,
    text: (name, labelKey, settings = {}) => {
      const field = input(name, labelKey, settings);
      const kind = MOMENT_FIELDS[settings.type ?? 'text'];
      if (!kind) return { ...field, partial: 'kit/field-input' };
      const placeholder = visit.say(`field.moment.${kind}`);
      const value = shownValue(kind, field.value);
      const said = saidOfValue(visit.language, kind, field.value);
      const pick = visit.say('dates.pick', { field: field.label });
      const describedBy = [field.describedBy, `said-${name}`].join(' ').trim();
      const told = { value, placeholder, said, pick, describedBy };
      return { ...field, ...told, type: 'text', moment: kind, partial: 'kit/field-input' };
    },
    area: (name, labelKey, settings = {}) => ({
      ...input(name, labelKey, settings),
      rows: settings.rows ?? 3,
      partial: 'kit/field-area',
    }),
    select: (name, labelKey, options, { hintKey, required = false } = {}) => ({
      ...base(name, labelKey, hintKey),
      required,
      options: shown(name, options),
      partial: 'kit/field-select',
    }),
    choices: (name, labelKey, options, hintKey) => ({
      ...base(name, labelKey, hintKey),
      type: 'checkbox',
      options: shown(name, options),
      partial: 'kit/field-choices',
    }),
    radios: (name, labelKey, options, hintKey) => ({
      ...base(name, labelKey, hintKey),
      type: 'radio',
      options: shown(name, options),
      partial: 'kit/field-choices',
    }),
    check: (name, labelKey, hintKey) => ({
      ...base(name, labelKey, hintKey),
      options: shown(name, [{ value: TICKED, label: '' }]),
      partial: 'kit/field-check',
    }),
  };
}
