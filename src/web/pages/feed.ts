import type { Reply } from '../visit.ts';
export async function showFeed(): Promise<Reply> {
  return { kind: 'bytes', status: 200, headers: {}, body: 'ok' };
}
