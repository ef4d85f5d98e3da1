/** A real SMTP server on this machine that keeps what it is sent, and answers as a test wants. */

import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface ReceivedMail {
  readonly to: string;
  readonly source: string;
  readonly secure: boolean;
  readonly user: string;
}

export interface SmtpSite {
  readonly port: number;
  readonly mails: ReceivedMail[];
}

export interface SmtpAnswers {
  /** Throws what the server is to say of a receiver. */
  readonly rcpt?: (address: string) => void;
  readonly user?: { readonly name: string; readonly secret: string };
  /** Without STARTTLS when false. */
  readonly tls?: boolean;
  readonly waitMs?: number;
}

/** An answer with its code (RFC 5321, 4.2). */
export function answer(code: number): Error {
  return Object.assign(new Error('as the test wants'), { responseCode: code });
}

export async function smtpSite({ rcpt, user, tls = false, waitMs = 0 }: SmtpAnswers = {}): Promise<SmtpSite> {
  const mails: ReceivedMail[] = [];
  const later = (done: () => void): void => void (waitMs === 0 ? done() : setTimeout(done, waitMs));
  const server = new SMTPServer({
    authOptional: user === undefined,
    hideSTARTTLS: !tls,
    disabledCommands: [...(user === undefined ? ['AUTH'] : []), ...(tls ? [] : ['STARTTLS'])],
    onAuth: (auth, _session, done) =>
      auth.username === user?.name && auth.password === user?.secret
        ? done(null, { user: auth.username })
        : done(answer(535)),
    onRcptTo: ({ address }, _session, done) => {
      try {
        rcpt?.(address);
        later(() => done());
      } catch (error) {
        done(error as Error);
      }
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          source: Buffer.concat(chunks).toString(),
          secure: session.secure,
          user: String(session.user ?? ''),
        });
        later(() => done());
      });
    },
  });
  server.on('error', () => {});
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port, mails };
}

/** Where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
