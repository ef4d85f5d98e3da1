/** The fields of letters and the settings of prints as a form shows them: what stands where a box is left empty, the number that comes next. */

import type { KeptDocuments } from '../../app/documents/read-kept-documents.ts';
import { dayOf } from '../../calendar/zone.ts';
import {
  FITS,
  LETTER_TYPES,
  type LetterType,
  MEDIA,
  ORIENTATIONS,
  PAPERS,
  SIGNING_CAPACITIES,
  URGENCIES,
} from '../../domain/document-fields.ts';
import { DUTY_RETURNS, LEAST_RATES, RATE_FIELDS } from '../../domain/duty-pay.ts';
import { nextNumber } from '../../domain/letter-number.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { translate } from '../../i18n/translate.ts';
import { letterDefaults } from '../../output/documents/letter.ts';
import { dayHead, rosterDays } from '../../output/roster/day-head.ts';
import { type FieldOption, type FieldView, type Form, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { remembered } from '../roster/remembered.ts';

interface FieldFacts {
  readonly version: RosterVersion;
  readonly kept: KeptDocuments;
  readonly zone: string;
}

/** Of the version alone: who prints it when changes none of these. */
const usualOf = remembered((language, { plan, roster }) =>
  letterDefaults({ plan, roster, language, phones: false }),
);

export function documentFields(visit: Visit, form: Form, facts: FieldFacts) {
  const usual = usualOf(visit.language, facts.version);
  const label = (name: string): string => `document.form.${name}`;
  const text = (name: string, maxlength: number, settings = {}): FieldView =>
    form.text(name, label(name), { placeholder: usual[name] ?? '', maxlength, ...settings });
  const area = (name: string, rows: number, settings = {}): FieldView =>
    form.area(name, label(name), { placeholder: usual[name] ?? '', rows, ...settings });
  const select = (name: string, values: readonly string[]): FieldView =>
    form.select(name, label(name), optionsOf(visit, name, values));
  const next = numberWords(visit, facts);
  return {
    // What kind of letter, its number, place and date.
    letter: [
      select('type', LETTER_TYPES),
      select('urgency', URGENCIES),
      select('medium', MEDIA),
      text('number', 6, { inputmode: 'numeric', hint: next.words, suggestions: [String(next.number)] }),
      text('symbol', 40),
      form.text('date', label('date'), { type: 'date' }),
      text('place', 80),
    ],
    office: [
      area('parentName', 2, { maxlength: 200, hintKey: 'document.form.office-hint' }),
      area('unitName', 2, { maxlength: 200 }),
    ],
    words: [
      text('addressee', 200),
      area('subject', 2, { maxlength: 300 }),
      area('legalBases', 2, { hintKey: 'document.form.lines' }),
      area('body', 3),
      area('recipients', 3, { hintKey: 'document.form.lines' }),
    ],
    signer: [
      select('capacity', SIGNING_CAPACITIES),
      text('authority', 120),
      text('head', 120),
      text('position', 120),
      text('name', 80),
      text('archive', 80),
      text('maker', 80),
      text('checkerOffice', 120),
      text('checkerName', 80),
    ],
    // What duty earns, for the attendance sheet.
    pay: [
      select('returns', DUTY_RETURNS),
      ...RATE_FIELDS.map((name) =>
        text(name, 4, { inputmode: 'numeric', placeholder: String(LEAST_RATES[name]) }),
      ),
    ],
  };
}

/** What comes next for the letter's type, and for the other types that took numbers in its year. */
function numberWords(
  { say, now }: Visit,
  { version, kept, zone }: FieldFacts,
): { readonly number: number; readonly words: string } {
  const { type: own = 'notice', date, number } = kept.fields;
  const year = Number((date ?? dayOf(now, zone)).slice(0, 4));
  const padded = (of: number): string => String(of).padStart(2, '0');
  const type = say(`document.type.${own}`);
  const following = (taken: KeptDocuments['taken'], of: LetterType): number =>
    nextNumber(taken, { type: of, year });
  const next = following(kept.taken, own);
  if (kept.savedAt !== undefined && number !== undefined) {
    const { id: periodId } = version.plan.period;
    const after = following([...kept.taken, { periodId, type: own, year, number }], own);
    const params = { type, year: String(year), own: padded(number), next: padded(after) };
    return { number, words: say('document.form.number-kept', params) };
  }
  const others = LETTER_TYPES.filter((each) => each !== own && following(kept.taken, each) > 1);
  const list = [own, ...others].map((each) =>
    say('document.form.next-of', {
      type: say(`document.type.${each}`),
      number: padded(following(kept.taken, each)),
    }),
  );
  return {
    number: next,
    words: say('document.form.next', { year: String(year), list: list.join(', ') }),
  };
}

/** How it is set: paper, shapes and ticks kept for the unit, the rest asked each time. */
export function settingFields(visit: Visit, values: URLSearchParams, open: OpenVersion) {
  const form = formOf(visit, values);
  const { say } = visit;
  const usual: FieldOption = { value: '', label: say('document.form.orientation.usual') };
  return {
    fields: [
      form.select('paper', 'document.form.paper', optionsOf(visit, 'paper', PAPERS)),
      form.select('orientation', 'document.form.orientation', [
        usual,
        ...optionsOf(visit, 'orientation', ORIENTATIONS),
      ]),
      form.select('fit', 'document.form.fit', optionsOf(visit, 'fit', FITS)),
      form.select('staff', 'document.form.staff', staffOptions(visit, open)),
      form.select('day', 'document.form.day', dayOptions(visit, open)),
      form.select('from', 'document.form.from', earlierOptions(visit, open)),
    ],
    checks: ['alone', 'one-page', 'no-phones', 'wall-phones', 'unmarked'].map((name) =>
      form.check(name, `document.form.${name}`),
    ),
  };
}

function optionsOf({ say }: Visit, name: string, values: readonly string[]): FieldOption[] {
  return values.map((value) => ({ value, label: say(`document.form.${name}.${value}`) }));
}

function dayOptions({ say, language }: Visit, { version }: OpenVersion): FieldOption[] {
  const days = rosterDays(version.plan).map((day) => {
    const { weekday, date, lunar } = dayHead(language, day);
    return { value: day, label: `${weekday} ${date} (${lunar})` };
  });
  return [{ value: '', label: say('document.form.day.all') }, ...days];
}

/** Versions before the opened one but the first, which is what nothing chosen means. */
function earlierOptions({ say }: Visit, { version, entries }: OpenVersion): FieldOption[] {
  const earlier = entries.filter(({ number }) => number > 1 && number < version.number);
  return [
    { value: '', label: say('document.form.from.first') },
    ...earlier.map(({ number }) => ({ value: String(number), label: say('sheet.version', { number }) })),
  ];
}

/** Those who hold a seat, in the unit's order. */
export function staffOptions({ language }: Visit, { version }: OpenVersion): readonly FieldOption[] {
  return optionsOfStaff(language, version);
}

const optionsOfStaff = remembered((language, { plan, roster }): readonly FieldOption[] => {
  const standing = new Set(roster.assignments.map(({ staffId }) => staffId));
  const people = inListOrder(plan.staff, plan.unit.listOrder)
    .filter(({ id }) => standing.has(id))
    .map(({ id }) => ({ value: id, label: staffName(plan.staff, id) }));
  return [{ value: '', label: translate(language, 'document.form.staff.all') }, ...people];
});
