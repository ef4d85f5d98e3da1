/** What may be said of how good a roster is: only what a certified bound supports. */

import type { Certificate } from '../../domain/version.ts';
import { formatPercent } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';

/** Empty when nothing is proven. */
export function certificateWords(language: Language, certificate: Certificate | undefined): string {
  if (!certificate) return '';
  if (certificate.proven) return translate(language, 'web.certificate.proven');
  const { score, bound } = certificate;
  if (!bound || bound.hard !== score.hard || bound.cover !== score.cover || bound.soft <= 0) return '';
  const gap = (score.soft - bound.soft) / bound.soft;
  return translate(language, 'web.certificate.gap', { gap: formatPercent(language, gap, 'up') });
}
