/** The home page: the holiday ahead, who is on duty now, the periods, and what asks for someone's hand. */

import type { App } from '../../app/app.ts';
import { listWaitingLeave } from '../../app/availability/list-waiting-leave.ts';
import { listBreaks } from '../../app/drafts/list-breaks.ts';
import { listPeriods, type PeriodSummary } from '../../app/periods/list-periods.ts';
import { listUnplanned } from '../../app/periods/list-unplanned.ts';
import { listReplacementsToApprove } from '../../app/replacements/approve-replacement.ts';
import { mayReplace } from '../../app/replacements/may-replace.ts';
import { listSeatsInNeed } from '../../app/replacements/seats-in-need.ts';
import { listSwaps } from '../../app/swaps/list-swaps.ts';
import { listOwnContacts } from '../../app/units/edit-contacts.ts';
import { listSubmitted } from '../../app/versions/list-submitted.ts';
import { listCurrentVersions } from '../../app/versions/read-version.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { type ContactEntry, directoryOf } from '../../domain/contact-entry.ts';
import { type Action, mayDo } from '../../domain/permission.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { askedCards } from '../answers/asked-card.ts';
import { mayIn, ownStaffId } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { NEW_PERIOD_PATH } from '../paths/periods.ts';
import { sickPath } from '../paths/replacements.ts';
import { dutyAt } from '../roster/duty.ts';
import { mayStart } from '../roster/making-list.ts';
import { besideOthers, horizonFrom, periodRows, stageOf } from '../roster/period-list.ts';
import { progressOf } from '../roster/progress.ts';
import { type AttentionItem, attentionItems } from './attention.ts';
import { firstSteps } from './first-steps.ts';
import { holidayCard } from './holiday-card.ts';
import { needItems, replacedItems } from './needs.ts';
import {
  askedItems,
  leaveItems,
  progressItems,
  submittedItems,
  swapItems,
  unplannedItems,
} from './to-decide.ts';

/** Periods on the home page; the rest are on their own page. */
const MOST_PERIODS = 5;

/** The card tells of the first holiday that has a roster: the work at hand. Without any, of the next holiday. */
export async function showHome(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const unitId = visit.unit?.id;
  const [published, breaks, contacts, entries] = await Promise.all([
    listCurrentVersions(app, unitId),
    listBreaks(app, { from: visit.today, to: horizonFrom(visit.today) }),
    contactsOf(deps, visit.unit?.id),
    listPeriods(app, unitId),
  ]);
  const versions = await besideOthers(visit, app, published);
  const standing = versions.filter(({ withdrawn }) => !withdrawn);
  // Breaks also come for other reported dates or a swapped day; those that are over are not ahead.
  const coming = breaks.filter(({ to }) => to > visit.today);
  const ahead = coming.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const holiday = ahead.find((each) => rosterOf(each, standing)) ?? ahead[0];
  const rows = periodRows(visit, { versions, breaks: ahead, entries });
  const toDecide = await toDecideOf(visit, deps, entries);
  const needs = await needsOf(visit, app, entries);
  const attention = attentionItems(visit, {
    versions: standing,
    breaks: ahead,
    contacts,
    entries,
    toDecide,
    needs,
  });
  const units = new Set(versions.map(({ plan }) => plan.unit.name));
  const [unitName] = units;
  return {
    kind: 'page',
    view: 'home/home',
    title: visit.say('web.nav.home'),
    ...(unitName !== undefined && units.size === 1 && { unitName }),
    model: {
      first: await firstSteps(visit, deps),
      asked: await askedCards(visit, deps),
      empty: versions.length === 0 && entries.length === 0,
      newPath: mayStart(visit) ? NEW_PERIOD_PATH : '',
      holiday: holiday && holidayCard(visit, holiday, rosterOf(holiday, standing)),
      duty: dutyAt(visit, standing),
      sickPath: await sickPathOf(visit, app, standing),
      periods: rows.slice(0, MOST_PERIODS),
      morePeriods: rows.length > MOST_PERIODS,
      attention,
      urgent: attention.filter(({ urgent }) => urgent).length,
    },
  };
}

function rosterOf({ key }: HolidayBreak, versions: readonly RosterVersion[]): RosterVersion | undefined {
  return versions.find(({ plan }) => plan.period.holidays.includes(key));
}

/** As the unit sees the directory; without a unit, as shipped. */
async function contactsOf({ app, contacts }: WebDeps, unitId?: string): Promise<readonly ContactEntry[]> {
  return unitId === undefined ? contacts : directoryOf(contacts, await listOwnContacts(app, unitId));
}

/** Where a call in sick is answered: in the unit of the roster that runs, or comes next; empty for who may replace nobody. */
async function sickPathOf(visit: Visit, app: App, versions: readonly RosterVersion[]): Promise<string> {
  const live = versions.filter((each) => ['running', 'coming'].includes(stageOf(each, visit.now)));
  const [next] = live.toSorted((a, b) => a.plan.period.span.start - b.plan.period.span.start);
  const unitId = next?.plan.unit.id;
  return unitId !== undefined && (await mayReplace(app, unitId)) ? sickPath(unitId) : '';
}

/** Published seats in need of someone else, and replacements to be approved, of every unit where the visitor may replace. */
async function needsOf(visit: Visit, app: App, entries: readonly PeriodSummary[]): Promise<AttentionItem[]> {
  const items: AttentionItem[] = [];
  for (const unitId of new Set(entries.map((entry) => entry.unitId))) {
    if (!(await mayReplace(app, unitId))) continue;
    items.push(...needItems(visit, await listSeatsInNeed(app, { unitId })));
    if (mayIn(visit, 'version.approve', unitId)) {
      items.push(...replacedItems(visit, await listReplacementsToApprove(app, unitId)));
    }
  }
  return items;
}

/** Of every unit with a period, what this visitor may decide on. */
async function toDecideOf(
  visit: Visit,
  deps: WebDeps,
  entries: readonly PeriodSummary[],
): Promise<AttentionItem[]> {
  const { app } = deps;
  const items: AttentionItem[] = [];
  for (const unitId of new Set(entries.map((entry) => entry.unitId))) {
    const may = (action: Action): boolean => !visit.visitor || mayDo(visit.visitor, action, { unitId });
    const swaps = await listSwaps(app, unitId);
    const staffId = ownStaffId(visit, unitId);
    if (may('swap.decide')) items.push(...swapItems(visit, swaps));
    if (staffId !== undefined) items.push(...askedItems(visit, swaps, staffId));
    if (may('solver.run')) items.push(...unplannedItems(visit, await listUnplanned(app, unitId)));
    if (may('availability.edit')) {
      items.push(...leaveItems(visit, await listWaitingLeave(app, { unitId })));
    }
    const decides = may('version.approve');
    if (decides) items.push(...submittedItems(visit, await listSubmitted(app, unitId)));
    if (may('draft.edit')) items.push(...progressItems(await progressOf(visit, deps, unitId), decides));
  }
  return items;
}
