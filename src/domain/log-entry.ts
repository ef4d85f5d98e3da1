/** A line of the log: written once, never changed. A correction is a new line that points at the old one. */

import type { Instant } from '../calendar/interval.ts';

/** Quan sát, kiểm tra, cảnh báo, cuộc gọi, sự cố, bàn giao. */
export const LOG_KINDS = ['observation', 'check', 'alert', 'call', 'incident', 'handover'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** Bình thường, nhắc, nghiêm trọng. */
export const SEVERITIES = ['normal', 'warning', 'serious'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A shift as the roster in force had it. */
export interface LoggedShift {
  readonly periodId: string;
  readonly shiftId: string;
}

/** What an entry belongs to besides its shift: a check, an incident, a handover, an alert. */
export const LOG_SUBJECTS = ['check', 'incident', 'handover', 'alert'] as const;

export interface LogSubject {
  readonly kind: (typeof LOG_SUBJECTS)[number];
  readonly id: string;
}

/** Something still to be done: who, and by when. It travels from shift to shift until a later entry closes it. */
export interface Wanted {
  /** A person or a group, as written; empty for whoever is on duty. */
  readonly who: string;
  readonly by?: Instant;
}

/** What a program reads of an entry, beside its words; whoever owns the subject knows the shape. */
export type LogFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Of a picture, what stands in the chain: SHA-256 of its bytes, in base64url. */
export type PictureDigest = string;

export const MOST_PICTURES = 3;
export const MOST_WORDS = 2000;

/** As it is handed in; number and moments are the store's. */
export interface NewLogEntry {
  /** The same entry handed in again, as after a lost answer, is written once. */
  readonly key: string;
  /** When the author wrote it; earlier than it was received where there was no network. */
  readonly writtenAt: Instant;
  readonly receivedAt: Instant;
  /** For the trail: an account, a private link, a token, the machine. */
  readonly actor: string;
  /** Absent where no member of staff wrote it. */
  readonly staffId?: string;
  /** Absent where no post was stood at that moment. */
  readonly shift?: LoggedShift;
  readonly postId?: string;
  readonly kind: LogKind;
  readonly severity: Severity;
  /** Name of the system it is about, as it was called; empty for none. */
  readonly system: string;
  readonly words: string;
  readonly subject?: LogSubject;
  readonly facts: LogFacts;
  readonly wants?: Wanted;
  /** Number of the open item that it ends. */
  readonly closes?: number;
  /** Number of the entry that it puts right. */
  readonly corrects?: number;
  readonly pictures: readonly PictureDigest[];
}

export interface LogEntry extends NewLogEntry {
  /** From 1, without holes, within the unit. */
  readonly number: number;
  /** Past its keeping: what it said is gone, its place in the chain is not. */
  readonly purged?: true;
}

/** Kept longer than the rest, since inspections ask for them. */
export const KEPT_LONG: readonly LogKind[] = ['incident', 'handover'];

/** Written more than so long before it was received, it was written without network and both moments are told. */
const OFFLINE_AFTER_MS = 60_000;

export function wasOffline({ writtenAt, receivedAt }: Pick<LogEntry, 'writtenAt' | 'receivedAt'>): boolean {
  return receivedAt - writtenAt > OFFLINE_AFTER_MS;
}

/** Which entries are shown; all that are given must hold. */
export interface LogFilter {
  readonly unitId: string;
  readonly system?: string;
  readonly kind?: LogKind;
  readonly severity?: Severity;
  /** Parts of the words, with or without diacritics; all of them. */
  readonly words?: readonly string[];
  readonly shift?: LoggedShift;
  readonly subject?: LogSubject;
  /** Leaves out checks that were in order. */
  readonly withoutNormalChecks?: boolean;
  /** Only entries with a smaller number. */
  readonly before?: number;
  /** Only entries with a greater number. */
  readonly after?: number;
}

export interface Picture {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}
