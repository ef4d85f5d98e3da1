/** From a page's reply to octets on the wire: whole pages, parts of pages for scripts, redirects, event streams. */

import type { Response } from 'express';
import { isLanguage } from '../../kernel/languages.ts';
import type { Renderer } from '../kit/render.ts';
import { policyFor } from '../kit/security-headers.ts';
import {
  LANGUAGE_COOKIE,
  lastUnitOf,
  type PageReply,
  type PartsReply,
  type Reply,
  type StreamReply,
  UNIT_COOKIE,
  type Visit,
} from '../kit/visit.ts';
import { frameOf } from './frame.ts';

/** Setting of the Express application: the public address is of TLS. */
export const TLS = 'tls';

const YEAR_IN_SECONDS = 31_536_000;
/** Proxies close a connection on which nothing is said for a minute. */
const HEARTBEAT_MS = 20_000;

export function sendReply(renderer: Renderer, visit: Visit, response: Response, reply: Reply): void {
  if (reply.kind === 'page') sendPage(renderer, visit, response, reply);
  else if (reply.kind === 'redirect') {
    if (reply.cookie !== undefined) response.append('Set-Cookie', [reply.cookie].flat());
    if (reply.forget) response.set('Clear-Site-Data', '"storage"');
    response.set('Cache-Control', 'no-store').redirect(303, reply.to);
  } else if (reply.kind === 'parts') sendParts(renderer, visit, response, reply);
  else if (reply.kind === 'stream') sendStream(response, reply);
  else {
    response.status(reply.status).set(reply.headers);
    if (visit.visitor) response.set('Cache-Control', 'no-store');
    // `end` keeps Express from adding an ETag or a charset of its own.
    response.end(visit.method === 'HEAD' ? undefined : reply.body);
  }
}

function sendPage(renderer: Renderer, visit: Visit, response: Response, reply: PageReply): void {
  const model = { ...reply.model, page: frameOf(visit, reply) };
  const octets = renderer.render(reply.view, model, visit);
  const asked = visit.query.get('lang');
  if (isLanguage(asked)) {
    response.cookie(LANGUAGE_COOKIE, asked, {
      maxAge: YEAR_IN_SECONDS * 1000,
      sameSite: 'lax',
      httpOnly: true,
      secure: response.app.get(TLS) === true,
    });
  }
  // Of several units, the one looked at is the one the next page of none in particular is about.
  if (visit.units && visit.unit && lastUnitOf(visit) !== visit.unit.id) {
    const secure = response.app.get(TLS) === true;
    response.cookie(UNIT_COOKIE, visit.unit.id, { sameSite: 'lax', httpOnly: true, secure });
  }
  response.status(reply.status ?? 200);
  if (reply.retryAfterSeconds !== undefined) response.set('Retry-After', String(reply.retryAfterSeconds));
  // Of who is signed in, nothing stays on a shared machine (ASVS 5.0 14.3.2).
  const keeping = visit.visitor || reply.secret ? 'no-store' : 'private, no-cache';
  response.set({ 'Cache-Control': keeping, 'Content-Language': visit.language, Vary: 'Cookie' });
  if (reply.secret) response.set('X-Robots-Tag', 'noindex');
  if (reply.secret === true) response.set('Referrer-Policy', 'no-referrer');
  if (reply.connects || reply.draws) response.set('Content-Security-Policy', policyFor(reply));
  response.set('Content-Type', 'text/html; charset=utf-8');
  if (keeping === 'no-store') {
    // Nobody asks whether it has changed: no entity tag is worked out.
    response.set('Content-Length', String(octets.length));
    response.end(visit.method === 'HEAD' ? undefined : octets);
  } else {
    response.send(octets);
  }
}

function sendParts(renderer: Renderer, visit: Visit, response: Response, reply: PartsReply): void {
  const html = reply.parts.map(({ name, view, model }) => [
    name,
    renderer.render(view, model, visit).toString(),
  ]);
  response.status(reply.status ?? 200).set({ 'Cache-Control': 'no-store', Vary: 'Cookie' });
  response.json({ ...reply.data, parts: Object.fromEntries(html) });
}

/** Server-Sent Events (HTML Living Standard, 9.2): one JSON object a message. */
function sendStream(response: Response, reply: StreamReply): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // nginx would hold events back otherwise.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const send = (event: object): void => {
    if (!response.writableEnded) response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const stop = reply.start(send, () => response.end());
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
