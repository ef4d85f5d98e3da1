/**
 * Requests are worked at one after the other, one a turn of Node's event loop, and whoever asks for many waits behind
 * whoever asks for few. Of itself Node works at everything that has come over open connections in one turn, and accepts
 * one new connection a turn (libuv's `uv__server_io`): sixty pages at once are a turn of half a second, and twenty
 * people who come in meanwhile wait for twenty of them.
 */

import type { RequestHandler } from 'express';
import { createGate } from '../../app/gate.ts';
import { traceOf } from '../kit/trace.ts';

/** Resolves when it is the turn of `asker`; rejects with `AppError('unavailable')` when too many wait. */
export type Turns = (asker: string) => Promise<void>;

/** A few seconds' worth of pages: about as long as anyone would wait. */
const MOST_WAITING = 600;
/** They say whether the server lives and is ready: asked for next to nothing, and answered however many wait. */
const AHEAD = ['/healthz', '/readyz'];

export function createTurns(mostWaiting = MOST_WAITING): Turns {
  const gate = createGate({ atOnce: 1, mostWaiting, refusal: 'web.failure.busy' });
  return (asker) => gate(nextTurnOfLoop, asker);
}

/** Before everything else of a request. Whoever has gone while they waited is not worked for. */
export function takingTurns(turns: Turns): RequestHandler {
  return async (request, response, next) => {
    if (!AHEAD.includes(request.path)) await turns(traceOf(response).address);
    if (!response.destroyed) next();
  };
}

function nextTurnOfLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
