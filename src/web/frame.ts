/** The frame round a page: title, unit, today in both calendars, navigation, languages. */

import { lunarOf } from '../calendar/lunar.ts';
import { formatDate, formatLunarLong, formatWeekday } from '../i18n/format.ts';
import { LANGUAGES, type Language } from '../i18n/translate.ts';
import { type PageReply, pathInLanguage, type Visit } from './visit.ts';

/** The pages one can go to from anywhere. */
const NAVIGATION = [
  { path: '/', key: 'web.nav.home', icon: 'home' },
  { path: '/periods', key: 'web.nav.periods', icon: 'calendar' },
] as const;

export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly unitName: string;
  /** Name of who is signed in; empty for nobody. */
  readonly accountName: string;
  /** File name of the page's script; empty for none. */
  readonly script: string;
  readonly refreshSeconds: number;
  readonly today: string;
  readonly todayShort: string;
  readonly navigation: readonly {
    readonly href: string;
    readonly label: string;
    readonly icon: string;
    readonly current: boolean;
  }[];
  readonly languages: readonly {
    readonly code: string;
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
  }[];
}

export function frameOf(visit: Visit, { title, unitName, script, refreshSeconds }: PageReply): Frame {
  const { language, today, path, query } = visit;
  const lunar = formatLunarLong(language, lunarOf(today));
  return {
    language,
    title,
    unitName: unitName ?? '',
    accountName: visit.visitor?.account.name ?? '',
    script: script ?? '',
    refreshSeconds: refreshSeconds ?? 0,
    today: `${formatWeekday(language, today)} ${formatDate(today)} · ${lunar}`,
    todayShort: lunar,
    navigation: NAVIGATION.map(({ path: href, key, icon }) => ({
      href,
      label: visit.say(key),
      icon,
      current: href === '/' ? path === '/' : path.startsWith(href),
    })),
    languages: LANGUAGES.map((code) => ({
      code,
      label: visit.say(`web.language.${code}`),
      href: pathInLanguage(path, query, code),
      current: code === language,
    })),
  };
}
