/** A notice as a mail: subject without a name, a plain text, and the same in HTML that asks for nothing from the network. */

import type { Notice } from '../../domain/notice.ts';
import { translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';
import { type NoticeReader, noticeSubject, noticeWords } from './notice-words.ts';

export interface MailAbout {
  readonly unitName: string;
  /** Of who reads it. */
  readonly name: string;
  /** Where “đã nhận lịch” is said; absent where there is nothing to receive. */
  readonly receiveAddress?: string;
  /** The reader's own page, for those who sign in. */
  readonly pageAddress: string;
}

export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function noticeMail(reader: NoticeReader, notice: Notice, about: MailAbout): NoticeMail {
  const { language } = reader;
  const { title, lines } = noticeWords(reader, notice);
  const hello = translate(language, 'notice.mail.hello', { name: cleanLine(about.name) });
  const receive = translate(language, 'notice.mail.receive');
  const page = translate(language, 'own.duty.title');
  const foot = translate(language, 'notice.mail.foot', { unit: cleanLine(about.unitName) });
  const told = lines.map(({ text }) => cleanLine(text));
  const text = [
    hello,
    '',
    title,
    ...told.map((line) => `- ${line}`),
    '',
    ...(about.receiveAddress === undefined ? [] : [`${receive}:`, about.receiveAddress, '']),
    `${page}:`,
    about.pageAddress,
    '',
    '-- ',
    foot,
  ].join('\n');
  return { subject: noticeSubject(language, notice), text, html: htmlOf() };

  function htmlOf(): string {
    const list = told.map((line) => `<li style="margin:4px 0">${escaped(line)}</li>`).join('');
    const button =
      about.receiveAddress === undefined
        ? ''
        : `<p style="margin:20px 0"><a href="${escaped(about.receiveAddress)}" style="${BUTTON}">${escaped(receive)}</a></p>`;
    return [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
      `<body style="${BODY}"><p>${escaped(hello)}</p><h1 style="font-size:18px">${escaped(title)}</h1>`,
      `<ul style="padding-left:20px">${list}</ul>${button}`,
      `<p><a href="${escaped(about.pageAddress)}" style="color:#1e5a41">${escaped(page)}</a></p>`,
      `<p style="color:#626b65;font-size:12px;border-top:1px solid #e2ddd0;padding-top:8px">${escaped(foot)}</p>`,
      '</body></html>',
    ].join('\n');
  }
}

const BODY = 'font-family:sans-serif;font-size:15px;line-height:1.5;color:#1c2420;max-width:560px';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1e5a41;color:#ffffff;text-decoration:none';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
