/** An order as its form sends it, and the other way round. Rows are numbered; a row whose first field is empty is none. */

import { type Day, parseDay } from '../../calendar/day.ts';
import { clockTimeOf, dayOf, parseClockTime, parseInstant } from '../../calendar/zone.ts';
import {
  type OrderContent,
  type OrderDeadline,
  type OrderDemand,
  REPORT_MODES,
  type ReportDuty,
} from '../../domain/order.ts';
import { type Contact, TIERS } from '../../domain/unit.ts';
import { normaliseName } from '../../kernel/names.ts';
import { slugOf } from '../../kernel/slug.ts';
import type { FormFault } from '../kit/fields.ts';

/** More rows than any order has. */
const MOST_ROWS = 20;
const MOST_LETTERS = 200;
const MOST_HOURS = 24;
const MOST_PEOPLE = 20;

export interface ReadOrder {
  readonly content: OrderContent;
  readonly faults: readonly FormFault[];
}

/** @param known.today the first day where none is said; @param known.days of the holiday that was chosen. */
export function readOrder(
  form: URLSearchParams,
  { zone, today, days }: { readonly zone: string; readonly today: Day; readonly days?: HolidayDays },
): ReadOrder {
  const faults: FormFault[] = [];
  const text = (name: string): string => normaliseName(form.get(name) ?? '').slice(0, MOST_LETTERS);
  const dayIn = (name: string): Day | undefined => {
    const typed = text(name);
    const day = parseDay(typed);
    if (typed !== '' && day === undefined)
      faults.push({ field: name, key: 'orders.fault.day', params: { value: typed } });
    return day;
  };
  const [dispatchDay, firstTyped, lastTyped] = ['dispatchDay', 'firstDay', 'lastDay'].map(dayIn);
  const blank = text('firstDay') === '' && text('lastDay') === '';
  const [firstDay, lastDay] = blank && days ? [days.first, days.last] : [firstTyped, lastTyped];
  const [kinds, branches] = [form.getAll('kind'), form.getAll('branch')];
  const by = kinds.length === 0 && branches.length > 0 ? 'branch' : 'kind';
  const content: OrderContent = {
    ...{ name: text('name'), dispatchNumber: text('dispatchNumber'), firstDay: firstDay ?? today },
    ...(dispatchDay === undefined ? {} : { dispatchDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(text('holiday') === '' ? {} : { holiday: text('holiday') }),
    ask: {
      ...{ by, names: by === 'kind' ? kinds : branches },
      ...{ without: form.getAll('without'), picked: form.getAll('picked') },
    },
    demands: rows(form, 'demand', 'name').flatMap((i) => demandIn(form, i, faults)),
    systems: lines(form, 'systems', /[\n;]/u),
    deadlines: rows(form, 'deadline', 'at').flatMap((i) => deadlineIn(form, { i, zone }, faults)),
    reports: rows(form, 'report', 'mode').flatMap((i) => reportIn(form, { i, zone }, faults)),
    contacts: rows(form, 'contact', 'name').map((i) => contactIn(form, i)),
  };
  return { content, faults };
}

export interface HolidayDays {
  readonly first: Day;
  readonly last: Day;
}

function rows(form: URLSearchParams, group: string, field: string): number[] {
  return Array.from({ length: MOST_ROWS }, (_, i) => i).filter(
    (i) => (form.get(`${group}-${i}-${field}`) ?? '').trim() !== '',
  );
}

function lines(form: URLSearchParams, name: string, between: RegExp): string[] {
  return (form.get(name) ?? '')
    .split(between)
    .map((line) => normaliseName(line).slice(0, MOST_LETTERS))
    .filter((line) => line !== '');
}

function demandIn(form: URLSearchParams, i: number, faults: FormFault[]): OrderDemand[] {
  const get = (field: string): string => (form.get(`demand-${i}-${field}`) ?? '').trim();
  const [start, hours, least] = [parseClockTime(get('start')), Number(get('hours')), Number(get('least'))];
  const tier = TIERS.find((each) => each === get('tier'));
  const fits =
    hours > 0 && hours <= MOST_HOURS && Number.isInteger(least) && least > 0 && least <= MOST_PEOPLE;
  if (start === undefined || tier === undefined || !fits) {
    faults.push({ field: 'demands', key: 'orders.fault.demand', params: { row: i + 1 } });
    return [];
  }
  const name = normaliseName(get('name')).slice(0, MOST_LETTERS);
  return [
    {
      ...{ id: `${slugOf(name, { most: 30, fallback: tier })}-${i + 1}`, tier, name, start, least },
      ...{ minutes: Math.round(hours * 60), phone: get('phone') === 'yes' },
      kinds: form.getAll(`demand-${i}-kinds`),
    },
  ];
}

interface RowIn {
  readonly i: number;
  readonly zone: string;
}

function deadlineIn(form: URLSearchParams, { i, zone }: RowIn, faults: FormFault[]): OrderDeadline[] {
  const typed = form.get(`deadline-${i}-at`) ?? '';
  const at = parseInstant(typed, zone);
  if (at === undefined)
    faults.push({ field: `deadline-${i}`, key: 'orders.fault.moment', params: { value: typed } });
  return at === undefined ? [] : [{ kinds: form.getAll(`deadline-${i}-kinds`), at }];
}

function reportIn(form: URLSearchParams, { i, zone }: RowIn, faults: FormFault[]): ReportDuty[] {
  const get = (field: string): string => (form.get(`report-${i}-${field}`) ?? '').trim();
  const mode = REPORT_MODES.find((each) => each === get('mode'));
  if (mode === undefined) return [];
  const at = [0, 1, 2, 3].flatMap((k) => {
    const typed = get(`at-${k}`);
    const moment = typed === '' ? undefined : parseInstant(typed, zone);
    if (typed !== '' && moment === undefined)
      faults.push({ field: `report-${i}`, key: 'orders.fault.moment', params: { value: typed } });
    return moment ?? [];
  });
  const clock = parseClockTime(get('clock'));
  const within = Number(get('within'));
  return [
    {
      ...{ id: `bao-cao-${i + 1}`, mode, kinds: form.getAll(`report-${i}-kinds`) },
      at: at.toSorted((a, b) => a - b),
      ...(clock === undefined ? {} : { clock }),
      ...(Number.isInteger(within) && within > 0 ? { withinMinutes: within } : {}),
      headings: lines(form, `report-${i}-headings`, /[\n;]/u),
    },
  ];
}

function contactIn(form: URLSearchParams, i: number): Contact {
  const get = (field: string): string =>
    normaliseName(form.get(`contact-${i}-${field}`) ?? '').slice(0, MOST_LETTERS);
  const phone = get('phone');
  return { name: get('name'), ...(phone === '' ? {} : { phone }) };
}

/** The content in the shape a form sends it. */
export function orderValues(content: OrderContent, zone: string): URLSearchParams {
  const values = new URLSearchParams();
  const set = (name: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== '') values.append(name, String(value));
  };
  const { ask } = content;
  for (const name of ['name', 'dispatchNumber', 'dispatchDay', 'firstDay', 'lastDay', 'holiday'] as const)
    set(name, content[name]);
  for (const name of ask.names) set(ask.by, name);
  for (const id of ask.without) set('without', id);
  for (const id of ask.picked) set('picked', id);
  set('systems', content.systems.join('\n'));
  content.demands.forEach(({ tier, name, start, minutes, least, phone, kinds }, i) => {
    const row = { tier, name, start, hours: minutes / 60, least, phone: phone ? 'yes' : '' };
    for (const [field, value] of Object.entries(row)) set(`demand-${i}-${field}`, value);
    for (const kind of kinds) set(`demand-${i}-kinds`, kind);
  });
  const moment = (at: OrderDeadline['at']): string => `${dayOf(at, zone)}T${clockTimeOf(at, zone)}`;
  content.deadlines.forEach(({ kinds, at }, i) => {
    set(`deadline-${i}-at`, moment(at));
    for (const kind of kinds) set(`deadline-${i}-kinds`, kind);
  });
  content.reports.forEach(({ mode, clock, at, withinMinutes, headings, kinds }, i) => {
    for (const [field, value] of Object.entries({ mode, clock, within: withinMinutes }))
      set(`report-${i}-${field}`, value);
    for (const [k, each] of at.entries()) set(`report-${i}-at-${k}`, moment(each));
    set(`report-${i}-headings`, headings.join('; '));
    for (const kind of kinds) set(`report-${i}-kinds`, kind);
  });
  content.contacts.forEach(({ name, phone }, i) => {
    set(`contact-${i}-name`, name);
    set(`contact-${i}-phone`, phone);
  });
  return values;
}
