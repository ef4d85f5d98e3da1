/** Reminding units of an order: the mail and the text as they will go out, and then that they did. */

import { type AskedOverview, readOverview } from '../../app/overview/read-overview.ts';
import { remindUnits, standingNamed } from '../../app/overview/remind-units.ts';
import { REMINDER_WAYS } from '../../domain/order-reminder.ts';
import { compareStandings, standingOf } from '../../domain/order-standing.ts';
import { AppError } from '../../kernel/app-error.ts';
import { reminderMail, reminderText } from '../../output/notices/order-reminder.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { orderPartPath } from '../paths/overview.ts';
import { reminderWords, standingWords } from './need-words.ts';
import { orderTabs } from './order-tabs.ts';

export async function showRemind(visit: Visit, { app, publicUrl, mail }: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const overview = await readOverview(app, key);
  const { order } = overview;
  if (order.unitId !== key.unitId) throw new AppError('forbidden', 'error.access.forbidden');
  const standing = standingNamed(visit.query.get('standing')) ?? 'overdue';
  const unitId = visit.query.get('unit') ?? '';
  const meant = overview.units
    .filter((unit) => (unitId === '' ? standingOf(unit, visit.now) === standing : unit.unitId === unitId))
    .toSorted(compareStandings(visit.now));
  const byMail = meant.filter(({ contact }) => contact.email !== '');
  const [example] = byMail.length > 0 ? byMail : meant;
  const title = visit.say('overview.remind.title');
  return {
    kind: 'page',
    view: 'overview/remind',
    title,
    script: 'copy.js',
    model: {
      ...{ title, order: order.content.name, tabs: orderTabs(visit, key, 'overview') },
      who: visit.say('overview.remind.who', { count: meant.length }),
      units: meant.map((unit) => unitView(visit, unit, { overview, zone: order.zone })),
      ...{ standing, unit: unitId, path: orderPartPath(key, 'remind'), back: orderPartPath(key, 'overview') },
      mail:
        example &&
        reminderMail(visit.language, {
          ...{ order, unitName: example.name, deadline: example.deadline, now: visit.now, publicUrl },
        }),
      mailLabel: visit.say('overview.remind.who', { count: meant.length }),
      mailNone: byMail.length === 0 && meant.length > 0,
      mailOff: mail === undefined,
      text: reminderText(visit.language, order, meant),
      done: doneWords(visit),
    },
  };
}

function unitView(
  visit: Visit,
  unit: AskedOverview,
  { overview, zone }: { readonly overview: Awaited<ReturnType<typeof readOverview>>; readonly zone: string },
) {
  const { text, failed } = reminderWords(visit, overview.reminders.get(unit.unitId) ?? [], zone);
  const noMail = unit.contact.email === '' ? visit.say('overview.remind.no-mail') : '';
  return {
    name: unit.name,
    chip: standingWords(visit, unit),
    text: [text, noMail].filter(Boolean).join(' · '),
    failed,
  };
}

function doneWords({ query, say }: Visit): string {
  const [sent, passed] = [Number(query.get('sent') ?? 'x'), Number(query.get('passed') ?? 'x')];
  if (!Number.isInteger(sent) || !Number.isInteger(passed)) return '';
  return passed > 0
    ? say('overview.remind.sent', { sent, passed })
    : say('overview.remind.sent-all', { sent });
}

export async function sendRemind(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const standing = standingNamed(visit.form.get('standing')) ?? 'overdue';
  const way = REMINDER_WAYS.find((each) => each === visit.form.get('way')) ?? 'mail';
  const unit = visit.form.get('unit') ?? '';
  const unitIds = unit === '' ? [] : [unit];
  const { sent, passed } = await remindUnits(app, { key, way, unitIds, standing, actor: visit.actor });
  const done = { standing, sent: String(sent), passed: String(passed), ...(unit === '' ? {} : { unit }) };
  return redirect(orderPartPath(key, 'remind', done));
}
