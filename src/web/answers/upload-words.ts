/** How an answer stands on its way to a superior's installation, in words; received only once that has said so. */

import type { OpenedOrder } from '../../app/answers/asked-orders.ts';
import { uploadState } from '../../domain/answer-receipt.ts';
import { formatStamp } from '../../i18n/format.ts';
import { isMessageKey } from '../../i18n/translate.ts';
import type { Visit } from '../kit/visit.ts';
import { fitWords } from './gap-words.ts';

const CSS = {
  ...{ received: 'chip-good', waiting: 'chip-outline', retrying: 'chip-warning' },
  ...{ refused: 'chip-error', replaced: 'chip-outline' },
} as const;
const ICONS = {
  ...{ received: 'check', waiting: 'clock', retrying: 'triangle', refused: 'octagon', replaced: 'minus' },
} as const;

/** Undefined for an answer that goes nowhere else. */
export function uploadWords(visit: Visit, { order, uploads }: OpenedOrder, answerId: number) {
  const upload = uploads.get(answerId);
  if (!upload) return undefined;
  const { say, language } = visit;
  const state = uploadState(upload);
  const at = upload.receivedAt ?? upload.nextAt;
  const host = order.origin ? new URL(order.origin.address).host : '';
  const { outcome, attempts, receipt } = upload;
  return {
    words: say(`upward.state.${state}`, {
      superior: order.superiorName,
      at: at === undefined ? '' : formatStamp(language, at, order.zone),
      why: isMessageKey(outcome) ? say(outcome, { host, status: '' }) : outcome,
      attempts,
    }),
    css: CSS[state],
    icon: ICONS[state],
    judged: receipt && fitWords(visit, receipt),
  };
}
