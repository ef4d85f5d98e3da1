/** The frame round a page: title, unit, today in both calendars, navigation, languages. */

import { lunarOf } from '../../calendar/lunar.ts';
import { type Action, mayDo } from '../../domain/permission.ts';
import type { WatchPart } from '../../domain/watch-setting.ts';
import {
  formatDate,
  formatLunarLong,
  formatLunarShort,
  formatWeekday,
  formatWeekdayDateShort,
} from '../../i18n/format.ts';
import { LANGUAGES, translate } from '../../i18n/translate.ts';
import { type OwnBar, type PageReply, pathInLanguage, type Visit } from '../kit/visit.ts';
import { logPath } from '../paths/log.ts';
import { ordersPath, treePath } from '../paths/orders.ts';
import { belowDutyPath } from '../paths/overview.ts';
import { ownPath, ownPaths, unitSwapsPath } from '../paths/own.ts';
import { contactsPath, ledgerPath } from '../paths/setup.ts';
import { staffPath } from '../paths/staff.ts';
import { UNITS_PATH, unitHomePath, unitSettingsPath } from '../paths/units.ts';
import { helpOf } from './help.ts';

interface Destination {
  readonly key: string;
  readonly icon: string;
  /** Asks for the unit only where its pages are the unit's. */
  readonly path: (unitId: string) => string;
  /** What one must be allowed to do in the unit to be shown the way; absent for pages of no unit. */
  readonly action?: Action;
  /** Also for who may do it only to what is one's own, and is one of the unit's staff. */
  readonly own?: true;
  /** Only where the unit uses this part of the watch. */
  readonly part?: WatchPart;
  /** Only where others stand below the unit. */
  readonly leads?: true;
}

/** The pages one can go to from anywhere, in the order of the bar. */
const NAVIGATION: readonly Destination[] = [
  { key: 'web.nav.home', icon: 'home', path: () => '/' },
  { key: 'orders.title', icon: 'document', path: ordersPath, action: 'below.view', leads: true },
  {
    key: 'overview.tab.on-duty',
    icon: 'phone',
    path: (unitId) => belowDutyPath(unitId),
    action: 'below.view',
    leads: true,
  },
  {
    key: 'tree.title',
    icon: 'people',
    path: (unitId) => treePath(unitId),
    action: 'below.view',
    leads: true,
  },
  { key: 'word.periods', icon: 'calendar', path: () => '/periods' },
  { key: 'log.title', icon: 'document', path: (unitId) => logPath(unitId), action: 'log.view', part: 'log' },
  { key: 'staff.title', icon: 'people', path: (unitId) => staffPath(unitId), action: 'staff.view' },
  { key: 'ledger.title', icon: 'book', path: (unitId) => ledgerPath(unitId), action: 'ledger.view' },
  { key: 'contacts.title', icon: 'phone', path: contactsPath, action: 'roster.view' },
  { key: 'own.duty.title', icon: 'clock', path: ownPath, action: 'swap.ask', own: true },
  { key: 'own.tab.swaps', icon: 'swap', path: (unitId) => unitSwapsPath(unitId), action: 'swap.decide' },
  {
    key: 'unit.settings.nav',
    icon: 'shield',
    path: (unitId) => unitSettingsPath(unitId),
    action: 'unit.edit',
  },
];

/** More would be too narrow for a word each. */
const MOST_TABS = 5;
/** Beside the unit's name and the day. */
const MOST_ON_BAR = 9;
const BAR_BEFORE_MORE = 6;

export function frameOf(visit: Visit, reply: PageReply) {
  const { title, unitName, script, refreshSeconds, secret, own } = reply;
  const { language, today, path, query } = visit;
  const lunar = formatLunarLong(language, lunarOf(today));
  const navigation = own?.tabs ?? waysOf(visit);
  const fitting = navigation.length > MOST_TABS ? MOST_TABS - 1 : MOST_TABS;
  const onBar = navigation.length > MOST_ON_BAR ? BAR_BEFORE_MORE : navigation.length;
  return {
    language,
    title,
    unitName: unitName ?? visit.unit?.name ?? '',
    // The visitor's units to go between; empty for one alone.
    units: own ? [] : unitsOf(visit),
    // Where an operator finds every unit; empty for others.
    allUnits: visit.visitor?.account.operator === false ? '' : UNITS_PATH,
    // Name of who is signed in; empty for nobody.
    accountName: visit.visitor?.account.name ?? '',
    // `BH` of Trần Thị Bích Hà.
    accountInitials: initialsOf(visit.visitor?.account.name ?? ''),
    // Of someone's own page; empty elsewhere.
    kept: own?.kept ?? '',
    manifest: own?.manifest ?? '',
    // File name of the page's script; empty for none.
    script: script ?? '',
    refreshSeconds: refreshSeconds ?? 0,
    // What the page is for, and where the guide tells more; false for a page that needs no word.
    help: helpOf(visit, reply.view),
    today: `${formatWeekday(language, today)} ${formatDate(today)} · ${lunar}`,
    todayShort: `${formatWeekdayDateShort(language, today)} · ${formatLunarShort(language, lunarOf(today))}`,
    // Where the name of the program leads.
    home: own?.home ?? '/',
    // The bell; false for who is none of the unit's staff.
    news: newsOf(visit),
    navigation: navigation.slice(0, onBar),
    // Those that find no room beside the others on a screen: behind one more.
    moreNavigation: navigation.slice(onBar),
    // The same for a thumb: what fits under a phone's page, and the rest behind one more tab.
    tabs: navigation.slice(0, fitting),
    moreTabs: navigation.slice(fitting),
    // What is told once would be gone in the other language.
    languages: (secret === true && visit.method === 'POST' ? [] : LANGUAGES).map((code) => ({
      code,
      label: translate(code, 'language.short'),
      href: pathInLanguage(path, query, code),
      current: code === language,
    })),
  };
}

/** A menu that fits the screen; the page of all units has the rest. */
const MOST_UNITS = 12;

/** Each leads to its own home: what one may do there may differ. */
function unitsOf({ units = [], unit }: Visit) {
  const here = units.findIndex(({ id }) => id === unit?.id);
  const near =
    units.length <= MOST_UNITS || here < MOST_UNITS
      ? units.slice(0, MOST_UNITS)
      : units.slice(here - MOST_UNITS + 1, here + 1);
  return near.map(({ id, name }) => ({ name, href: unitHomePath(id), current: id === unit?.id }));
}

function newsOf({ news, unit, say }: Visit) {
  if (news === undefined || !unit) return false;
  return {
    href: ownPaths(ownPath(unit.id))('notices'),
    label: news === 0 ? say('notice.bell') : say('notice.bell-new', { count: news }),
    count: news === 0 ? '' : String(news),
  };
}

function initialsOf(name: string): string {
  const words = name.split(' ').slice(-2);
  return words.map((word) => word.charAt(0).toUpperCase()).join('');
}

function waysOf(visit: Visit): OwnBar['tabs'] {
  return NAVIGATION.filter((each) => isShown(each, visit)).map(({ path: pathIn, key, icon }) => {
    const href = pathIn(visit.unit?.id ?? '');
    const current = href === '/' ? visit.path === '/' : visit.path.startsWith(href);
    return { href, label: visit.say(key), icon, current, count: '' };
  });
}

function isShown({ action, own, part, leads }: Destination, { unit, visitor, watch }: Visit): boolean {
  if (part !== undefined && !watch?.has(part)) return false;
  if (action === undefined) return true;
  if (!unit || (leads === true && unit.leads !== true)) return false;
  if (!visitor) return own !== true;
  const staffId = visitor.memberships.find(({ unitId }) => unitId === unit.id)?.staffId;
  if (own === true && staffId !== undefined) return mayDo(visitor, action, { unitId: unit.id, staffId });
  return own !== true && mayDo(visitor, action, { unitId: unit.id });
}
