/** How an answer stands on its way to a superior's installation, and what was judged there. */

import type { OpenedOrder } from '../../app/answers/asked-orders.ts';
import type { Visit } from '../kit/visit.ts';
import { wayWords } from '../kit/way-words.ts';
import { fitWords } from './gap-words.ts';

/** Undefined for an answer that goes nowhere else. */
export function uploadWords(visit: Visit, { order, uploads }: OpenedOrder, answerId: number) {
  const upload = uploads.get(answerId);
  if (!upload) return undefined;
  const { receipt } = upload;
  return { ...wayWords(visit, order, upload), judged: receipt && fitWords(visit, receipt) };
}
