/**
 * The overview of an order: five figures that are the filters, then units worst first with the fullness of each day. Only what
 * is shown is read day by day: a long group shows its worst, and leads on to the rest.
 */

import { isAllowed } from '../../app/access/authorise.ts';
import { readDays } from '../../app/overview/read-days.ts';
import { type AskedOverview, type Overview, readOverview } from '../../app/overview/read-overview.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { daysOf } from '../../domain/order.ts';
import { figuresOf, UNIT_STANDINGS } from '../../domain/order-standing.ts';
import { compareNames } from '../../kernel/names.ts';
import { dayHead } from '../../output/roster/day-head.ts';
import type { WebDeps } from '../kit/deps.ts';
import { paged } from '../kit/pages.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { LIST_FORMATS, orderFilePath, orderPartPath } from '../paths/overview.ts';
import { type Asked, askedOf, groupsOf, type UnitGroup, unitsFound } from './asked.ts';
import { figureViews } from './figures.ts';
import { orderTabs } from './order-tabs.ts';
import { groupHead, type RowSources, unitRow } from './unit-rows.ts';

/** Of one group, where several are shown; of one alone, a page. What was looked for stands in all groups at once. */
const MOST_IN_GROUP = 40;
const MOST_FOUND_IN_GROUP = 20;
const PAGE_SIZE = 80;
/** Days side by side; an order of more is shown from today on. */
const MOST_DAYS = 14;
/** Those one has to act on stand open. */
const FOLDED: readonly string[] = ['waiting', 'complete'];

export async function showOverview(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const overview = await readOverview(app, key);
  const { order } = overview;
  const asked = askedOf(visit);
  const found = unitsFound(overview.units, asked);
  const path = orderPartPath(key, 'overview');
  const folds = windowed(visit, path, { groups: groupsOf(found, asked, visit.now), asked });
  const shown = folds.flatMap(({ shown: units }) => units);
  const days = await readDays(app, key, shown);
  const all = daysOf(order, visit.now);
  const today = all.findIndex((day) => day >= visit.today);
  const first = all.length <= MOST_DAYS ? 0 : Math.max(0, Math.min(today, all.length - MOST_DAYS));
  const columns = all.slice(first, first + MOST_DAYS);
  const canRemind = order.unitId === key.unitId && isAllowed(app, 'order.edit', { unitId: key.unitId });
  const sources: RowSources = { overview, columns, days, key, canRemind };
  const figures = figuresOf(found, visit.now);
  const { name, dispatchNumber } = order.content;
  return {
    kind: 'page',
    view: 'overview/overview',
    title: name,
    script: 'overview.js',
    model: {
      ...{ title: name, dispatch: dispatchNumber, path, tabs: orderTabs(visit, key, 'overview') },
      lifted: order.state === 'lifted' ? visit.say('overview.lifted') : '',
      ...figureViews(visit, overview, { figures, asked, path }),
      filters: filtersOf(visit, overview, asked),
      columns: columns.length + 5,
      days: columns.map((day) => dayHead(visit.language, day)),
      groups: folds.map((fold) => ({
        ...groupHead(visit, fold.group, sources),
        ...{ open: fold.open, openPath: fold.openPath, pages: fold.pages },
        more: fold.more === 0 ? '' : visit.say('overview.more', { count: fold.more }),
        morePath: fold.morePath,
        rows: fold.shown.map((unit) => unitRow(visit, unit, sources)),
      })),
      none:
        found.length === 0
          ? visit.say(overview.units.length === 0 ? 'overview.nobody' : 'overview.none-found')
          : '',
      shown: visit.say('overview.shown', {
        ...{ shown: shown.length, count: overview.units.length, clock: clockTimeOf(visit.now, order.zone) },
      }),
      files: LIST_FORMATS.map((format) => ({
        ...{ label: visit.say(`overview.file.${format}`), href: orderFilePath(key, 'list', format) },
      })),
      formPath: orderPartPath(key, 'list-form'),
      historyPath: orderFilePath(key, 'answers', 'csv'),
      legend: legendOf(visit, overview),
      today: dayOf(visit.now, order.zone),
      remind: remindOf(visit, { key, canRemind, overdue: figures.by.overdue, waiting: figures.by.waiting }),
    },
  };
}

interface Fold {
  readonly group: UnitGroup;
  readonly open: boolean;
  /** Where it is unfolded, or folded again; empty where there is nothing to fold. */
  readonly openPath: string;
  readonly shown: readonly AskedOverview[];
  readonly pages: ReturnType<typeof paged>['pages'];
  readonly more: number;
  readonly morePath: string;
}

function windowed(
  visit: Visit,
  path: string,
  { groups, asked }: { readonly groups: readonly UnitGroup[]; readonly asked: Asked },
): Fold[] {
  const isOnly = groups.length === 1;
  return groups.map((group): Fold => {
    const isNarrowed = asked.words !== '' || asked.branch !== '' || asked.kind !== '';
    const folds = asked.by === 'branch' ? groups.length > 1 : FOLDED.includes(group.key);
    const open = isOnly || isNarrowed || !folds || asked.open === group.key;
    const search = (change: Readonly<Record<string, string>>): string => {
      const query = new URLSearchParams(visit.query);
      for (const [name, value] of Object.entries(change)) {
        if (value === '') query.delete(name);
        else query.set(name, value);
      }
      return `${path}?${query}`;
    };
    const openPath = folds && !isOnly && !isNarrowed ? search({ open: open ? '' : group.key }) : '';
    if (!open) return { group, open, openPath, shown: [], pages: [], more: 0, morePath: '' };
    if (isOnly) {
      const { shown, pages } = paged({ path, query: visit.query }, group.units, PAGE_SIZE);
      return { group, open, openPath, shown, pages, more: 0, morePath: '' };
    }
    const shown = group.units.slice(0, isNarrowed ? MOST_FOUND_IN_GROUP : MOST_IN_GROUP);
    const narrower = group.standing ? { standing: group.standing } : { branch: group.branch ?? '' };
    const more = group.units.length - shown.length;
    return { group, open, openPath, shown, pages: [], more, morePath: search({ ...narrower, open: '' }) };
  });
}

function filtersOf({ say }: Visit, { units }: Overview, asked: Asked) {
  const choices = (values: readonly string[], chosen: string, all: string) => {
    const known = [...new Set(values)].filter(Boolean).toSorted(compareNames);
    const options = known.map((value) => ({ value, label: value, chosen: value === chosen }));
    return known.length < 2 ? [] : [{ value: '', label: all, chosen: chosen === '' }, ...options];
  };
  return {
    words: asked.words,
    branches: choices(
      units.map(({ branch }) => branch),
      asked.branch,
      say('overview.every-branch'),
    ),
    kinds: choices(
      units.map(({ kind }) => kind),
      asked.kind,
      say('overview.every-kind'),
    ),
    by: asked.by,
    byUrgency: asked.by === 'urgency',
    standing: asked.standing ?? '',
  };
}

function legendOf({ say }: Visit, { order }: Overview): string {
  const names = [...new Set(order.content.demands.map(({ name }) => name))];
  return say('overview.legend', { demands: names.join(', ') });
}

interface RemindAbout {
  readonly key: { readonly unitId: string; readonly orderId: string };
  readonly canRemind: boolean;
  readonly overdue: number;
  readonly waiting: number;
}

/** The late first; while none is, those that still have time. */
function remindOf({ say }: Visit, { key, canRemind, overdue, waiting }: RemindAbout) {
  const standing = overdue > 0 ? 'overdue' : 'waiting';
  const count = overdue > 0 ? overdue : waiting;
  if (!canRemind || count === 0) return false;
  const word = UNIT_STANDINGS.includes(standing) ? standing : 'overdue';
  return {
    label: say(`overview.remind.button-${standing}`, { count }),
    href: orderPartPath(key, 'remind', { standing: word }),
  };
}
