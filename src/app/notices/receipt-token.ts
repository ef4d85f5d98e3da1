/**
 * The secret in a mail by which someone says “đã nhận lịch” of one notice, without signing in: good for that notice alone and
 * for two weeks. Nothing of it is kept: it is the notice's number and its end, authenticated with the key that is not in the
 * database.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import type { App } from '../app.ts';
import { derivedKey } from '../derived-key.ts';

const LASTS_MS = 14 * 86_400_000;
const TOKEN = /^(\d{1,15})\.([0-9a-z]{1,10})\.([\w-]{43})$/;

type Keeper = Pick<App, 'sealingKey' | 'clock'>;

export function receiptToken(app: Keeper, noticeId: number): string {
  const end = (app.clock() + LASTS_MS).toString(36);
  return `${noticeId}.${end}.${signature(app, `${noticeId}.${end}`)}`;
}

/** The notice it is good for; undefined for one that is over, of another server, or made up. */
export function noticeOfToken(app: Keeper, token: string): number | undefined {
  const [, id = '', end = '', signed = ''] = TOKEN.exec(token) ?? [];
  const expected = Buffer.from(signature(app, `${id}.${end}`));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return (Number.parseInt(end, 36) as Instant) > app.clock() ? Number(id) : undefined;
}

function signature(app: Pick<App, 'sealingKey'>, text: string): string {
  return createHmac('sha256', derivedKey(app, 'receipts by mail')).update(text).digest('base64url');
}
