/** A reminder of an order: as a mail to a unit's contact, and as a text to paste into a chat group of several. */

import { type Instant, minutesBetween } from '../../calendar/interval.ts';
import type { Order } from '../../domain/order.ts';
import type { OrderMail } from '../../domain/order-notice.ts';
import { formatClockDay, formatCountdown } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';

export interface ReminderFacts {
  readonly order: Order;
  readonly unitName: string;
  readonly deadline: Instant;
  readonly now: Instant;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** A reminder by hand when absent. */
  readonly about?: OrderMail;
  /** Of the unit's private link, where it has no account. */
  readonly link?: string;
}

export interface ReminderMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function reminderMail(language: Language, facts: ReminderFacts): ReminderMail {
  const { order, unitName, publicUrl, about: what = 'remind', link } = facts;
  const about = {
    order: cleanLine(orderTitle(order)),
    unit: cleanLine(unitName),
    superior: cleanLine(order.superiorName),
  };
  const subject = translate(language, `orders.mail.subject.${what}`, about);
  const lines = [
    translate(language, 'overview.remind.hello', about),
    translate(language, `orders.mail.says.${what}`, about),
    ...(what === 'lifted'
      ? []
      : [
          deadlineWords(language, facts),
          link === undefined
            ? translate(language, 'overview.remind.how', { address: publicUrl })
            : translate(language, 'orders.mail.link', { address: link }),
        ]),
  ];
  const html = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return {
    subject,
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="${BODY}">\n${html}\n</body></html>`,
  };
}

/** One message for all of them, the units by name. */
export function reminderText(
  language: Language,
  order: Order,
  units: readonly { readonly name: string; readonly deadline: Instant }[],
): string {
  const about = { order: cleanLine(orderTitle(order)), superior: cleanLine(order.superiorName) };
  const lines = units.map(({ name, deadline }) => {
    const until = formatClockDay(language, deadline, { zone: order.zone });
    return `- ${cleanLine(name)}: ${translate(language, 'overview.remind.until', { until })}`;
  });
  return [translate(language, 'overview.remind.group', about), ...lines].join('\n');
}

/** `Trực Tết Đinh Mùi 2027 (12/SKHCN-CNS)`. */
function orderTitle({ content: { name, dispatchNumber } }: Pick<Order, 'content'>): string {
  return dispatchNumber === '' ? name : `${name} (${dispatchNumber})`;
}

function deadlineWords(language: Language, { order, deadline, now }: ReminderFacts): string {
  const until = formatClockDay(language, deadline, { zone: order.zone });
  const isOver = now > deadline;
  const span = isOver ? minutesBetween(deadline, now) : minutesBetween(now, deadline);
  const left = formatCountdown(language, Math.floor(span));
  return translate(language, isOver ? 'overview.remind.over' : 'overview.remind.left', { until, left });
}

const BODY = 'font-family:sans-serif;font-size:15px;line-height:1.5;color:#1c2420;max-width:560px';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
