/** What a superior says when an answer has come: what it was judged to be. Only with it an answer counts as received. */

import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';

export interface AnswerReceipt {
  /** Of the answers of this unit to this order. */
  readonly number: number;
  readonly receivedAt: Instant;
  readonly late: boolean;
  /** Of the order, by which it was judged. */
  readonly revision: number;
  readonly askedMinutes: number;
  readonly shortMinutes: number;
  readonly phonesMissing: number;
  readonly gaps: readonly ReceiptGap[];
}

export interface ReceiptGap {
  readonly day: Day;
  /** As the superior calls it. */
  readonly demand: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly held: number;
  readonly least: number;
}

/** Something on its way to a superior's installation. */
export interface Upload {
  readonly unitId: string;
  /** Stays the same over every attempt: the superior knows a second arrival by it. */
  readonly key: string;
  readonly attempts: number;
  /** Absent once it was received, refused, or another took its place. */
  readonly nextAt?: Instant;
  readonly receivedAt?: Instant;
  /** The key of what kept it from being received; empty while nothing did. */
  readonly outcome: string;
}

export interface AnswerUpload extends Upload {
  readonly answerId: number;
  readonly receipt?: AnswerReceipt;
}

export interface ReportUpload extends Upload {
  readonly reportId: number;
}

const UPLOAD_STATES = ['received', 'waiting', 'retrying', 'refused', 'replaced'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

export const REPLACED = 'upward.outcome.replaced';

export function uploadState({ receivedAt, nextAt, attempts, outcome }: Upload): UploadState {
  if (receivedAt !== undefined) return 'received';
  if (nextAt !== undefined) return attempts === 0 ? 'waiting' : 'retrying';
  return outcome === REPLACED ? 'replaced' : 'refused';
}

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** 10 s, 20 s, 40 s, … at most an hour: it is tried for as long as nobody says that it will never be taken. */
export function pauseAfter(attempts: number): number {
  return Math.min((MINUTE_MS / 6) * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}
