/** What polls a feed, in words: calendar programs name themselves in ways no person would know them by. */

import type { MessageParams } from '../../i18n/translate.ts';

/** The first that fits counts: many call themselves Mozilla, and Exchange fetches for Outlook on the web. */
const CLIENTS: readonly (readonly [RegExp, string])[] = [
  [/Google-Calendar-Importer/i, 'google'],
  [/macOS\/|Mac[ _+]OS[ _+]X\/|CalendarAgent|CalendarStore/i, 'mac'],
  [/\biOS\/|dataaccessd|iPhone|iPad|iPadOS/i, 'iphone'],
  [/Microsoft\.Exchange|OutlookService|Exchange/i, 'outlook-web'],
  [/Microsoft (Office|Outlook)|Outlook/i, 'outlook'],
  [/Thunderbird|Lightning/i, 'thunderbird'],
  [/ICSx5|DAVx5|ical4android/i, 'icsx5'],
  [/Samsung/i, 'samsung'],
  [/Mozilla\//, 'browser'],
];

export function clientWords(
  client: string | undefined,
  say: (key: string, params?: MessageParams) => string,
): string {
  const text = (client ?? '').trim();
  const known = CLIENTS.find(([pattern]) => pattern.test(text));
  if (known) return say(`feed-page.client.${known[1]}`);
  const name = /^[\w.+-]{1,40}/.exec(text)?.[0];
  return name ?? say('feed-page.client.unknown');
}
