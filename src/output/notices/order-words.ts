/** A notice of a superior's order, in words: what happened, until when, what differs. */

import type { OrderFacts } from '../../domain/order-notice.ts';
import { formatStamp } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';

export function orderWords(
  { language, zone }: { readonly language: Language; readonly zone: string },
  { what, orderName, superior, parts, at }: OrderFacts,
): { readonly title: string; readonly text: string } {
  const words = {
    order: cleanLine(orderName),
    superior: cleanLine(superior),
    at: formatStamp(language, at, zone),
    parts: parts.map((part) => translate(language, `orders.part.${part}`)).join(', '),
  };
  return {
    title: translate(language, `notice.subject.order-${what}`),
    text: translate(language, `notice.line.order-${what}`, words),
  };
}
