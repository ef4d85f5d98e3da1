/** Short times on a search's clock. */

import { formatNumber, type Language, translate } from '../../i18n/translate.ts';

/** `0,6 giây`, `42 giây`, `2 phút`. */
export function formatSeconds(language: Language, ms: number): string {
  const seconds = ms / 1000;
  if (seconds >= 60 && seconds % 60 === 0) {
    return translate(language, 'duration.minutes', { minutes: seconds / 60 });
  }
  const shown = seconds > 0 && seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  return translate(language, 'editor.run.seconds', { seconds: formatNumber(language, shown) });
}

/** `0:42`, `12:05`. */
export function formatStopwatch(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
