/** What a month, a quarter or a year is called: `Tháng 3/2027`, `Quý II/2027`, `Năm 2027`. */

import type { CalendarStretch } from '../domain/period-kind.ts';
import { type Language, translate } from '../i18n/translate.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

export function stretchName(language: Language, { kind, year, number }: CalendarStretch): string {
  const named = kind === 'quarter' ? (ROMAN[number] ?? '') : String(number);
  return translate(language, `period.name.${kind}`, { number: named, year: String(year) });
}
