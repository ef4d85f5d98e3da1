/** The form of a new period: holidays to choose from, posts from templates or an earlier period, the unit's people. */

import { AS_UNIT_STANDS, type NewPeriodSources } from '../../app/periods/open-new-period.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import { type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import { parseClockTime } from '../../calendar/zone.ts';
import { PROFILES } from '../../constraints/profiles.ts';
import type { CalendarStretch } from '../../domain/period-kind.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Unit } from '../../domain/unit.ts';
import { noticeOf } from '../home/holiday-card.ts';
import { type FieldView, type Form, type FormFault, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { titleOfBreak } from '../roster/period-list.ts';
import { holidayLinks } from './new-period-holidays.ts';
import {
  NEW_PERIOD_SHAPES,
  type NewPeriodShape,
  proposeOpen,
  proposeStretch,
  proposeUrgent,
  shapeLinks,
  stretchLinks,
} from './new-period-shapes.ts';
import { clockTextOf } from './post-form.ts';
import { templateCards } from './posts-page.ts';
import { proposeSkills, templateSkillRows } from './template-skills.ts';

export const MOST_PARTS = 6;
/** What a first period starts from unless someone chooses otherwise. */
const FIRST_TEMPLATES = ['leader', 'watch-3x8', 'response'];

export interface NewPeriodPage {
  readonly sources: NewPeriodSources;
  readonly units: readonly Unit[];
  /** Those ahead, by first day. */
  readonly breaks: readonly HolidayBreak[];
  readonly shape: NewPeriodShape;
  /** With the shape `stretch`. */
  readonly stretch?: CalendarStretch;
}

/** The breaks a form or an address names. */
export function chosenBreaks(params: URLSearchParams, breaks: readonly HolidayBreak[]): HolidayBreak[] {
  const keys = new Set(params.getAll('holiday'));
  return breaks.filter(({ key }) => keys.has(key)).slice(0, MOST_PARTS);
}

/** What the fields hold before anyone typed. */
export function proposedValues(
  visit: Visit,
  { sources, shape, stretch }: NewPeriodPage,
  chosen: readonly HolidayBreak[],
): URLSearchParams {
  const { unit, staff, source } = sources;
  const values = new URLSearchParams({
    unit: unit.id,
    name: chosen.map(titleOfBreak).join(', '),
    start: '06:00',
    profile: 'duty-24-24',
  });
  if (shape === 'urgent') proposeUrgent(visit, values, unit.zone);
  else if (shape === 'open') proposeOpen(visit, values);
  else if (stretch) proposeStretch(visit, values, stretch);
  else if (shape === 'days') values.set('days', 'yes');
  chosen.forEach((each, i) => {
    values.set(`from-${i}`, each.from);
    values.set(`to-${i}`, lastDayOf(each));
  });
  for (const each of chosen) values.append('holiday', each.key);
  if (source) {
    values.set('origin', source.id);
    for (const { id } of source.posts) values.append('post', id);
  } else {
    for (const code of FIRST_TEMPLATES) values.append('template', code);
    proposeSkills(visit, values, staff);
  }
  const before = new Set(source?.staff.map(({ id }) => id));
  for (const { id } of staff) if (!source || before.has(id)) values.append('person', id);
  return values;
}

export function newPeriodModel(
  visit: Visit,
  asked: NewPeriodPage,
  { values, faults }: { readonly values: URLSearchParams; readonly faults: readonly FormFault[] },
) {
  const { say } = visit;
  const { sources, units, breaks, shape } = asked;
  const urgent = shape === 'urgent';
  const { unit, staff, periods, source } = sources;
  const form = formOf(visit, values, faults);
  const chosen = chosenBreaks(values, breaks);
  return {
    form,
    unitId: unit.id,
    marks: NEW_PERIOD_SHAPES.filter((each) => each === shape).map((name) => ({
      name,
      value: values.get(name) ?? 'yes',
    })),
    origin: source?.id ?? '',
    chosenKeys: chosen.map(({ key }) => key),
    name: form.text('name', 'editor.new.name', { required: true, maxlength: 120 }),
    parts: urgent
      ? [urgentPart(form)]
      : shape === 'open'
        ? [openPart(visit, form)]
        : partsOf(visit, form, { values, chosen }),
    start: form.text('start', urgent ? 'period.new.urgent-start' : 'editor.new.start', {
      inputmode: 'numeric',
      maxlength: 5,
      required: true,
      ...(urgent ? {} : { hintKey: 'period.new.start-hint' }),
    }),
    deadlines: deadlineFields(form),
    notices: chosen.flatMap((each) => noticeWords(visit, each)),
    units:
      units.length > 1
        ? units.map(({ id, name }) => ({ value: id, label: name, current: id === unit.id }))
        : [],
    origins: [
      ...(sources.stands
        ? [
            {
              value: AS_UNIT_STANDS,
              label: say('standing.unit.title'),
              current: source?.id === AS_UNIT_STANDS,
            },
          ]
        : []),
      { value: '', label: say('period.new.from-templates'), current: !source },
      ...periods.map(({ period }) => ({
        value: period.id,
        label: period.name,
        current: period.id === source?.id,
      })),
    ],
    posts: source
      ? form.choices(
          'post',
          'editor.new.posts',
          source.posts.map(({ id, name }) => ({ value: id, label: name })),
        )
      : undefined,
    templates: source ? [] : chosenTemplates(visit, values),
    templateSkills: source ? [] : templateSkillRows(visit, values, staff),
    templateFault: faults
      .filter(({ field }) => field === 'template')
      .map(({ key, params }) => say(key, params)),
    profile: source ? undefined : profileField(visit, form),
    people: form.choices(
      'person',
      'editor.new.people',
      staff.map(({ id, title, skills }) => ({
        value: id,
        label: staffName(staff, id),
        note: [title, skills.join(', ')].filter((text) => text !== '').join(' · '),
      })),
    ),
    peopleCount: say('period.new.people-count', {
      chosen: new Set(values.getAll('person')).size,
      count: staff.length,
    }),
    peopleOpen: faults.some(({ field }) => field === 'person'),
    noPeople: staff.length === 0,
    done: importedWords(visit),
    holidays: holidayLinks(visit, asked, chosen),
    shapes: shapeLinks(visit, unit, shape),
    stretches: stretchLinks(visit, sources, asked.stretch),
  };
}

/** Right after the list was taken in. */
function importedWords({ query, say }: Visit): string {
  const added = Number(query.get('added'));
  return query.get('done') === 'imported' && added > 0 ? say('period.new.imported', { count: added }) : '';
}

export function deadlineFields(form: Form): readonly FieldView[] {
  return [
    form.text('wishesUntil', 'period.field.wishes-until', { type: 'datetime-local' }),
    form.text('submitBy', 'period.field.submit-by', { type: 'datetime-local' }),
  ];
}

function openPart({ say }: Visit, form: Form) {
  const fields = [form.text('from-0', 'editor.new.from', { type: 'date', required: true })];
  return { title: '', fields, words: say('period.new.open-hint') };
}

function urgentPart(form: Form) {
  const fields = [
    form.text('from-0', 'word.from-day', { type: 'date', required: true }),
    form.text('hours', 'period.new.urgent-hours', { type: 'number', min: '1', max: '720', required: true }),
  ];
  return { title: '', fields, words: '' };
}

/** A row for each holiday, one at least. */
function partsOf(
  visit: Visit,
  form: Form,
  { values, chosen }: { readonly values: URLSearchParams; readonly chosen: readonly HolidayBreak[] },
) {
  const typed = Array.from({ length: MOST_PARTS }, (_, i) => i).filter((i) => values.has(`from-${i}`));
  const count = Math.max(1, chosen.length, typed.length);
  return Array.from({ length: count }, (_, i) => ({
    title:
      count > 1
        ? chosen[i]
          ? titleOfBreak(chosen[i])
          : visit.say('period.new.part', { number: i + 1 })
        : '',
    fields: [
      form.text(`from-${i}`, 'editor.new.from', { type: 'date', required: i === 0 }),
      form.text(`to-${i}`, 'editor.new.to', { type: 'date', required: i === 0 }),
    ],
    // Under the fields.
    words: '',
  }));
}

function noticeWords(
  visit: Visit,
  holiday: HolidayBreak,
): { title: string; text: string; sources: readonly string[] }[] {
  const { notice, noticeText, sources } = noticeOf(visit, holiday);
  return notice === '' ? [] : [{ title: `${titleOfBreak(holiday)}: ${notice}`, text: noticeText, sources }];
}

function chosenTemplates(visit: Visit, values: URLSearchParams) {
  const chosen = new Set(values.getAll('template'));
  const start = values.has('urgent') ? parseClockTime(clockTextOf(values.get('start') ?? '')) : undefined;
  return templateCards(visit, start).map((card) => ({ ...card, chosen: chosen.has(card.code) }));
}

function profileField({ say }: Visit, form: Form): FieldView {
  const options = PROFILES.map((value) => ({
    value,
    label: say(`profile.${value}.name`),
    note: say(`profile.${value}.note`),
  }));
  return form.radios('profile', 'period.new.profile', options);
}

/** The day after the last one, at the same hour: [from, to]. */
export function lastMoment(to: Day): Day {
  return addDays(to, 1);
}
