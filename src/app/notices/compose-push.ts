/**
 * A notice by web push, to every device of the person. All of it is encrypted for the device: what travels in the clear is
 * the device's address, this server's public key and how long to keep it.
 */

import { isAnswered } from '../../domain/notice.ts';
import { isUrgent } from '../../domain/notice-choice.ts';
import { AppError } from '../../kernel/app-error.ts';
import { type NoticePush, noticePush } from '../../output/notices/notice-push.ts';
import { deletePushDevices, listPushDevices, type PushDevice } from '../../store/push-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type Composing, readerOf, type Sending } from './composing.ts';
import { targetOf } from './push-devices.ts';
import { receiptToken } from './receipt-token.ts';

/** Later than that it is told by the list alone. */
const KEPT_SECONDS = 86_400;

/** What the service worker reads; `src/browser/service-worker.ts` has the same shape. */
interface PushText extends NoticePush {
  /** The device's id here, by which it knows whose page to open. */
  readonly device: string;
  /** Of two with the same tag a device shows one. */
  readonly tag: string;
}

/** One device that takes it is enough. Devices that are told no longer are forgotten. */
export async function sendPush(
  app: App,
  { pusher, ...composing }: Composing,
  sending: Sending,
): Promise<void> {
  requireMachine(app);
  if (!pusher) throw new AppError('unavailable', 'push.none');
  const { notice, member } = sending;
  const devices = await listPushDevices(app.db, { unitId: notice.unitId, staffId: member.id }, app.clock());
  const urgent = isUrgent(notice.facts.kind);
  let failure: unknown = new AppError('invalid', 'push.gone');
  let taken = 0;
  for (const device of devices) {
    const text = JSON.stringify(pushText(app, composing, sending, device));
    try {
      await pusher(targetOf(app, device), { text, urgent, keptSeconds: KEPT_SECONDS });
      taken++;
    } catch (cause) {
      if (cause instanceof AppError && cause.key === 'push.gone')
        await deletePushDevices(app.db, device, { id: device.id });
      else failure = cause;
    }
  }
  if (taken === 0) throw failure;
}

function pushText(app: App, composing: Composing, sending: Sending, { id }: PushDevice): PushText {
  const { notice, delivery } = sending;
  const path = isAnswered(notice.facts) ? `/received/${receiptToken(app, notice.id)}` : undefined;
  return { device: id, tag: delivery.id, ...noticePush(readerOf(composing, sending), notice, path) };
}
