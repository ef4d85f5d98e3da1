/** The form of an order: five cards in the order of a dispatch, and beside them how many are asked and how it reaches them. */

import type { OrderSources } from '../../app/orders/open-orders.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { lastDayOf } from '../../calendar/holidays.ts';
import { instantAtMinute } from '../../calendar/zone.ts';
import { askedOf, daysOf, type OrderContent, REPORT_MODES } from '../../domain/order.ts';
import { TIERS } from '../../domain/unit.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { dayHead } from '../../output/roster/day-head.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { shownValue } from '../kit/moment-fields.ts';
import type { Visit } from '../kit/visit.ts';
import { treePath } from '../paths/orders.ts';
import { titleOfBreak } from '../roster/period-list.ts';

export interface FormOrder {
  readonly sources: OrderSources;
  readonly breaks: readonly HolidayBreak[];
  readonly values: URLSearchParams;
  /** What of it can be read. */
  readonly content: OrderContent;
  readonly faults: readonly FormFault[];
}

const WIDEST_STRIP = 8;
const MOST_DAYS_SHOWN = 16;

export function orderFormModel(visit: Visit, about: FormOrder): object {
  const { sources, values, faults, content } = about;
  const { unit, below } = sources;
  const form = formOf(visit, values, faults);
  const kinds = groups(below.map(({ kind }) => kind));
  const told = (field: string): string[] =>
    faults.filter((each) => each.field === field).map(({ key, params }) => visit.say(key, params));
  const days = daysOf({ content, zone: unit.zone }, instantAtMinute(visit.today, 0, unit.zone)).slice(
    0,
    MOST_DAYS_SHOWN,
  );
  return {
    whole: form.whole,
    hasFaults: form.hasFaults,
    fields: {
      name: form.text('name', 'orders.form.name', { required: true, maxlength: 200 }),
      number: form.text('dispatchNumber', 'orders.form.number', { maxlength: 60 }),
      day: form.text('dispatchDay', 'orders.form.dispatch-day', { type: 'date' }),
      holiday: form.select('holiday', 'orders.form.holiday', holidayOptions(visit, about.breaks)),
      first: form.text('firstDay', 'orders.form.first-day', { type: 'date' }),
      last: form.text('lastDay', 'orders.form.last-day', { type: 'date' }),
      systems: form.area('systems', 'orders.form.systems', { rows: 3 }),
    },
    days: days.map((day) => dayHead(visit.language, day)),
    columns: Math.min(WIDEST_STRIP, Math.max(1, days.length)),
    daysWords: visit.say('orders.form.days', { count: days.length, hours: days.length * 24 }),
    ...askModel(visit, about, kinds),
    demandFaults: told('demands'),
    demands: Array.from(
      { length: Math.max(3, content.demands.length + 1, rowsIn(values, 'demand')) },
      (_, i) => demandRow(visit, values, { i, kinds }),
    ),
    deadlines: Array.from({ length: Math.max(2, content.deadlines.length + 1) }, (_, i) => ({
      ...momentRow(values, `deadline-${i}-at`),
      label: visit.say('orders.form.deadline-n', { n: i + 1 }),
      faults: told(`deadline-${i}`),
      read: content.deadlines[i]
        ? formatClockDay(visit.language, content.deadlines[i].at, { zone: unit.zone, year: true })
        : '',
      kinds: kindChoices(values, `deadline-${i}-kinds`, kinds),
    })),
    reports: Array.from({ length: content.reports.length + 1 }, (_, i) =>
      reportRow(visit, values, { i, kinds, faults: told(`report-${i}`) }),
    ),
    contacts: Array.from({ length: Math.max(1, content.contacts.length + 1) }, (_, i) => ({
      name: `contact-${i}-name`,
      nameValue: values.get(`contact-${i}-name`) ?? '',
      phone: `contact-${i}-phone`,
      phoneValue: values.get(`contact-${i}-phone`) ?? '',
    })),
  };
}

/** How many rows were typed, read or not. */
function rowsIn(values: URLSearchParams, group: string): number {
  const numbers = [...values.keys()].flatMap(
    (name) => new RegExp(`^${group}-(\\d+)-name$`).exec(name)?.[1] ?? [],
  );
  return Math.max(0, ...numbers.map((number) => Number(number) + 1));
}

interface Group {
  readonly name: string;
  readonly count: number;
}

/** Largest first. */
function groups(names: readonly string[]): Group[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi'));
}

function holidayOptions(visit: Visit, breaks: readonly HolidayBreak[]) {
  const coming = breaks.filter((each) => each.to > visit.today);
  return [
    { value: '', label: visit.say('orders.form.no-holiday') },
    ...coming.map((each) => ({
      value: each.key,
      label: `${titleOfBreak(each)} (${shownValue('day', each.from)} – ${shownValue('day', lastDayOf(each))})`,
    })),
  ];
}

function askModel(visit: Visit, { sources, content, faults }: FormOrder, kinds: readonly Group[]): object {
  const { below, unit, withAccounts } = sources;
  const asked = askedOf(content.ask, below);
  const ids = new Set(asked.map(({ unitId }) => unitId));
  const named = (by: 'kind' | 'branch') =>
    (by === 'kind' ? kinds : groups(below.map(({ branch }) => branch).filter((branch) => branch !== ''))).map(
      ({ name, count }) => ({
        ...{ name, count, label: name === '' ? visit.say('orders.form.unnamed-kind') : name },
        asked: below.filter((each) => each[by] === name && ids.has(each.unitId)).length,
        chosen: content.ask.by === by && content.ask.names.includes(name),
      }),
    );
  const largest = Math.max(1, ...kinds.map(({ count }) => count));
  const askedKinds = groups(below.filter(({ unitId }) => ids.has(unitId)).map(({ kind }) => kind));
  const reachable = asked.filter(({ unitId }) => withAccounts.has(unitId)).length;
  const silent = below.filter(
    ({ unitId, contact }) =>
      ids.has(unitId) && !withAccounts.has(unitId) && contact.phone === '' && contact.email === '',
  );
  return {
    askFaults: faults
      .filter(({ field }) => field === 'names')
      .map(({ key, params }) => visit.say(key, params)),
    kindChoices: named('kind'),
    branchChoices: named('branch'),
    noneBelow: below.length === 0,
    treePath: treePath(unit.id),
    unitChoices: below
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
      .map(({ unitId, name, kind, branch }) => ({
        ...{ unitId, name, kind, branch },
        without: content.ask.without.includes(unitId),
        picked: content.ask.picked.includes(unitId),
      })),
    withoutCount: content.ask.without.length,
    asked: asked.length,
    askedWords: visit.say('word.units', { count: asked.length }),
    askedKinds: askedKinds.map(({ name, count }) => ({
      ...{ name: name === '' ? visit.say('orders.form.unnamed-kind') : name, count },
      share: Math.round((count / largest) * 100),
    })),
    accounts: reachable,
    links: asked.length - reachable,
    silent: silent.length === 0 ? '' : visit.say('orders.form.silent', { count: silent.length }),
    silentNames: silent.slice(0, 12).map(({ name }) => name),
    cells: visit.say('orders.form.cells', { count: cellCount(content) }),
  };
}

/** What the asked have to fill in at most. */
function cellCount(content: OrderContent): number {
  const days =
    content.lastDay === undefined
      ? 7
      : daysOf({ content, zone: 'UTC' }, instantAtMinute(content.firstDay, 0, 'UTC')).length;
  return days * content.demands.reduce((sum, { least }) => sum + least, 0);
}

interface RowShown {
  readonly i: number;
  readonly kinds: readonly Group[];
}

function kindChoices(values: URLSearchParams, name: string, kinds: readonly Group[]): object[] {
  const chosen = new Set(values.getAll(name));
  return kinds
    .filter((kind) => kind.name !== '')
    .map((kind) => ({ name, value: kind.name, chosen: chosen.has(kind.name) }));
}

function momentRow(values: URLSearchParams, name: string, kind: 'moment' | 'time' = 'moment') {
  return { name, moment: kind, value: shownValue(kind, values.get(name) ?? '') };
}

function demandRow(visit: Visit, values: URLSearchParams, { i, kinds }: RowShown): object {
  const get = (field: string): string => values.get(`demand-${i}-${field}`) ?? '';
  const chosen = get('tier');
  const all = values.getAll(`demand-${i}-kinds`);
  return {
    prefix: `demand-${i}`,
    n: i + 1,
    name: get('name'),
    tiers: TIERS.map((tier) => ({
      value: tier,
      label: visit.say(`posts.tier.${tier}`),
      chosen: tier === chosen,
    })),
    least: get('least') || '1',
    start: momentRow(values, `demand-${i}-start`, 'time').value || '00:00',
    hours: get('hours') || '24',
    phone: get('name') === '' || get('phone') === 'yes',
    kindWords: all.length === 0 ? visit.say('word.all-kinds') : all.join(', '),
    kinds: kindChoices(values, `demand-${i}-kinds`, kinds),
  };
}

function reportRow(
  visit: Visit,
  values: URLSearchParams,
  about: RowShown & { readonly faults: readonly string[] },
): object {
  const { i, kinds, faults } = about;
  const get = (field: string): string => values.get(`report-${i}-${field}`) ?? '';
  return {
    prefix: `report-${i}`,
    n: i + 1,
    modes: ['', ...REPORT_MODES].map((mode) => ({
      value: mode,
      label: visit.say(mode === '' ? 'orders.report.none' : `orders.report.${mode}`),
      chosen: mode === get('mode'),
    })),
    clock: momentRow(values, `report-${i}-clock`, 'time'),
    at: [0, 1, 2, 3].map((k) => momentRow(values, `report-${i}-at-${k}`)),
    within: get('within'),
    headings: get('headings'),
    faults,
    kinds: kindChoices(values, `report-${i}-kinds`, kinds),
  };
}
