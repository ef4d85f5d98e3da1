/** For those who watch the server: whether it lives, and whether it can do its work. */

import { isSetUp } from '../../app/access/open-setup.ts';
import type { App } from '../../app/app.ts';
import type { Readiness, WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';

/** 200 when it answers and the store does, 503 when not. */
export async function showHealth(_visit: Visit, { app }: WebDeps): Promise<Reply> {
  const alive = await answers(app);
  return told(alive, { status: alive ? 'ok' : 'unavailable' });
}

/** 200 when everything it needs is there, 503 with the names of what is not; no more is told, since anyone may ask. */
export async function showReadiness(_visit: Visit, { app, ready }: WebDeps): Promise<Reply> {
  const checks: readonly Readiness[] = ready ? await ready() : [{ name: 'store', ok: await answers(app) }];
  const isReady = checks.every(({ ok }) => ok);
  const named = Object.fromEntries(checks.map(({ name, ok }) => [name, ok ? 'ok' : 'unavailable']));
  return told(isReady, { status: isReady ? 'ready' : 'unavailable', checks: named });
}

function answers(app: App): Promise<boolean> {
  return isSetUp(app).then(
    () => true,
    () => false,
  );
}

function told(ok: boolean, content: object): Reply {
  return {
    kind: 'bytes',
    status: ok ? 200 : 503,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
    body: `${JSON.stringify(content)}\n`,
  };
}
