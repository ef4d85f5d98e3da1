/** For those who watch the server: 200 when it answers and the store does, 503 when not. */

import type { WebDeps } from '../deps.ts';
import type { Reply, Visit } from '../visit.ts';

export async function showHealth(_visit: Visit, { app }: WebDeps): Promise<Reply> {
  const alive = await app.probe().then(
    () => true,
    () => false,
  );
  return {
    kind: 'bytes',
    status: alive ? 200 : 503,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
    body: `${JSON.stringify({ status: alive ? 'ok' : 'unavailable' })}\n`,
  };
}
