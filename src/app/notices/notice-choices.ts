/** How someone wants to be told: read and chosen by themselves. */

import { parseClockTime } from '../../calendar/zone.ts';
import { NOTICE_CHANNELS } from '../../domain/delivery.ts';
import { CHOSEN_KINDS, type NoticeChoice } from '../../domain/notice-choice.ts';
import { findNoticeChoice, saveNoticeChoice as save } from '../../store/notice-choice-store.ts';
import type { Person } from '../../store/personal-link-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

/** Throws `forbidden`. */
export async function readNoticeChoice(app: App, person: Person): Promise<NoticeChoice> {
  allow(app, 'swap.ask', person);
  return findNoticeChoice(app.db, person);
}

export interface TypedChoice {
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly evening: boolean;
  readonly hour: boolean;
  /** `roster mail` and the like, of those wanted. */
  readonly on: readonly string[];
}

/** False where a time is no time of day; nothing is saved then. Throws `forbidden`. */
export async function saveNoticeChoice(app: App, person: Person, typed: TypedChoice): Promise<boolean> {
  allow(app, 'swap.ask', person);
  const { quietFrom, quietTo, evening, hour, on } = typed;
  const none = quietFrom === '' && quietTo === '';
  const from = parseClockTime(quietFrom);
  const to = parseClockTime(quietTo);
  if (!none && (from === undefined || to === undefined)) return false;
  const all = CHOSEN_KINDS.flatMap((kind) => NOTICE_CHANNELS.map((channel) => `${kind} ${channel}`));
  const off = all.filter((each) => !on.includes(each));
  const quiet = from !== undefined && to !== undefined ? { quiet: { from, to } } : {};
  await app.db.transaction().execute((trx) => save(trx, person, { ...quiet, evening, hour, off }));
  return true;
}
