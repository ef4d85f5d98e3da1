/** Web push as use cases send it (RFC 8030): to one device, which alone can read it; how it travels is not known here. */

export interface PushTarget {
  /** Of the push service the device's browser chose. */
  readonly endpoint: string;
  /** The device's keys, base64url (RFC 8291). */
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushMessage {
  /** Encrypted for the device. */
  readonly text: string;
  readonly urgent: boolean;
  readonly keptSeconds: number;
}

/**
 * Rejects with `AppError`: `invalid`, `push.gone`, for a device that is told no longer; `unavailable`, `push.…`, for now. Its
 * `code` is what the push service answered.
 */
export type Pusher = (to: PushTarget, message: PushMessage) => Promise<void>;
