/** “Kênh báo và hộp gửi”: by which ways a unit's people are told, what was sent, what was not and why, and sending it again. */

import {
  endNoticeHook,
  type HookSaved,
  saveNoticeHook,
  saveNoticeWays,
} from '../../app/notices/notice-settings.ts';
import { type Outbox, readOutbox, retryNotices, sendTestMail } from '../../app/notices/outbox.ts';
import type { Instant } from '../../calendar/interval.ts';
import { type DeliveryState, deliveryState } from '../../domain/delivery.ts';
import { TEMPLATE_PLACES, TEMPLATE_SAMPLES } from '../../domain/hook-template.ts';
import { formatStamp } from '../../i18n/format.ts';
import { isMessageKey } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { noticeSubject } from '../../output/notices/notice-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { REFUSED } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { outboxPath } from '../paths/notices.ts';

interface Told {
  readonly done: string;
  readonly fault: string;
  /** Of the gateway, on the answer that made it. */
  readonly secret: string;
  readonly typed:
    | { readonly address: string; readonly template: string; readonly header: string }
    | undefined;
}

const NOTHING: Told = { done: '', fault: '', secret: '', typed: undefined };

export async function showOutbox(visit: Visit, deps: WebDeps): Promise<Reply> {
  const done = visit.query.get('done') ?? '';
  const count = Number(visit.query.get('count') ?? 0);
  const words = DONE.includes(done) ? visit.say(`outbox.done.${done}`, { count }) : '';
  return outboxPage(visit, deps, { ...NOTHING, done: words });
}

const DONE = ['retry', 'ways', 'hook-ended', 'test'];

async function outboxPage(visit: Visit, { app, mail }: WebDeps, told: Told): Promise<Reply> {
  const unitId = visit.param('unit');
  const outbox = await readOutbox(app, unitId);
  const { unit, setting, people, counts } = outbox;
  const title = visit.say('outbox.title');
  return {
    kind: 'page',
    view: 'notices/outbox',
    title,
    unitName: unit.name,
    ...(told.fault === '' ? {} : { status: REFUSED }),
    ...(told.secret === '' ? {} : { secret: true }),
    model: {
      title,
      ...told,
      told: setting.told,
      mailOn: setting.mail,
      pushOn: setting.push,
      reminders: setting.reminders === true,
      checkIn: setting.checkIn === true,
      pushText: visit.say('outbox.push-text', { count: people.push, all: people.all }),
      hasMail: mail !== undefined,
      appText: visit.say('outbox.app-text', { count: people.all }),
      mailText: mail
        ? visit.say('outbox.mail-text', { server: mail.server, count: people.mail, all: people.all })
        : visit.say('outbox.mail-none'),
      hook: setting.hook ?? false,
      hookText: setting.hook
        ? visit.say('outbox.hook-text', {
            host: new URL(setting.hook.address).host,
            count: people.phone,
            all: people.all,
          })
        : visit.say('outbox.hook-none'),
      typed: told.typed ?? {
        address: setting.hook?.address ?? '',
        template: setting.hook?.template ?? TEMPLATE_SAMPLES.plain,
        header: '',
      },
      places: TEMPLATE_PLACES.map((place) => ({
        place: `{{${place}}}`,
        means: visit.say(`outbox.place.${place}`),
      })),
      samples: [
        { name: 'Zalo', text: TEMPLATE_SAMPLES.zalo },
        { name: 'SMS', text: TEMPLATE_SAMPLES.sms },
      ],
      figures: (['sent', 'waiting', 'retrying', 'failed'] as const).map((state) => ({
        state,
        count: counts[state],
        label: visit.say(`outbox.state.${state}`),
      })),
      unsent: counts.retrying + counts.failed > 0,
      groups: groupsOf(visit, outbox),
      paths: {
        retry: outboxPath(unitId, '/retry'),
        ways: outboxPath(unitId, '/ways'),
        hook: outboxPath(unitId, '/hook'),
        endHook: outboxPath(unitId, '/hook/end'),
        test: outboxPath(unitId, '/test'),
      },
      testTo: visit.visitor?.account.signInName.includes('@') ? visit.visitor.account.signInName : '',
    },
  };
}

const ORDER: readonly DeliveryState[] = ['failed', 'retrying', 'waiting', 'sent'];

/** Worst first. */
function groupsOf(visit: Visit, { unit, deliveries }: Outbox) {
  const { language, say } = visit;
  const stamp = (at: Instant): string => formatStamp(language, at, unit.zone);
  const rows = deliveries.map(({ notice, name, ...delivery }) => ({
    state: deliveryState(delivery),
    id: delivery.id,
    at: stamp(notice.createdAt),
    name,
    what: noticeSubject(language, notice),
    channel: say(`outbox.channel.${delivery.channel}`),
    result:
      delivery.sentAt !== undefined
        ? say('outbox.sent-at', { stamp: stamp(delivery.sentAt) })
        : [
            delivery.outcome === '' ? say('outbox.in-line') : outcomeWords(visit, delivery.outcome),
            delivery.nextAt !== undefined && delivery.attempts > 0
              ? say('outbox.next', { attempts: delivery.attempts, stamp: stamp(delivery.nextAt) })
              : '',
          ]
            .filter(Boolean)
            .join(' '),
    seen: notice.readAt === undefined ? '' : say('outbox.seen', { stamp: stamp(notice.readAt) }),
    again: say('outbox.again-for', { name }),
    open: delivery.sentAt === undefined,
  }));
  return ORDER.map((state) => ({
    state,
    title: say(`outbox.group.${state}`),
    rows: rows.filter((row) => row.state === state),
  })).filter((group) => group.rows.length > 0);
}

/** `mail.refused 550` as a sentence. */
function outcomeWords({ say }: Visit, outcome: string): string {
  const [key = '', code = ''] = outcome.split(' ');
  return isMessageKey(key) ? say(key, { code, host: '' }) : outcome;
}

export async function retryOutbox(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const id = visit.form.get('delivery');
  const count = await retryNotices(app, { unitId, actor: visit.actor, ...(id === null ? {} : { id }) });
  return redirect(`${outboxPath(unitId)}?${new URLSearchParams({ done: 'retry', count: String(count) })}`);
}

export async function saveWays(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const on = (name: string): boolean => visit.form.get(name) === 'yes';
  const ways = { told: on('told'), mail: on('mail'), push: on('push') };
  const shifts = { reminders: on('reminders'), checkIn: on('checkIn') };
  await saveNoticeWays(app, { unitId, ...ways, ...shifts, actor: visit.actor });
  return redirect(`${outboxPath(unitId)}?done=ways`);
}

export async function saveHook(visit: Visit, deps: WebDeps): Promise<Reply> {
  const field = (name: string): string => (visit.form.get(name) ?? '').trim();
  const typed = { address: field('address'), template: field('template'), header: field('header') };
  const saving = { unitId: visit.param('unit'), ...typed, actor: visit.actor };
  const saved: HookSaved = await saveNoticeHook(deps.app, saving);
  if (!saved.saved)
    return outboxPage(visit, deps, { ...NOTHING, typed, fault: visit.say(`outbox.fault.${saved.fault}`) });
  return outboxPage(visit, deps, { ...NOTHING, secret: saved.secret, done: visit.say('outbox.done.hook') });
}

export async function endHook(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await endNoticeHook(app, { unitId, actor: visit.actor });
  return redirect(`${outboxPath(unitId)}?done=hook-ended`);
}

const ADDRESS = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{3,190}$/;

export async function testMail(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const to = (visit.form.get('to') ?? '').trim();
  const fault = (key: string, code = 0): Promise<Reply> =>
    outboxPage(visit, deps, { ...NOTHING, fault: visit.say(key, { code }) });
  if (!deps.mail) return fault('outbox.mail-none');
  if (!ADDRESS.test(to)) return fault('outbox.fault.to');
  const text = visit.say('outbox.test.text');
  const mail = { unitId, to, subject: visit.say('outbox.test.subject'), text, html: `<p>${text}</p>` };
  try {
    await sendTestMail(deps.app, deps.mail.send, mail);
  } catch (error) {
    if (!(error instanceof AppError) || !error.key.startsWith('mail.')) throw error;
    return fault(error.key, Number(error.params.code ?? 0));
  }
  return redirect(`${outboxPath(unitId)}?done=test`);
}
