/** How what is sent to a superior's installation stands on its way, in words; received only once that has said so. */

import { type Upload, uploadState } from '../../domain/answer-receipt.ts';
import type { Order } from '../../domain/order.ts';
import { formatStamp } from '../../i18n/format.ts';
import { isMessageKey } from '../../i18n/translate.ts';
import type { Visit } from './visit.ts';

const CSS = {
  ...{ received: 'chip-good', waiting: 'chip-outline', retrying: 'chip-warning' },
  ...{ refused: 'chip-error', replaced: 'chip-outline' },
} as const;
const ICONS = {
  ...{ received: 'check', waiting: 'clock', retrying: 'triangle', refused: 'octagon', replaced: 'minus' },
} as const;

export function wayWords({ say, language }: Visit, order: Order, upload: Upload) {
  const state = uploadState(upload);
  const at = upload.receivedAt ?? upload.nextAt;
  const host = order.origin ? new URL(order.origin.address).host : '';
  const { outcome, attempts } = upload;
  return {
    words: say(`upward.state.${state}`, {
      superior: order.superiorName,
      at: at === undefined ? '' : formatStamp(language, at, order.zone),
      why: isMessageKey(outcome) ? say(outcome, { host, status: '' }) : outcome,
      attempts,
    }),
    css: CSS[state],
    icon: ICONS[state],
  };
}
