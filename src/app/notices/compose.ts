/** From a notice to what goes out by a channel, in the reader's language and with people's names and addresses of now. */

import { dayOf, startOfDay } from '../../calendar/zone.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { DEFAULT_FEED_OPTIONS } from '../../domain/feed.ts';
import { fillTemplate } from '../../domain/hook-template.ts';
import { isOfRoster, type Notice } from '../../domain/notice.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { renderFeed } from '../../output/calendar-feed.ts';
import type { FeedPeriod } from '../../output/feed-request.ts';
import { noticeMail } from '../../output/notices/notice-mail.ts';
import { type NoticeReader, noticeSubject } from '../../output/notices/notice-words.ts';
import { listStaffLanguages } from '../../store/membership-store.ts';
import { findNoticeSetting, type StoredNoticeSetting } from '../../store/notice-setting-store.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { unseal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import { gatherFeedPeriods } from '../feeds/gather-feed-periods.ts';
import { signedHeaders } from '../machines/deliver-messages.ts';
import type { Outbound } from '../machines/outbound.ts';
import type { Mailer } from './mailer.ts';
import { receiptToken } from './receipt-token.ts';

export interface Composing {
  /** Absent where the server sends no mail. */
  readonly mailer?: Mailer;
  readonly send: Outbound;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** For who has no account that says otherwise. */
  readonly language: 'vi' | 'en';
}

interface UnitNow {
  readonly unit: Unit;
  readonly people: ReadonlyMap<string, StaffMember>;
  readonly nameOf: (staffId: string) => string;
  readonly languages: ReadonlyMap<string, 'vi' | 'en'>;
  readonly setting: StoredNoticeSetting | undefined;
  /** Read when the first mail wants a calendar. */
  readonly periods: () => Promise<readonly FeedPeriod[]>;
}

const HOOK_TIMEOUT_MS = 10_000;
const MOST_OCTETS = 64 * 1024;

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
    await (delivery.channel === 'mail' ? sendMail(app, composing, to) : sendHook(app, composing, to));
  };
}

async function readUnit(app: App, unitId: string): Promise<UnitNow> {
  const unit = await findUnit(app.db, unitId);
  if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
  const known = await listKnownPeople(app.db, unitId);
  const all = [...known.values()].map(({ member }) => member);
  const readAt = startOfDay(dayOf(app.clock(), unit.zone), unit.zone);
  let gathered: ReturnType<typeof gatherFeedPeriods> | undefined;
  return {
    unit,
    people: new Map(
      [...known].flatMap(([id, { member, leftAt }]) => (leftAt !== undefined ? [] : [[id, member] as const])),
    ),
    nameOf: (staffId) => staffName(all, staffId),
    languages: await listStaffLanguages(app.db, unitId),
    setting: await findNoticeSetting(app.db, unitId),
    periods: async () => {
      gathered ??= gatherFeedPeriods(app.db, unit, readAt);
      return (await gathered).periods;
    },
  };
}

interface Sending {
  readonly notice: Notice;
  readonly delivery: Delivery;
  readonly member: StaffMember;
  readonly now: UnitNow;
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

async function sendHook(app: App, composing: Composing, sending: Sending): Promise<void> {
  const { notice, delivery, member, now } = sending;
  const { hook, sealed } = now.setting ?? {};
  if (!hook || !sealed) throw new AppError('invalid', 'notice.outcome.no-hook');
  const reader = readerOf(composing, sending);
  const title = noticeSubject(reader.language, notice);
  const link = receiveAddressOf(app, composing, notice) ?? composing.publicUrl;
  const id = `ntc_${delivery.id}`;
  const values = {
    phone: member.phone,
    name: now.nameOf(member.id),
    title,
    link,
    unit: now.unit.name,
    key: id,
  };
  const body = fillTemplate(hook.template, { ...values, text: `${title} ${link}` });
  const owner = hookOwner(notice.unitId);
  const { status } = await composing.send({
    method: 'POST',
    address: hook.address,
    headers: {
      ...signedHeaders({ id, body }, unseal(app, owner, sealed.secret), app.clock()),
      ...extraHeader(sealed.header && Buffer.from(unseal(app, owner, sealed.header)).toString()),
    },
    body,
    timeoutMs: HOOK_TIMEOUT_MS,
    mostOctets: MOST_OCTETS,
    mostRedirects: 0,
  });
  if (status < 200 || status >= 300) throw new AppError('unavailable', 'hook.answer', { code: status });
}

/** What the hook's secrets are sealed for. */
export function hookOwner(unitId: string): string {
  return `notices of ${unitId}`;
}

function extraHeader(line: string | undefined): Readonly<Record<string, string>> {
  const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line ?? '') ?? [];
  return name === undefined || value === undefined ? {} : { [name]: value };
}

function readerOf({ language }: Composing, { member, now }: Sending): NoticeReader {
  return {
    language: now.languages.get(member.id) ?? language,
    zone: now.unit.zone,
    nameOf: now.nameOf,
  };
}

function receiveAddressOf(app: App, { publicUrl }: Composing, { id, facts }: Notice): string | undefined {
  return isOfRoster(facts) ? `${publicUrl}/received/${receiptToken(app, id)}` : undefined;
}
