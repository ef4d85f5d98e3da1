/** The file that goes with an order: attached and taken away by the superior, given to whoever is asked. */

import { type AttachedReader, attachFile, detachFile, readAttached } from '../../app/orders/attached-file.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { orderPath } from '../paths/orders.ts';

function keyOf({ param }: Visit) {
  return { unitId: param('unit'), orderId: param('order') };
}

/** Without a file it is taken away. What will not do is told on the order's own page. */
export async function changeAttached(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = keyOf(visit);
  const back = orderPath(key.unitId, key.orderId, 'edit');
  const file = visit.files.get('file');
  try {
    if (visit.form.has('remove')) await detachFile(app, key, visit.actor);
    else {
      const given = { name: file?.name ?? '', bytes: file?.bytes ?? new Uint8Array() };
      await attachFile(app, { ...key, file: given, actor: visit.actor });
    }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'invalid')) throw error;
    const wrong = error.key === 'orders.fault.attached-big' ? 'big' : 'kind';
    return redirect(`${back}?attached=${wrong}#attached`);
  }
  return redirect(`${back}#attached`);
}

export function showOwnAttached(visit: Visit, { app }: WebDeps): Promise<Reply> {
  return attachedReply(app, { own: keyOf(visit) });
}

export function showAskedAttached(visit: Visit, { app }: WebDeps): Promise<Reply> {
  return attachedReply(app, { asked: keyOf(visit) });
}

export function showLinkAttached(visit: Visit, { app }: WebDeps): Promise<Reply> {
  return attachedReply(app, { token: visit.param('token') });
}

async function attachedReply(app: WebDeps['app'], reader: AttachedReader): Promise<Reply> {
  const { fileName, content } = await readAttached(app, reader);
  return fileReply({ content, mediaType: 'application/octet-stream', fileName });
}
