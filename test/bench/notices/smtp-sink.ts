/** An SMTP server of its own process that takes its time over every answer, keeps no mail and counts who got one. */

import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Sunk {
  readonly mails: number;
  readonly receivers: number;
  /** When the last mail was complete, as `Date.now()`; 0 before the first. */
  readonly lastAt: number;
}

const ANSWER_MS = Number(process.argv[2]);
const MOST_CLIENTS = 100;

let sunk: Sunk = { mails: 0, receivers: 0, lastAt: 0 };
let receivers = new Set<string>();

/** Every command of a mail waits as long: MAIL, RCPT and the end of its data. */
const later = (done: () => void): void => void setTimeout(done, ANSWER_MS);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  maxClients: MOST_CLIENTS,
  // Looking up who calls is no part of what is measured.
  disableReverseLookup: true,
  onMailFrom: (_address, _session, done) => later(done),
  onRcptTo: (_address, _session, done) => later(done),
  onData: (stream, session, done) => {
    stream.resume();
    stream.on('end', () => {
      for (const { address } of session.envelope.rcptTo) receivers.add(address);
      sunk = { mails: sunk.mails + 1, receivers: receivers.size, lastAt: Date.now() };
      later(done);
    });
  },
});
server.on('error', () => {});
const listening = server.listen(0, '127.0.0.1', () =>
  process.send?.((listening.address() as AddressInfo).port),
);

/** `forget` begins to count anew. */
process.on('message', (asked: 'count' | 'forget') => {
  if (asked === 'forget') {
    receivers = new Set();
    sunk = { mails: 0, receivers: 0, lastAt: 0 };
  }
  process.send?.(sunk);
});
