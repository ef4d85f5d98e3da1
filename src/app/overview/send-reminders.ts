/** Sends the mails of reminders that are due: again after longer and longer pauses, and not for ever. */

import { type Attempted, deliveryAfter } from '../../domain/delivery.ts';
import type { Order } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Language } from '../../kernel/languages.ts';
import { reminderMail } from '../../output/notices/order-reminder.ts';
import { listAnswerLinks } from '../../store/answer-link-store.ts';
import { listMembers } from '../../store/membership-store.ts';
import {
  claimDueReminder,
  type DueReminder,
  listDueReminders,
  saveReminderDelivery,
} from '../../store/order-reminder-store.ts';
import { findAsked, findOrder } from '../../store/order-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { claim, writtenDown } from '../claims.ts';
import type { Mailer } from '../notices/mailer.ts';
import { issueAnswerLinks, revokeAnswerLink } from '../orders/answer-links.ts';

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
  let attempted = 0;
  for (; attempted < AT_ONCE; attempted++) {
    // One by one: a mail server that hardly answers holds none of them longer than it takes to send one.
    const [due] = await claim(
      app,
      (db, now) => listDueReminders(db, now, 1),
      async (trx, claimed) => [await claimDueReminder(trx, claimed)],
    );
    if (!due) break;
    const outcome = await attempt(app, { mailer, ...words }, due);
    const after = deliveryAfter(due.delivery, outcome, app.clock());
    await writtenDown(() => saveReminderDelivery(app.db, after));
  }
  return attempted;
}

async function attempt(
  app: App,
  { mailer, publicUrl, language }: ReminderSending & { readonly mailer: Mailer },
  { delivery, orderId, unitId, address, about }: DueReminder,
): Promise<Attempted> {
  const order = await findOrder(app.db, orderId);
  const asked = await findAsked(app.db, { orderId, unitId });
  const unit = await findUnit(app.db, unitId);
  if (!order || !asked || !unit) return { kind: 'refused', outcome: 'notice.outcome.left' };
  const key = { unitId: order.unitId ?? '', orderId };
  const token = await linkFor(app, order, { unitId, about });
  const facts = { order, unitName: unit.name, deadline: asked.deadline, now: app.clock(), publicUrl, about };
  const link = token === undefined ? {} : { link: `${publicUrl}/answer/${token}` };
  const mail = reminderMail(language, { ...facts, ...link });
  try {
    await mailer({ to: address, key: `order-reminder-${delivery.id}`, ...mail });
    return { kind: 'sent' };
  } catch (error) {
    // Nobody has read it: the next attempt makes another.
    if (token !== undefined) await revokeAnswerLink(app, { ...key, askedId: unitId, actor: ACTOR });
    if (!(error instanceof AppError)) throw error;
    return { kind: error.code === 'invalid' ? 'refused' : 'failed', outcome: error.key };
  }
}

const ACTOR = 'rota';

/** For a unit where nobody has an account and that holds no link yet: a link is told once, in this mail. */
async function linkFor(
  app: App,
  order: Order,
  { unitId, about }: Pick<DueReminder, 'unitId' | 'about'>,
): Promise<string | undefined> {
  if (order.unitId === undefined || order.state !== 'sent' || about === 'lifted') return undefined;
  if ((await listMembers(app.db, unitId)).length > 0) return undefined;
  const links = await listAnswerLinks(app.db, order.id);
  if (links.some((link) => link.unitId === unitId && link.revokedAt === undefined)) return undefined;
  const issuing = { unitId: order.unitId, orderId: order.id, only: [unitId], actor: ACTOR };
  return (await issueAnswerLinks(app, issuing))[0]?.token;
}
