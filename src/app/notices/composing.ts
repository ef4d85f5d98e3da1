/** What sending a notice is done with, and what is known of the unit it is of, read once a run. */

import type { Delivery } from '../../domain/delivery.ts';
import { isAnswered, type Notice } from '../../domain/notice.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Language } from '../../kernel/languages.ts';
import type { FeedPeriod } from '../../output/feed-request.ts';
import type { NoticeReader } from '../../output/notices/notice-words.ts';
import type { StoredNoticeSetting } from '../../store/notice-setting-store.ts';
import type { App } from '../app.ts';
import type { Outbound } from '../machines/outbound.ts';
import type { Mailer } from './mailer.ts';
import type { Pusher } from './pusher.ts';
import { receiptToken } from './receipt-token.ts';

export interface Composing {
  /** Absent where the server sends no mail. */
  readonly mailer?: Mailer;
  /** Absent where the server pushes nothing. */
  readonly pusher?: Pusher;
  readonly send: Outbound;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** For who has no account that says otherwise. */
  readonly language: Language;
}

export interface UnitNow {
  readonly unit: Unit;
  readonly people: ReadonlyMap<string, StaffMember>;
  readonly nameOf: (staffId: string) => string;
  readonly languages: ReadonlyMap<string, Language>;
  readonly setting: StoredNoticeSetting | undefined;
  /** Read when the first mail wants a calendar. */
  readonly periods: () => Promise<readonly FeedPeriod[]>;
}

export interface Sending {
  readonly notice: Notice;
  readonly delivery: Delivery;
  readonly member: StaffMember;
  readonly now: UnitNow;
}

export function readerOf({ language }: Composing, { member, now }: Sending): NoticeReader {
  return {
    language: now.languages.get(member.id) ?? language,
    zone: now.unit.zone,
    nameOf: now.nameOf,
  };
}

export function receiveAddressOf(
  app: App,
  { publicUrl }: Composing,
  { id, facts }: Notice,
): string | undefined {
  return isAnswered(facts) ? `${publicUrl}/received/${receiptToken(app, id)}` : undefined;
}
