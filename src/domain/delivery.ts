/** How a notice goes out: over which channel, when it is tried again, and when one gives up. */

import type { Instant } from '../calendar/interval.ts';

/** The list in the application is no channel: it always has everything. */
export const NOTICE_CHANNELS = ['mail', 'push', 'hook'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** How someone said “đã nhận lịch”: on a page, from a mail or a push message, or by word of mouth to who wrote it down. */
const RECEIPT_WAYS = ['page', 'link', 'mail', 'push', 'told'] as const;
export type ReceiptWay = (typeof RECEIPT_WAYS)[number];

/** `failed`: given up. */
export type DeliveryState = 'sent' | 'waiting' | 'retrying' | 'failed';

export interface Delivery {
  /** Stays the same over every attempt: receivers know a second arrival by it. */
  readonly id: string;
  readonly channel: NoticeChannel;
  readonly attempts: number;
  /** Absent once it was sent or given up. */
  readonly nextAt?: Instant;
  readonly sentAt?: Instant;
  /** The key of what kept it from being sent; empty while nothing did. */
  readonly outcome: string;
}

const MINUTE_MS = 60_000;
/** 1, 2, 4, … minutes, never more than two hours apart; after a day it is too late to tell. */
const LONGEST_PAUSE_MS = 120 * MINUTE_MS;
const MOST_ATTEMPTS = 18;

/** How an attempt ended. `refused`: it will never be taken, so it is not tried again. */
export type Attempted =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed' | 'refused'; readonly outcome: string };

export function deliveryAfter(delivery: Delivery, attempted: Attempted, now: Instant): Delivery {
  const { nextAt: _, ...rest } = delivery;
  const attempts = delivery.attempts + 1;
  if (attempted.kind === 'sent') return { ...rest, attempts, sentAt: now, outcome: '' };
  const { outcome } = attempted;
  if (attempted.kind === 'refused' || attempts >= MOST_ATTEMPTS) return { ...rest, attempts, outcome };
  const pause = Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return { ...rest, attempts, outcome, nextAt: (now + pause) as Instant };
}

export function deliveryState({ sentAt, nextAt, attempts }: Delivery): DeliveryState {
  if (sentAt !== undefined) return 'sent';
  if (nextAt === undefined) return 'failed';
  return attempts === 0 ? 'waiting' : 'retrying';
}
