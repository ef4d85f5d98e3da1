/** `POST /api/v1/alerts`: the token, then a bounded body of JSON in one of two shapes; nothing is read of who may not send. */

import type { IncomingMessage } from 'node:http';
import { isAlertToken, takeAlerts } from '../../app/alerts/take-alerts.ts';
import type { App } from '../../app/app.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { createRateLimit } from '../kit/rate-limit.ts';
import { bearerOf, bodyOf, challengeOf, type Reception, refused } from './json-body.ts';

const MOST_BYTES = 256 * 1024;
/** Of one token in a minute: a storm is told by its first alerts. */
const RATE = { most: 120, windowMs: 60_000 };

const rateOf = onceFor((_: App['db']) => createRateLimit(RATE));

export async function readAlerts(app: App, request: IncomingMessage): Promise<Reception> {
  const { 'user-agent': client = '' } = request.headers;
  const token = bearerOf(request);
  if (token === undefined || !(await isAlertToken(app, token))) {
    return refused(401, 'api.refused.alert-token', { headers: challengeOf(token) });
  }
  if (!rateOf(app.db).allows(token, app.clock())) {
    const headers = ['Retry-After', String(RATE.windowMs / 1000)];
    return refused(429, 'api.refused.alert-rate', { params: { most: RATE.most }, headers });
  }
  const text = await bodyOf(request, MOST_BYTES);
  if (text === undefined)
    return refused(413, 'api.refused.alert-big', { params: { kilobytes: MOST_BYTES / 1024 } });
  const taken = await takeAlerts(app, { token, client, body: parsed(text) });
  if (!taken) return refused(401, 'api.refused.alert-token');
  if ('wrong' in taken) {
    return refused(400, 'api.refused.alert-body', { params: { wrong: taken.wrong.join('; ') } });
  }
  return { kind: 'taken', taken };
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
