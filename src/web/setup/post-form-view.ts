/** The form of one post as the page shows it: its fields, a row a shift, a row a contact. */

import type { Case } from '../../domain/case.ts';
import { DAY_CHOICES, PRESENCES, TIERS } from '../../domain/unit.ts';
import { type Form, type FormFault, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { DAY_KINDS, OWN_RULE, rowsOf } from './post-form.ts';

export function postFormView(
  visit: Visit,
  source: Case,
  { values, faults }: { readonly values: URLSearchParams; readonly faults: readonly FormFault[] },
) {
  const { say } = visit;
  const form = formOf(visit, values, faults);
  const shiftCount = rowsOf(values, 'shift');
  const contactCount = rowsOf(values, 'contact');
  const skills = new Set([...source.staff.flatMap((member) => member.skills), ...values.getAll('skill')]);
  return {
    form,
    about: [
      form.text('name', 'posts.field.name', { required: true, maxlength: 200 }),
      form.text('shortName', 'posts.field.short-name', { maxlength: 60 }),
      form.select(
        'tier',
        'posts.field.tier',
        TIERS.map((value) => ({ value, label: say(`posts.tier.${value}`) })),
      ),
      form.select(
        'presence',
        'posts.field.presence',
        PRESENCES.map((value) => ({ value, label: say(`posts.presence.${value}`) })),
      ),
    ],
    cover: [
      form.text('minimum', 'posts.field.minimum', { type: 'number', min: '0', max: '50', required: true }),
      form.text('target', 'posts.field.target', { type: 'number', min: '0', max: '50' }),
    ],
    skills: form.choices(
      'skill',
      'posts.field.skills',
      [...skills].sort((a, b) => a.localeCompare(b, 'vi')).map((value) => ({ value, label: value })),
    ),
    newSkills: form.text('newSkills', 'posts.field.new-skills'),
    systems: form.area('systems', 'posts.field.systems', { rows: 4 }),
    shifts: Array.from({ length: shiftCount }, (_, i) => shiftRow(visit, form, values, i)),
    shiftCount,
    contacts: Array.from({ length: contactCount }, (_, i) => ({
      title: say('posts.contact-row', { number: i + 1 }),
      fields: [
        form.text(`contact-${i}-name`, 'posts.field.contact-name', { maxlength: 200 }),
        form.text(`contact-${i}-phone`, 'posts.field.contact-phone', { type: 'tel', maxlength: 40 }),
        form.text(`contact-${i}-email`, 'posts.field.contact-email', { type: 'email', maxlength: 200 }),
        form.text(`contact-${i}-note`, 'posts.field.contact-note', { maxlength: 500 }),
      ],
    })),
    contactCount,
  };
}

function shiftRow({ say }: Visit, form: Form, values: URLSearchParams, i: number) {
  const name = (part: string): string => `shift-${i}-${part}`;
  const id = values.get(name('id')) ?? '';
  const own = [
    form.text(name('rrule'), 'posts.field.rrule', { maxlength: 500 }),
    form.text(name('from'), 'posts.field.from', { type: 'date' }),
    form.text(name('minimum'), 'posts.field.own-minimum', { type: 'number', min: '0', max: '50' }),
    form.text(name('target'), 'posts.field.own-target', { type: 'number', min: '0', max: '50' }),
  ];
  return {
    title: id === '' ? say('posts.new-shift') : say('posts.shift-row', { number: i + 1 }),
    main: [
      form.text(name('label'), 'posts.field.label', { maxlength: 40 }),
      form.text(name('start'), 'posts.field.start', { inputmode: 'numeric', maxlength: 5 }),
      form.text(name('hours'), 'posts.field.hours', { inputmode: 'decimal', maxlength: 6 }),
      form.select(
        name('days'),
        'posts.field.days',
        [...Object.keys(DAY_KINDS), OWN_RULE].map((value) => ({ value, label: say(`posts.days.${value}`) })),
      ),
    ],
    own,
    // Empty for a row that is not stored yet.
    id,
    idName: name('id'),
    also: DAY_CHOICES.find((choice) => choice === values.get(name('also'))) ?? '',
    alsoName: name('also'),
    dropName: id === '' ? '' : name('drop'),
    // Something beyond the plain fields is set.
    open: own.some(({ value, faults }) => value !== '' || faults.length > 0),
  };
}
