/** Who is on duty now in every unit below: those to be called first; by branch, by name, a number to touch. */

import { type BelowOnDuty, onDutyBelow, type UnitOnDuty } from '../../app/overview/on-duty-below.ts';
import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf, parseInstant } from '../../calendar/zone.ts';
import { formatClockDay, formatDate, formatDayName } from '../../i18n/format.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { mayIn } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { displaysPath } from '../paths/displays.ts';
import { feedsPath } from '../paths/feeds.ts';
import { belowDutyPath } from '../paths/overview.ts';
import { callCard, dutyRow } from './duty-rows.ts';

/** Of one branch, where several are shown. */
const MOST_IN_BRANCH = 40;
const MOST_SHOWN = 160;
const MOST_FOUND = 60;

export async function showBelowDuty(visit: Visit, { app, zone }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const asked = momentAsked(visit, zone);
  const below = await onDutyBelow(app, { unitId, ...(asked === undefined ? {} : { at: asked }) });
  const query = { words: visit.query.get('q') ?? '', branch: visit.query.get('branch') ?? '' };
  const found = below.units.filter((each) => isFound(each, query));
  const groups = groupsOf(visit, found, query);
  const shown = groups.flatMap(({ units }) => units);
  const chosen = shown.find(({ unit }) => unit.unitId === visit.query.get('of')) ?? shown[0];
  const path = belowDutyPath(unitId);
  const clock = clockTimeOf(below.at, zone);
  const urgent = below.units.filter(({ urgent: isUrgent }) => isUrgent).length;
  const link = linkOf(visit, path);
  const wallPath = mayIn(visit, 'feed.edit', unitId) ? displaysPath(unitId) : '';
  return {
    kind: 'page',
    view: 'overview/on-duty',
    title: visit.say('overview.duty.title', { clock }),
    script: 'overview.js',
    model: {
      title: visit.say('overview.duty.title', { clock }),
      named: formatDayName(visit.language, dayOf(below.at, zone)),
      at: formatClockDay(visit.language, below.at, { zone, year: true }),
      ...{ path, words: query.words, branch: query.branch, wallPath },
      feedsPath: wallPath === '' ? '' : `${feedsPath(unitId)}?scope=leaders-below#make`,
      times: timesOf(visit, { below, asked, zone, link }),
      day: formatDate(dayOf(below.at, zone)),
      clock,
      full: visit.say('overview.duty.full', { count: below.units.length }),
      fullCount: below.units.length - urgent,
      urgent: urgent === 0 ? '' : visit.say('overview.duty.urgent', { count: urgent }),
      branches: branchesOf(visit, below, { chosen: query.branch, link }),
      groups: groups.map(({ units, ...group }) => ({
        ...group,
        rows: units.map((each) => ({
          ...dutyRow(visit, each),
          href: link({ of: each.unit.unitId }),
          chosen: each === chosen,
        })),
      })),
      none: noneWords(visit, below, { found, zone }),
      call: chosen ? callCard(visit, chosen) : false,
    },
  };
}

/** `day` and `clock` of a form, or `at` of a link; now where neither can be read. */
function momentAsked({ query }: Visit, zone: string): Instant | undefined {
  const at = query.get('at');
  if (at !== null) return parseInstant(at, zone);
  const [, d = '', m = '', y = ''] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(query.get('day')?.trim() ?? '') ?? [];
  const clock = query.get('clock')?.trim() ?? '';
  return d === ''
    ? undefined
    : parseInstant(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T${clock.padStart(5, '0')}`, zone);
}

interface Query {
  readonly words: string;
  readonly branch: string;
}

function isFound({ unit, duties, phones }: UnitOnDuty, { words, branch }: Query): boolean {
  if (branch !== '' && unit.branch !== branch) return false;
  const wanted = foldForSearch(words).split(' ').filter(Boolean);
  if (wanted.length === 0) return true;
  const text = [foldedUnit(unit), foldedNames(duties), phones ? numbers(duties) : ''].join(' ');
  return wanted.every((word) => text.includes(word));
}

const foldedUnit = onceFor(({ name }: UnitOnDuty['unit']) => foldForSearch(name));
const foldedNames = onceFor((duties: UnitOnDuty['duties']) =>
  foldForSearch(duties.map(({ name }) => name).join(' ')),
);
const numbers = onceFor((duties: UnitOnDuty['duties']) =>
  duties.map(({ phone }) => `${phone} ${phone.replace(/\D/g, '')}`).join(' '),
);

export function groupsOf(visit: Visit, found: readonly UnitOnDuty[], { words, branch }: Query) {
  const { say } = visit;
  const urgent = found.filter(({ urgent: isUrgent }) => isUrgent);
  const rest = found.filter(({ urgent: isUrgent }) => !isUrgent);
  const most = branch === '' ? MOST_IN_BRANCH : MOST_SHOWN;
  let left = words === '' ? MOST_SHOWN : MOST_FOUND;
  const group = (title: string, units: readonly UnitOnDuty[], isUrgent: boolean) => {
    const shown = units.slice(0, Math.max(0, Math.min(left, isUrgent ? MOST_SHOWN : most)));
    left -= shown.length;
    const more = units.length - shown.length;
    return {
      ...{ title, urgent: isUrgent, units: shown, count: say('word.units', { count: units.length }) },
      more: more === 0 ? '' : say('overview.duty.more', { count: more }),
    };
  };
  const branches = [...groupedBy(rest, ({ unit }) => unit.branch)];
  return [
    ...(urgent.length > 0 ? [group(say('overview.duty.call-now'), urgent, true)] : []),
    ...branches.map(([name, units]) => group(name || say('overview.no-branch'), units, false)),
  ];
}

type Link = (change: Readonly<Record<string, string>>) => string;

function linkOf({ query }: Visit, path: string): Link {
  return (change) => {
    const search = new URLSearchParams(query);
    for (const [name, value] of Object.entries(change)) {
      if (value === '') search.delete(name);
      else search.set(name, value);
    }
    return search.size === 0 ? path : `${path}?${search}`;
  };
}

interface Times {
  readonly below: BelowOnDuty;
  readonly asked: Instant | undefined;
  readonly zone: string;
  readonly link: Link;
}

/** Now, and after the next change of shifts. */
function timesOf({ say, language }: Visit, { below, asked, zone, link }: Times) {
  const ends = below.units
    .flatMap(({ duties }) => duties.map(({ span }) => span.end))
    .filter((end) => end > below.at);
  const next = ends.length === 0 ? undefined : (Math.min(...new Set(ends)) as Instant);
  const gone = { day: '', clock: '' };
  return [
    { label: say('overview.duty.now'), href: link({ ...gone, at: '' }), current: asked === undefined },
    ...(next === undefined
      ? []
      : [
          {
            label: say('overview.duty.after', { clock: clockTimeOf(next, zone) }),
            href: link({ ...gone, at: `${dayOf(next, zone)}T${clockTimeOf(next, zone)}` }),
            current: false,
          },
        ]),
    ...(asked === undefined
      ? []
      : [{ label: formatClockDay(language, below.at, { zone }), href: link({}), current: true }]),
  ];
}

const collator = new Intl.Collator('vi', { numeric: true });

function branchesOf(
  { say }: Visit,
  { units }: BelowOnDuty,
  { chosen, link }: { readonly chosen: string; readonly link: Link },
) {
  const of = (name: string, own: readonly UnitOnDuty[], branch: string) => {
    const urgent = own.filter(({ urgent: isUrgent }) => isUrgent).length;
    return { name, count: own.length, urgent, href: link({ branch, of: '' }), current: chosen === branch };
  };
  const groups = [...groupedBy(units, ({ unit }) => unit.branch)].filter(([name]) => name !== '');
  return [
    of(say('overview.duty.all'), units, ''),
    ...groups.toSorted(([a], [b]) => collator.compare(a, b)).map(([name, own]) => of(name, own, name)),
  ];
}

export function noneWords(
  { say, language }: Visit,
  { units, next }: BelowOnDuty,
  { found, zone }: { readonly found: readonly UnitOnDuty[]; readonly zone: string },
): string {
  if (found.length > 0) return '';
  if (units.length > 0) return say('overview.none-found');
  if (!next) return say('overview.duty.no-order');
  const at = formatClockDay(language, next.start, { zone, year: true });
  return say('overview.duty.next-order', { order: next.order.content.name, at });
}
