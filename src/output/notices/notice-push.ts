/** A notice as what a device shows of it: a title, a few lines, and “đã nhận lịch” where there is a roster to receive. */

import type { Notice } from '../../domain/notice.ts';
import { translate } from '../../i18n/translate.ts';
import { type NoticeReader, noticeWords } from './notice-words.ts';

export interface NoticePush {
  readonly title: string;
  readonly body: string;
  /** Where “đã nhận lịch”, or “tôi nhận”, is said by one touch. */
  readonly receive?: {
    readonly path: string;
    readonly say: string;
    readonly done: string;
    /** What the server answers when it was taken. */
    readonly when: string;
  };
}

/** A push service takes 4,096 octets (RFC 8030, 7.2). */
const MOST_LINES = 3;
const LONGEST_LINE = 160;

export function noticePush(reader: NoticeReader, notice: Notice, receivePath?: string): NoticePush {
  const { title, lines } = noticeWords(reader, notice);
  const { language } = reader;
  const isCall = notice.facts.kind === 'call';
  const body = lines.slice(0, MOST_LINES).map(({ text }) => text.slice(0, LONGEST_LINE));
  return {
    title,
    body: body.join('\n'),
    ...(receivePath === undefined
      ? {}
      : {
          receive: {
            path: isCall ? `${receivePath}?answer=yes` : receivePath,
            say: translate(language, isCall ? 'call.yes' : 'receipt.say'),
            done: translate(language, isCall ? 'call.done.taken' : 'receipt.done'),
            when: isCall ? 'taken' : 'received',
          },
        }),
  };
}
