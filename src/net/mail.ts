/**
 * The adapter to nodemailer: mail to an organisation's own server, by submission with STARTTLS or TLS (RFC 6409, 8314), or to
 * a relay inside its network in plain. A few connections are kept and shared. Nothing of a mail is logged.
 */

import { createTransport } from 'nodemailer';
import type { Mailer } from '../app/notices/mailer.ts';
import { AppError } from '../kernel/app-error.ts';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `wrapped`: TLS from the first octet. `required`: STARTTLS or nothing. `offered`: where the server has it. `none`: plain. */
  readonly tls: 'wrapped' | 'required' | 'offered' | 'none';
  /** As the receivers see it: `Lịch trực <lichtruc@…>` or an address alone. */
  readonly from: string;
  readonly user?: string;
  readonly secret?: string;
}

export interface MailClient {
  /** Rejects with `AppError`: `invalid`, `mail.refused`, for this receiver for good; `unavailable`, `mail.…`, for now. */
  readonly send: Mailer;
  /** Connects and signs in, and sends nothing. Rejects as `send` does. */
  greet(): Promise<void>;
  close(): void;
}

/** Fewer than servers take from one sender (Exchange 20, Postfix 50), enough that a busy thread does not hold mail up. */
const CONNECTIONS = 16;
const TIMEOUT_MS = 10_000;

export function createMailClient(settings: MailSettings): MailClient {
  const { host, port, tls, from, user, secret } = settings;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'wrapped',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: secret ?? '' } }),
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 500,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail is made of what is in it: no path or address in it is ever opened.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/^.*@|>\s*$/g, '').trim() || 'localhost';
  return {
    async send({ to, subject, text, html, key, calendar }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${key}@${domain}>`,
          // RFC 3834: nobody's absence note answers it.
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(calendar === undefined
            ? {}
            : {
                attachments: [
                  {
                    filename: 'lich-truc.ics',
                    content: calendar,
                    contentType: 'text/calendar; charset=utf-8',
                  },
                ],
              }),
        });
      } catch (cause) {
        throw failureOf(cause);
      }
    },
    async greet() {
      try {
        await transport.verify();
      } catch (cause) {
        throw failureOf(cause);
      }
    },
    close: () => transport.close(),
  };
}

/** The server's own words may name the receiver: only its code is kept. */
function failureOf(cause: unknown): AppError {
  const { code, responseCode, command } = partsOf(cause);
  const params = { code: responseCode ?? 0 };
  if (code === 'EAUTH') return new AppError('unavailable', 'mail.auth', params);
  if (code === 'ETLS' || command === 'STARTTLS' || isUntrusted(cause))
    return new AppError('unavailable', 'mail.tls', params);
  if (responseCode === undefined) return new AppError('unavailable', 'mail.unreachable', params);
  const isForGood = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return isForGood
    ? new AppError('invalid', 'mail.refused', params)
    : new AppError('unavailable', 'mail.later', params);
}

/** nodemailer gives a certificate that is not trusted the code of any broken connection. */
function isUntrusted(cause: unknown): boolean {
  return cause instanceof Error && /certificate/i.test(cause.message);
}

function partsOf(cause: unknown): {
  readonly code: unknown;
  readonly command: unknown;
  readonly responseCode: number | undefined;
} {
  if (typeof cause !== 'object' || cause === null) {
    return { code: undefined, command: undefined, responseCode: undefined };
  }
  const responseCode: unknown = Reflect.get(cause, 'responseCode');
  return {
    code: Reflect.get(cause, 'code'),
    command: Reflect.get(cause, 'command'),
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
  };
}
