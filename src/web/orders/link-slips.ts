/** Slips of links that were just made, as one PDF; the page that shows them once sends their tokens along. */

import { readLinkSlips } from '../../app/orders/link-slips.ts';
import { AppError } from '../../kernel/app-error.ts';
import { linkSlips } from '../../output/documents/link-slips.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { answerPath } from '../paths/orders.ts';

export async function printSlips(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const { order, slips } = await readLinkSlips(deps.app, key, visit.form.getAll('token'));
  if (!deps.documents) throw new AppError('unavailable', 'document.failure.busy');
  const { content, superiorName, zone, id } = order;
  const document = linkSlips({
    ...{ language: visit.language, zone, superior: superiorName, title: content.name, at: visit.now, id },
    ...{ dispatchNumber: content.dispatchNumber, contacts: content.contacts, slips },
    base: `${deps.publicUrl}${answerPath('')}`,
  });
  return fileReply(await deps.documents.write({ format: 'pdf', document }, askerOf(visit, deps)));
}
