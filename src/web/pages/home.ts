import type { Reply } from '../visit.ts';
export async function showHome(): Promise<Reply> {
  return { kind: 'bytes', status: 200, headers: {}, body: 'ok' };
}
