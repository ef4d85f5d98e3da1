/** Mail as use cases send it; how it travels is not known here. */

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Stays the same over every attempt: a mailbox shows a second arrival once. */
  readonly key: string;
  /** An iCalendar file, where shifts changed. */
  readonly calendar?: string;
}

/**
 * Rejects with `AppError`: `invalid` for an address that will never be taken, `unavailable` for what may pass. Its key says
 * why, its `code` what the server answered.
 */
export type Mailer = (mail: Mail) => Promise<void>;
