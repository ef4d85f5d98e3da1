/** A notice in words, for the list, a mail, a gateway: what it is about, and line by line what changed for the reader. */

import {
  type AbsenceFacts,
  type IdleFacts,
  isOfRoster,
  type LateFacts,
  type Notice,
  type RosterFacts,
  type SeatCallFacts,
  type ShiftFacts,
  type SignInFacts,
  type SwapFacts,
  type ToldShift,
  type WatchFacts,
} from '../../domain/notice.ts';
import { formatStamp } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';
import { toldShiftWords } from '../roster/shift-words.ts';
import { orderWords } from './order-words.ts';

export interface NoticeReader {
  readonly language: Language;
  readonly zone: string;
  /** What someone is called today; empty for who is not known any more. */
  readonly nameOf: (staffId: string) => string;
}

export interface NoticeLine {
  readonly sign: 'gained' | 'lost' | 'plain';
  readonly text: string;
}

export interface NoticeWords {
  readonly icon: 'calendar' | 'swap' | 'bell';
  readonly title: string;
  readonly lines: readonly NoticeLine[];
}

export function noticeWords(reader: NoticeReader, { facts }: Pick<Notice, 'facts'>): NoticeWords {
  if (isOfRoster(facts)) return rosterWords(reader, facts);
  if (facts.kind === 'call') return callWords(reader, facts);
  if (facts.kind === 'shift') return shiftReminder(reader, facts);
  if (facts.kind === 'late') return lateWords(reader, facts);
  if (facts.kind === 'sign-in') return signInWords(reader, facts);
  if (facts.kind === 'idle') return idleWords(reader, facts);
  if (facts.kind === 'watch') return watchWords(reader, facts);
  if (facts.kind === 'order') {
    const { title, text } = orderWords(reader, facts);
    return { icon: 'bell', title, lines: [{ sign: 'plain', text }] };
  }
  return facts.kind === 'swap' ? swapWords(reader, facts) : absenceWords(reader, facts);
}

/** Without a name, a phone number or a shift: what may stand on a locked screen and in the log of a mail server. */
export function noticeSubject(language: Language, { facts }: Pick<Notice, 'facts'>): string {
  if (facts.kind === 'absence') return translate(language, 'notice.subject.absence');
  if (facts.kind === 'call') return translate(language, `notice.subject.call-${facts.state}`);
  if (facts.kind === 'shift') return translate(language, `notice.subject.shift-${facts.when}`);
  if (facts.kind === 'late') return translate(language, 'notice.subject.late');
  if (facts.kind === 'sign-in') return translate(language, 'notice.subject.sign-in');
  if (facts.kind === 'idle') return translate(language, 'notice.subject.idle');
  if (facts.kind === 'watch') return translate(language, `notice.subject.${facts.what}`);
  if (facts.kind === 'order') return translate(language, `notice.subject.order-${facts.what}`);
  if (facts.kind === 'swap') return translate(language, `notice.subject.swap-${facts.part}`);
  const about = { period: cleanLine(facts.periodName), number: facts.version };
  return translate(language, `notice.subject.${subjectKey(facts)}`, about);
}

function subjectKey({ kind, withdrawn, first }: RosterFacts): 'reminder' | 'withdrawn' | 'first' | 'changed' {
  if (kind === 'reminder') return 'reminder';
  if (withdrawn) return 'withdrawn';
  return first ? 'first' : 'changed';
}

function rosterWords(reader: NoticeReader, facts: RosterFacts): NoticeWords {
  const { language } = reader;
  const about = { period: cleanLine(facts.periodName), number: facts.version, count: facts.gained.length };
  const title = translate(language, `notice.title.${subjectKey(facts)}`, about);
  const { lost, gained, moved } = facts;
  const lines: NoticeLine[] = [
    ...lost.map((shift): NoticeLine => ({ sign: 'lost', text: changeWords(reader, 'lost', shift) })),
    ...moved.map(({ before, after }): NoticeLine => {
      const times = { before: wordsOf(reader, before), after: wordsOf(reader, after) };
      return { sign: 'gained', text: translate(language, 'notice.line.moved', times) };
    }),
    ...gained.map((shift): NoticeLine => {
      if (facts.first) return { sign: 'plain', text: wordsOf(reader, shift) };
      return { sign: 'gained', text: changeWords(reader, 'gained', shift) };
    }),
  ];
  return { icon: facts.kind === 'reminder' ? 'bell' : 'calendar', title, lines };
}

/** `Ca đêm T6 05/02 22–06 của bạn chuyển cho …`, or without a name where nobody has or had the seat. */
function changeWords(reader: NoticeReader, change: 'lost' | 'gained', shift: ToldShift): string {
  const names = shift.others.map(reader.nameOf).filter(Boolean).join(', ');
  const words = { shift: wordsOf(reader, shift), names };
  return translate(reader.language, `notice.line.${change}${names === '' ? '' : '-by'}`, words);
}

/** `T6 05/02 Đêm 22–06, Giám sát`. */
function wordsOf({ language, zone }: NoticeReader, shift: ToldShift): string {
  const { whole, post, named } = toldShiftWords(language, zone, shift);
  const day = named === '' ? whole : `${whole} (${named})`;
  return post === '' ? day : `${day}, ${post}`;
}

function absenceWords(reader: NoticeReader, { absentId, shift }: AbsenceFacts): NoticeWords {
  const { language } = reader;
  const title = translate(language, 'notice.title.absence', { name: reader.nameOf(absentId) });
  const text = translate(language, 'notice.line.absence', { shift: wordsOf(reader, shift) });
  return { icon: 'bell', title, lines: [{ sign: 'plain', text }] };
}

function signInWords({ language, zone }: NoticeReader, { at, client, address }: SignInFacts): NoticeWords {
  const where = {
    at: formatStamp(language, at, zone),
    client: cleanLine(client),
    address: cleanLine(address),
  };
  const lines = [
    translate(language, 'notice.line.sign-in', where),
    translate(language, 'notice.line.sign-in-do'),
  ];
  return {
    icon: 'bell',
    title: translate(language, 'notice.subject.sign-in'),
    lines: lines.map((text) => ({ sign: 'plain', text })),
  };
}

function idleWords({ language }: NoticeReader, { days }: IdleFacts): NoticeWords {
  const text = translate(language, 'notice.line.idle', { days });
  return {
    icon: 'bell',
    title: translate(language, 'notice.subject.idle'),
    lines: [{ sign: 'plain', text }],
  };
}

function callWords(reader: NoticeReader, { state, fromId, takenBy, shift }: SeatCallFacts): NoticeWords {
  const { language, nameOf } = reader;
  const names = { from: nameOf(fromId), name: takenBy === undefined ? '' : nameOf(takenBy) };
  const title = translate(language, `notice.title.call-${state}`, names);
  const text = translate(language, 'notice.line.call', { shift: wordsOf(reader, shift), ...names });
  return { icon: 'bell', title, lines: [{ sign: 'plain', text }] };
}

function shiftReminder(reader: NoticeReader, { when, shift }: ShiftFacts): NoticeWords {
  const title = translate(reader.language, `notice.subject.shift-${when}`);
  return { icon: 'bell', title, lines: [{ sign: 'plain', text: wordsOf(reader, shift) }] };
}

function lateWords(reader: NoticeReader, { absentId, shift }: LateFacts): NoticeWords {
  const { language } = reader;
  const title = translate(language, 'notice.title.late', { name: reader.nameOf(absentId) });
  const text = translate(language, 'notice.line.late', { shift: wordsOf(reader, shift) });
  return { icon: 'bell', title, lines: [{ sign: 'plain', text }] };
}

function watchWords(reader: NoticeReader, { what, shift, about, at }: WatchFacts): NoticeWords {
  const { language, zone } = reader;
  const words = {
    shift: wordsOf(reader, shift),
    about: cleanLine(about),
    at: formatStamp(language, at, zone),
  };
  const text = translate(language, `notice.line.${what}`, words);
  return {
    icon: 'bell',
    title: translate(language, `notice.subject.${what}`),
    lines: [{ sign: 'plain', text }],
  };
}

function swapWords(reader: NoticeReader, facts: SwapFacts): NoticeWords {
  const { language } = reader;
  const names = {
    asker: reader.nameOf(facts.askerId),
    partner: facts.partnerId === undefined ? '' : reader.nameOf(facts.partnerId),
  };
  // Only some parts are told of each state: `tell-people` knows which.
  const key: string = `notice.swap.${facts.state}-${facts.part}`;
  const title = translate(language, key, names);
  const shifts = [
    facts.given &&
      translate(language, 'notice.swap.given', { shift: wordsOf(reader, facts.given), ...names }),
    facts.taken &&
      translate(language, 'notice.swap.taken', { shift: wordsOf(reader, facts.taken), ...names }),
    facts.note === '' ? undefined : translate(language, 'notice.swap.said', { note: facts.note }),
  ];
  const lines = shifts.flatMap((text): NoticeLine[] => (text === undefined ? [] : [{ sign: 'plain', text }]));
  return { icon: 'swap', title, lines };
}
