/** From a notice to what goes out by a channel, in the reader's language and with people's names and addresses of now. */

import { dayOf, startOfDay } from '../../calendar/zone.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { DEFAULT_FEED_OPTIONS } from '../../domain/feed.ts';
import type { Notice } from '../../domain/notice.ts';
import { staffName } from '../../domain/staff-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { renderFeed } from '../../output/calendar-feed.ts';
import { noticeMail } from '../../output/notices/notice-mail.ts';
import type { NoticeReader } from '../../output/notices/notice-words.ts';
import { listStaffLanguages } from '../../store/membership-store.ts';
import { findNoticeSetting } from '../../store/notice-setting-store.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { feedPeriods, feedState } from '../feeds/feed-periods.ts';
import { requireUnit } from '../require.ts';
import { sendHook } from './compose-hook.ts';
import { sendPush } from './compose-push.ts';
import { type Composing, readerOf, receiveAddressOf, type Sending, type UnitNow } from './composing.ts';

const SENDERS = { mail: sendMail, push: sendPush, hook: sendHook } as const;

/** Reads each unit once; made anew for every run. */
export function createComposer(
  app: App,
  composing: Composing,
): (notice: Notice, delivery: Delivery) => Promise<void> {
  const units = new Map<string, Promise<UnitNow>>();
  return async (notice, delivery) => {
    const found = units.get(notice.unitId) ?? readUnit(app, notice.unitId);
    units.set(notice.unitId, found);
    const now = await found;
    const member = now.people.get(notice.staffId);
    if (!member) throw new AppError('invalid', 'notice.outcome.left');
    const to = { notice, delivery, member, now };
    await SENDERS[delivery.channel](app, composing, to);
  };
}

async function readUnit(app: App, unitId: string): Promise<UnitNow> {
  const unit = await requireUnit(app.db, unitId);
  const known = await listKnownPeople(app.db, unitId);
  const all = [...known.values()].map(({ member }) => member);
  const readAt = startOfDay(dayOf(app.clock(), unit.zone), unit.zone);
  let gathered: ReturnType<typeof feedPeriods> | undefined;
  return {
    unit,
    people: new Map(
      [...known].flatMap(([id, { member, leftAt }]) => (leftAt !== undefined ? [] : [[id, member] as const])),
    ),
    nameOf: (staffId) => staffName(all, staffId),
    languages: await listStaffLanguages(app.db, unitId),
    setting: await findNoticeSetting(app.db, unitId),
    periods: async () => {
      gathered ??= feedState(app.db, unitId).then((state) => feedPeriods(app, { unit, state, readAt }));
      return (await gathered).periods;
    },
  };
}

async function sendMail(app: App, composing: Composing, sending: Sending): Promise<void> {
  const { notice, delivery, member, now } = sending;
  const { mailer, publicUrl } = composing;
  if (!mailer) throw new AppError('unavailable', 'mail.none');
  if (member.email === '') throw new AppError('invalid', 'notice.outcome.no-address');
  const reader = readerOf(composing, sending);
  const receiveAddress = receiveAddressOf(app, composing, notice);
  const { subject, text, html } = noticeMail(reader, notice, {
    unitName: now.unit.name,
    name: now.nameOf(member.id),
    pageAddress: `${publicUrl}/units/${encodeURIComponent(notice.unitId)}/me`,
    ...(receiveAddress === undefined ? {} : { receiveAddress }),
  });
  const calendar = await calendarOf(app, reader, sending);
  const mail = { to: member.email, subject, text, html, key: `${delivery.id}.${notice.id}` };
  await mailer(calendar === undefined ? mail : { ...mail, calendar });
}

/** The person's shifts of the period, cancelled ones too, under the UIDs of the feeds: taken in beside a feed nothing is doubled. */
async function calendarOf(
  app: App,
  { language }: NoticeReader,
  { notice, member, now }: Sending,
): Promise<string | undefined> {
  const { facts } = notice;
  // A first roster comes by a subscription; what moved is also worth a file.
  if (facts.kind !== 'roster' || facts.first) return undefined;
  const periods = (await now.periods()).filter(({ latest }) => latest.periodId === facts.periodId);
  if (periods.length === 0) return undefined;
  const { zone } = now.unit;
  return renderFeed({
    scope: { kind: 'personal', staffId: member.id },
    subject: now.nameOf(member.id),
    options: { ...DEFAULT_FEED_OPTIONS, language },
    guarded: false,
    periods,
    readAt: startOfDay(dayOf(app.clock(), zone), zone),
  });
}
