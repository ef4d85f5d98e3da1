/** What others meet: the public address with its certificate, and the mail server. Nothing is sent but a greeting. */

import { connect } from 'node:tls';
import type { Config } from '../../config.ts';
import { openElsewhere } from '../../kernel/loopback.ts';
import { openMail } from '../mail.ts';
import { type Finding, finding } from './finding.ts';

const WAIT_MS = 8_000;
const DAY_MS = 86_400_000;
/** Renewals run every month; one that failed leaves this much. */
const HEED_DAYS = 14;

export async function addressFindings(publicUrl: string, now: number): Promise<Finding[]> {
  if (openElsewhere(publicUrl) === undefined) return [finding('heed', 'address', 'none')];
  const { protocol, hostname, port } = new URL(publicUrl);
  const plain = protocol === 'http:';
  const answered = await answers(publicUrl);
  const answer = answered
    ? finding('fine', 'address', 'fine', { publicUrl })
    : finding('fault', 'address', 'silent', { publicUrl });
  if (plain) return [answer, finding('heed', 'tls', 'plain')];
  const until = await certificateEnd(hostname, Number(port === '' ? 443 : port));
  return [answer, tlsFinding(until, now)];
}

async function answers(publicUrl: string): Promise<boolean> {
  try {
    const { ok } = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(WAIT_MS) });
    return ok;
  } catch {
    return false;
  }
}

/** @param until when the certificate ends; undefined where none that is trusted was shown. */
export function tlsFinding(until: number | undefined, now: number): Finding {
  if (until === undefined) return finding('fault', 'tls', 'untrusted');
  const days = Math.floor((until - now) / DAY_MS);
  if (days < 0) return finding('fault', 'tls', 'over');
  return finding(days < HEED_DAYS ? 'heed' : 'fine', 'tls', days < HEED_DAYS ? 'ends' : 'fine', { days });
}

function certificateEnd(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, timeout: WAIT_MS }, () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to));
      socket.end();
    });
    const end = (): void => {
      resolve(undefined);
      socket.destroy();
    };
    socket.once('error', end);
    socket.once('timeout', end);
  });
}

export async function mailFinding({ mail }: Pick<Config, 'mail'>): Promise<Finding> {
  if (!mail) return finding('heed', 'mail', 'none');
  const server = `${mail.host}:${mail.port}`;
  try {
    const client = await openMail(mail);
    try {
      await client?.greet();
      return finding('fine', 'mail', 'fine', { server });
    } finally {
      client?.close();
    }
  } catch {
    return finding('fault', 'mail', 'silent', { server });
  }
}
