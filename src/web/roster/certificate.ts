/** What a page says of how good a roster is. */

import { qualityOf } from '../../domain/certificate.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Certificate } from '../../domain/version.ts';
import { formatPercent } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';

/** Empty when nothing is proven. */
export function certificateWords(
  language: Language,
  certificate: Certificate | undefined,
  { ruleSet }: Pick<Plan, 'ruleSet'>,
): string {
  const quality = certificate ? qualityOf(certificate) : { kind: 'unknown' as const };
  switch (quality.kind) {
    case 'proven':
      return translate(language, 'web.certificate.proven', { rules: ruleSet.rules.length });
    case 'within':
      return translate(language, 'web.certificate.gap', { gap: formatPercent(language, quality.gap, 'up') });
    case 'unknown':
      return '';
  }
}
