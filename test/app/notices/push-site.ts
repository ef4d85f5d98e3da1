/** A push service on this machine, and devices that read what it is given, as browsers do (RFC 8030, 8291, 8292). */

import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Outbound } from '../../../src/app/machines/outbound.ts';
import { createOutbound } from '../../../src/net/outbound.ts';

export interface PushedMessage {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface PushSite {
  readonly messages: PushedMessage[];
  /** Reaches the service: devices know it by an https address, as all push services are. */
  readonly send: Outbound;
  /** What the service answers on a path; 201 when not said. */
  readonly answers: Map<string, number>;
}

const HOST = 'https://push.example';

export async function pushSite(
  done: (stop: () => Promise<void>) => void = onTestFinished,
): Promise<PushSite> {
  const messages: PushedMessage[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      messages.push({ path, headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(answers.get(path) ?? 201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  done(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  const outbound = createOutbound({ privateAddresses: true });
  const send: Outbound = (request) =>
    outbound({ ...request, address: request.address.replace(HOST, `http://127.0.0.1:${port}`) });
  return { messages, send, answers };
}

export interface Device {
  readonly path: string;
  readonly target: { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
  read(body: Buffer): { readonly [name: string]: unknown };
}

export function device(path: string): Device {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  return {
    path,
    target: {
      endpoint: HOST + path,
      p256dh: pair.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
    },
    read: (body) => JSON.parse(opened(body, pair, auth)) as Record<string, unknown>,
  };
}

/** `aes128gcm` (RFC 8188) with the keys of RFC 8291, 3.4. */
function opened(body: Buffer, pair: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const theirs = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const derive = (ikm: Buffer, with_: Buffer, info: Buffer, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', ikm, with_, info, length));
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs]);
  const ikm = derive(pair.computeSecret(theirs), auth, about, 32);
  const key = derive(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

/** The claims, when they are signed by the key the message names (RFC 8292, 2 and 3). */
export function vapidOf({ headers }: PushedMessage): {
  readonly key: string;
  readonly claims: { sub: string; aud: string };
} {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) throw new Error('not signed by its key');
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) };
}
