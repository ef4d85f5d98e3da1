/** The form of one post: from the post to what its fields hold, and back to a post as `unit.json` writes it. */

import type { WrittenPost } from '../../app/periods/save-posts.ts';
import type { Fault } from '../../kernel/fault.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import type { FormFault } from '../kit/fields.ts';
import { formFault } from '../kit/form-fault.ts';
import { MOST_ID } from './template-posts.ts';

/** What the select of days offers, and the recurrence or choice each stands for. */
export const DAY_KINDS = {
  every: { rrule: 'FREQ=DAILY' },
  working: { rrule: 'FREQ=DAILY', days: 'working' },
  rest: { rrule: 'FREQ=DAILY', days: 'rest' },
  holiday: { rrule: 'FREQ=DAILY', days: 'holiday' },
  weekdays: { rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
  weekend: { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
} as const;
/** The recurrence is the reader's own text. */
export const OWN_RULE = 'own';

/** Rows beyond those filled, so that more can be written without a script. */
const SPARE = { shift: 1, contact: 1 } as const;
const MOST_ROWS = 40;

export type RowKind = keyof typeof SPARE;

const CONTACT_PARTS = ['name', 'phone', 'email', 'note'] as const;

/** What the fields of the form hold for a post. */
export function valuesOfPost(post: WrittenPost): URLSearchParams {
  const values = new URLSearchParams({
    name: post.name,
    shortName: post.shortName,
    tier: post.tier,
    presence: post.presence,
    minimum: String(post.cover.minimum),
    target: String(post.cover.target),
    systems: post.systems.join('\n'),
    shifts: String(post.patterns.length + SPARE.shift),
    contacts: String(post.contacts.length + SPARE.contact),
  });
  for (const skill of post.skills) values.append('skill', skill);
  post.patterns.forEach((pattern, i) => {
    const set = (part: string, value: string | number): void =>
      values.set(`shift-${i}-${part}`, String(value));
    const kind = kindOf(pattern);
    set('id', pattern.id);
    set('label', pattern.label);
    set('start', pattern.start);
    set('hours', Math.round(pattern.hours * 100) / 100);
    set('days', kind);
    set('rrule', kind === OWN_RULE ? pattern.rrule : '');
    set('from', pattern.from ?? '');
    set('also', kind === OWN_RULE ? (pattern.days ?? '') : '');
    set('minimum', pattern.cover?.minimum ?? '');
    set('target', pattern.cover?.target ?? '');
  });
  post.contacts.forEach((contact, i) => {
    for (const part of CONTACT_PARTS) values.set(`contact-${i}-${part}`, contact[part] ?? '');
  });
  return values;
}

function kindOf({ rrule, days }: WrittenPost['patterns'][number]): string {
  const known = Object.entries(DAY_KINDS).find(
    ([, kind]) => kind.rrule === rrule && ('days' in kind ? kind.days : undefined) === days,
  );
  return known?.[0] ?? OWN_RULE;
}

/** A number of rows of the form, spare ones included. */
export function rowsOf(values: URLSearchParams, kind: RowKind): number {
  const asked = Number(values.get(kind === 'shift' ? 'shifts' : 'contacts'));
  return Number.isInteger(asked) ? Math.min(MOST_ROWS, Math.max(1, asked)) : 1;
}

/** What was typed, as a post is written, and where each of its rows stood in the form. */
export interface TypedPost {
  readonly written: Readonly<Record<string, unknown>>;
  readonly shiftRows: readonly number[];
  readonly contactRows: readonly number[];
}

export function typedPost(values: URLSearchParams, id: string): TypedPost {
  const text = (name: string): string => (values.get(name) ?? '').trim();
  const name = text('name');
  const shiftRows = filledRows(values, 'shift', ['label', 'start', 'hours']).filter(
    (i) => !values.has(`shift-${i}-drop`),
  );
  const contactRows = filledRows(values, 'contact', CONTACT_PARTS);
  const extra = text('newSkills')
    .split(/[;,\n]/)
    .map((word) => word.trim());
  const ids = new Set(shiftRows.map((i) => text(`shift-${i}-id`)));
  return {
    shiftRows,
    contactRows,
    written: {
      id,
      name,
      shortName: text('shortName') || name,
      tier: text('tier'),
      presence: text('presence'),
      skills: [...values.getAll('skill'), ...extra].filter((word) => word !== ''),
      cover: coverOf(text('minimum'), text('target')),
      systems: text('systems')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      contacts: contactRows.map((i) =>
        withoutBlanks(CONTACT_PARTS.map((part) => [part, text(`contact-${i}-${part}`)])),
      ),
      patterns: shiftRows.map((i) => typedPattern((part) => text(`shift-${i}-${part}`), ids)),
    },
  };
}

function filledRows(values: URLSearchParams, kind: RowKind, parts: readonly string[]): number[] {
  return Array.from({ length: rowsOf(values, kind) }, (_, i) => i).filter((i) =>
    parts.some((part) => (values.get(`${kind}-${i}-${part}`) ?? '').trim() !== ''),
  );
}

/** @param ids of the form's shifts; a new one gets an id that none has yet. */
function typedPattern(text: (part: string) => string, ids: Set<string>): Readonly<Record<string, unknown>> {
  const label = text('label');
  const id = text('id') || freeSlug(slugOf(label, { most: MOST_ID, fallback: 'shift' }), ids);
  ids.add(id);
  const kind = text('days');
  const known = Object.hasOwn(DAY_KINDS, kind) ? DAY_KINDS[kind as keyof typeof DAY_KINDS] : undefined;
  const own = { rrule: text('rrule'), ...(text('also') === '' ? {} : { days: text('also') }) };
  const cover = coverOf(text('minimum'), text('target'));
  return {
    id,
    label,
    start: clockTextOf(text('start')),
    hours: numberOf(text('hours')),
    ...(known ?? own),
    ...(text('from') === '' ? {} : { from: text('from') }),
    ...(cover === '' ? {} : { cover }),
  };
}

/** Empty text when neither is typed: the parser then says that something is missing. */
function coverOf(minimum: string, target: string): unknown {
  if (minimum === '' && target === '') return '';
  return { minimum: numberOf(minimum), ...(target === '' ? {} : { target: numberOf(target) }) };
}

/** The text itself when it is no number: the parser says so. */
function numberOf(text: string): number | string {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  const value = Number(text.replace(',', '.'));
  return text === '' || Number.isNaN(value) ? text : value;
}

/** `6h30` and `6:30` as `06:30`; anything else as it is, for the parser to say what is wrong with it. */
export function clockTextOf(text: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s*[:h](?:\s*(\d{2}))?)?$/i.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}

function withoutBlanks(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(entries.filter(([key, value]) => key === 'name' || value !== ''));
}

/** Where the parser's fault stands in the form. `index` is the post's place among those that were parsed. */
export function postFault(fault: Fault, index: number, { shiftRows, contactRows }: TypedPost): FormFault {
  const prefix = `posts[${index}]`;
  const column = fault.column ?? '';
  if (column !== prefix && !column.startsWith(`${prefix}.`)) return formFault(fault);
  return formFault(fault, fieldOf(column.slice(prefix.length + 1), { shiftRows, contactRows }));
}

function fieldOf(path: string, rows: Pick<TypedPost, 'shiftRows' | 'contactRows'>): string | undefined {
  const row = /^(patterns|contacts)\[(\d+)\](?:\.(.+))?$/.exec(path);
  if (row) {
    const isShift = row[1] === 'patterns';
    const typed = (isShift ? rows.shiftRows : rows.contactRows)[Number(row[2])];
    const part = lastPart(row[3] ?? '') || (isShift ? 'label' : 'name');
    return `${isShift ? 'shift' : 'contact'}-${typed}-${part === 'id' ? 'label' : part}`;
  }
  if (path === 'patterns') return undefined;
  const [top = ''] = path.split(/[.[]/);
  if (top === 'cover') return lastPart(path) === 'target' ? 'target' : 'minimum';
  if (top === 'skills') return 'newSkills';
  return top === 'id' ? 'name' : top || undefined;
}

/** `cover.minimum` → `minimum`; `cover` by itself is its minimum. */
function lastPart(path: string): string {
  if (path === 'cover') return 'minimum';
  return path.slice(path.lastIndexOf('.') + 1);
}
