/** The ledger as a table: who stood which named day in which years, points by year, and who stood one day over the years. */

import type { OpenLedger, SourcedEntry } from '../../app/ledger/open-ledger.ts';
import { NAMED_DAYS, type NamedDay } from '../../calendar/named-days.ts';
import { isNamedDay } from '../../domain/ledger.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatNumber } from '../../i18n/translate.ts';
import { compareNames, foldForSearch } from '../../kernel/names.ts';
import type { Visit } from '../kit/visit.ts';
import { ledgerPath, personLedgerPath } from '../paths/setup.ts';

/** Always shown: the days people quarrel about. */
const ALWAYS: readonly NamedDay[] = ['giao-thua', 'mung-1', 'mung-2', 'mung-3'];
const LEDGER_SORTS = ['list', 'name', 'load', 'day'] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

export interface LedgerAsked {
  /** Of a name, without diacritics. */
  readonly words: string;
  readonly day: NamedDay;
  readonly sort: LedgerSort;
}

export function ledgerAsked(query: URLSearchParams): LedgerAsked {
  return {
    words: (query.get('q') ?? '').trim().slice(0, 80),
    day: NAMED_DAYS.find((day) => day === query.get('day')) ?? 'giao-thua',
    sort: LEDGER_SORTS.find((sort) => sort === query.get('sort')) ?? 'list',
  };
}

interface Line {
  readonly member: StaffMember;
  readonly left: boolean;
  /** Years by day, ascending, one for each time. */
  readonly days: ReadonlyMap<NamedDay, readonly number[]>;
  readonly points: ReadonlyMap<number, number>;
  readonly total: number;
}

export function ledgerModel(visit: Visit, unitId: string, ledger: OpenLedger, asked: LedgerAsked) {
  const { language, say } = visit;
  const years = [
    ...new Set(ledger.entries.filter(({ kind }) => kind === 'points').map(({ year }) => year)),
  ].sort((a, b) => a - b);
  const days = NAMED_DAYS.filter(
    (day) => ALWAYS.includes(day) || day === asked.day || ledger.entries.some(({ kind }) => kind === day),
  );
  const lines = linesOf(ledger);
  const people = lines.map(({ member }) => member);
  const shown = lines.filter((line) => isFound(line, asked.words)).sort(orderOf(asked));
  const most = Math.max(1, ...lines.map(({ total }) => total));
  const link = (change: Partial<LedgerAsked>): string => {
    const { words, day, sort } = { ...asked, ...change };
    return ledgerPath(unitId, { ...(words === '' ? {} : { q: words }), day, sort });
  };
  return {
    empty: ledger.entries.length === 0,
    asked: asked.words,
    count: say('ledger.count', { shown: shown.length, count: lines.length }),
    none: shown.length === 0,
    days: days.map((day) => ({
      label: say(`named-day.${day}`),
      current: day === asked.day,
      href: link({ day }),
    })),
    dayOptions: NAMED_DAYS.map((day) => ({
      value: day,
      label: say(`named-day.${day}`),
      current: day === asked.day,
    })),
    sort: asked.sort,
    sorts: LEDGER_SORTS.map((sort) => ({
      label: say(`ledger.sort.${sort}`, { day: say(`named-day.${asked.day}`) }),
      href: link({ sort }),
      current: sort === asked.sort,
    })),
    years: years.map(String),
    rows: shown.map(({ member, left, days: stood, points, total }) => ({
      name: staffName(people, member.id),
      title: left ? say('ledger.left') : member.title,
      href: personLedgerPath(unitId, member.id),
      days: days.map((day) => ({ years: (stood.get(day) ?? []).map(String), current: day === asked.day })),
      points: years.map((year) => (points.has(year) ? formatNumber(language, points.get(year) ?? 0) : '')),
      total: formatNumber(language, total),
      share: Math.round((Math.max(0, total) / most) * 100),
    })),
    history: historyOf(visit, ledger, asked.day),
    historyTitle: say('ledger.history', { day: say(`named-day.${asked.day}`) }),
  };
}

/** Everyone on the list, and who left but stands in the book. */
function linesOf({ staff, leavers, entries }: OpenLedger): Line[] {
  const known = new Set(entries.map(({ staffId }) => staffId));
  return [
    ...staff.map((member) => lineOf(member, entries, false)),
    ...leavers.filter(({ id }) => known.has(id)).map((member) => lineOf(member, entries, true)),
  ];
}

function lineOf(member: StaffMember, entries: readonly SourcedEntry[], left: boolean): Line {
  const own = entries.filter(({ staffId }) => staffId === member.id);
  const points = new Map<number, number>();
  const times = new Map<NamedDay, Map<number, number>>();
  for (const { kind, year, amount } of own) {
    if (kind === 'points') points.set(year, (points.get(year) ?? 0) + amount);
    else if (isNamedDay(kind)) {
      const byYear = times.get(kind) ?? new Map<number, number>();
      times.set(kind, byYear.set(year, (byYear.get(year) ?? 0) + amount));
    }
  }
  const days = new Map(
    [...times].map(([day, byYear]) => [
      day,
      [...byYear]
        .sort(([a], [b]) => a - b)
        .flatMap(([year, count]) => Array<number>(Math.max(0, count)).fill(year)),
    ]),
  );
  const total = [...points.values()].reduce((sum, each) => sum + each, 0);
  return { member, left, days, points, total };
}

function isFound({ member }: Line, words: string): boolean {
  const text = foldForSearch(`${member.name} ${member.department} ${member.title}`);
  return foldForSearch(words)
    .split(' ')
    .every((word) => text.includes(word));
}

/** By day: whose turn it is, that is who stood it least, then longest ago. */
function orderOf({ sort, day }: LedgerAsked): (a: Line, b: Line) => number {
  // They come in the unit's order, and a sort keeps it where it finds no difference.
  const byName = (a: Line, b: Line): number => compareNames(a.member.name, b.member.name);
  const yearsOf = (line: Line): readonly number[] => line.days.get(day) ?? [];
  if (sort === 'list') return () => 0;
  if (sort === 'load') return (a, b) => b.total - a.total;
  if (sort === 'name') return byName;
  return (a, b) =>
    yearsOf(a).length - yearsOf(b).length || (yearsOf(a).at(-1) ?? 0) - (yearsOf(b).at(-1) ?? 0);
}

/** Newest year first; years nobody is known to have stood are left out. */
function historyOf({ say }: Visit, { staff, leavers, entries }: OpenLedger, day: NamedDay) {
  const people = [...staff, ...leavers];
  const ofDay = entries.filter(({ kind, amount }) => kind === day && amount !== 0);
  const years = [...new Set(ofDay.map(({ year }) => year))].sort((a, b) => b - a);
  return years
    .map((year) => {
      const counts = new Map<string, number>();
      for (const entry of ofDay) {
        if (entry.year === year) counts.set(entry.staffId, (counts.get(entry.staffId) ?? 0) + entry.amount);
      }
      const names = [...counts]
        .filter(([, count]) => count > 0)
        .map(([id, count]) => ({ name: staffName(people, id) || id, count }))
        .sort((a, b) => compareNames(a.name, b.name))
        .map(({ name, count }) => (count > 1 ? say('ledger.times', { name, count }) : name));
      return { year: String(year), names: names.join(', ') };
    })
    .filter(({ names }) => names !== '');
}
