/** A notice of a superior's order, in words: what happened, until when, what differs. */

import type { OrderFacts } from '../../domain/order-notice.ts';
import { formatStamp } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';
import type { NoticeReader, NoticeWords } from './notice-words.ts';

export function orderWords({ language, zone }: NoticeReader, facts: OrderFacts): NoticeWords {
  const { what, orderName, superior, parts, at } = facts;
  const words = {
    order: cleanLine(orderName),
    superior: cleanLine(superior),
    at: formatStamp(language, at, zone),
    parts: parts.map((part) => translate(language, `orders.part.${part}`)).join(', '),
  };
  return {
    icon: 'bell',
    title: translate(language, `notice.subject.order-${what}`),
    lines: [{ sign: 'plain', text: translate(language, `notice.line.order-${what}`, words) }],
  };
}
