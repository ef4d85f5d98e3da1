/**
 * A document given out to be signed digitally, and what came back: whose signatures the file bears. Files and certificates
 * are read elsewhere.
 */

import type { Instant } from '../calendar/interval.ts';
import type { PeriodKey } from './period.ts';

/** The letter, its annexes as files of their own, or the list with a letterhead of its own. */
export const SIGNING_PARTS = ['letter', 'list', 'phones', 'alone'] as const;
export type SigningPart = (typeof SIGNING_PARTS)[number];

/** What was given out, by its bytes: whatever is signed begins with them. */
export interface SigningCopy {
  readonly id: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface PdfSignature {
  /** A time stamp says when, not who agreed. */
  readonly kind: 'signature' | 'time-stamp';
  /** Of the certificate: who signed, whose it is, who gave it out. */
  readonly name: string;
  readonly organisation: string;
  readonly issuer: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  /** By the signer's own clock, or the time stamp's; absent when it does not say. */
  readonly at?: Instant;
  /** Whether it covers the file to its last byte. */
  readonly coversAll: boolean;
  /** By SHA-1, which can be forged. */
  readonly weak: boolean;
}

export interface VersionOfPeriod extends PeriodKey {
  readonly version: number;
}

export interface SignedDocument {
  readonly id: string;
  readonly version: number;
  readonly part: SigningPart;
  readonly issuedAt: Instant;
  /** Absent while it is out. */
  readonly signed?: {
    readonly at: Instant;
    readonly bytes: number;
    readonly signatures: readonly PdfSignature[];
  };
}
