/** Sends the mails of reminders that are due: again after longer and longer pauses, and not for ever. */

import { type Attempted, deliveryAfter } from '../../domain/delivery.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Language } from '../../kernel/languages.ts';
import { reminderMail } from '../../output/notices/order-reminder.ts';
import {
  type DueReminder,
  listDueReminders,
  saveReminderDelivery,
} from '../../store/order-reminder-store.ts';
import { findAsked, findOrder } from '../../store/order-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { Mailer } from '../notices/mailer.ts';

const AT_ONCE = 32;

export interface ReminderSending {
  /** Absent where no mail is sent: what is due then waits. */
  readonly mailer?: Mailer;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly language: Language;
}

/** How many were attempted. */
export async function sendReminders(app: App, { mailer, ...words }: ReminderSending): Promise<number> {
  requireMachine(app);
  if (!mailer) return 0;
  const due = await listDueReminders(app.db, app.clock(), AT_ONCE);
  for (const each of due) {
    const attempted = await attempt(app, { mailer, ...words }, each);
    await saveReminderDelivery(app.db, deliveryAfter(each.delivery, attempted, app.clock()));
  }
  return due.length;
}

async function attempt(
  app: App,
  { mailer, publicUrl, language }: ReminderSending & { readonly mailer: Mailer },
  { delivery, orderId, unitId, address }: DueReminder,
): Promise<Attempted> {
  const order = await findOrder(app.db, orderId);
  const asked = await findAsked(app.db, { orderId, unitId });
  const unit = await findUnit(app.db, unitId);
  if (!order || !asked || !unit) return { kind: 'refused', outcome: 'notice.outcome.left' };
  const facts = { order, unitName: unit.name, deadline: asked.deadline, now: app.clock(), publicUrl };
  try {
    await mailer({ to: address, key: `order-reminder-${delivery.id}`, ...reminderMail(language, facts) });
    return { kind: 'sent' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: error.code === 'invalid' ? 'refused' : 'failed', outcome: error.key };
  }
}
