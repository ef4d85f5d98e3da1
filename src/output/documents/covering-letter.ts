/** The letter that a duty list goes out with: Thông báo, Kế hoạch or Quyết định, its annexes after it. */

import type { Instant } from '../../calendar/interval.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import { formatLunarFull } from '../../i18n/format.ts';
import { cleanText } from '../plain-text.ts';
import type { Block, Paragraph, Section } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { dateWords, type Letter, letterOf, periodName, unclosed } from './letter.ts';
import { LETTER_SIZE, signatureBlock, titleBlock } from './letter-parts.ts';
import { annexSections } from './official-list.ts';
import { letterPage } from './pages.ts';

/** First lines go in by 1 or 1.27 cm (Phụ lục I, II.6). */
const INDENT_MM = 12.7;

export function coveringLetter(context: DocumentContext): Section[] {
  const letter = letterOf(context);
  const { annexes = true } = context.options;
  const blocks: Block[] = [
    letter.head,
    titleBlock(
      [
        { text: letter.typeTitle, bold: true },
        {
          text:
            letter.type === 'decision'
              ? context.say('document.about', { subject: uncapitalised(letter.subject) })
              : letter.subject,
          bold: true,
        },
      ],
      true,
    ),
    ...bodyBlocks(context, letter),
    signatureBlock(letter),
  ];
  const first: Section = { page: letterPage('portrait'), face: 'serif', blocks };
  return annexes ? [first, ...annexSections(context)] : [first];
}

/** A subject goes on after "Về việc". */
function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

function bodyBlocks(context: DocumentContext, letter: Letter): Block[] {
  const { say } = context;
  const bases = basisLines(letter.legalBases);
  const items = letter.body.length > 0 ? letter.body.map((text) => ({ text })) : usualBody(context, letter);
  if (letter.type !== 'decision') return [paragraphs([...bases, ...items])];
  return [
    titleBlock([{ text: letter.authority, bold: true }]),
    paragraphs(bases),
    titleBlock([{ text: say('document.decides'), bold: true }]),
    paragraphs(items),
  ];
}

function paragraphs(items: readonly Paragraph[]): Block {
  return { kind: 'paragraphs', sizePt: LETTER_SIZE, indentMm: INDENT_MM, items };
}

/** In italics, each closed by a semicolon, the last by a full stop (Phụ lục I, II.6). */
function basisLines(bases: readonly string[]): Paragraph[] {
  return bases.map((basis, i) => ({
    text: `${unclosed(basis)}${i === bases.length - 1 ? '.' : ';'}`,
    italic: true,
  }));
}

function usualBody(context: DocumentContext, letter: Letter): Paragraph[] {
  const { say, sheet, source } = context;
  const { unit } = letter;
  const annexes = sheet.phones.length > 0 ? say('document.body.annexes') : say('document.body.annex');
  const callNote = cleanText(source.plan.unit.callNote ?? '');
  const points = [
    say('document.body.time', { time: timeWords(context) }),
    annexes,
    say('document.body.duty'),
    ...(callNote === '' ? [] : callNote.split('\n')),
  ];
  if (letter.type === 'decision') {
    return points
      .map((text, i) => ({ lead: say('document.article', { number: i + 1 }), text }))
      .concat({
        lead: say('document.article', { number: points.length + 1 }),
        text: say('document.body.carry-out'),
      });
  }
  return [
    { text: say(`document.body.opening.${letter.type}`, { unit, period: periodName(context) }) },
    ...points.map((text, i) => ({ text: `${i + 1}. ${text}` })),
    { text: say(`document.body.closing.${letter.type}`, { unit }) },
  ];
}

/** `liên tục 24/24 giờ, từ 06:00 ngày 04 tháng 02 năm 2027 (28 tháng Chạp …) đến …`. */
function timeWords(context: DocumentContext): string {
  const { plan } = context.source;
  const { start, end } = plan.period.span;
  const span = context.say('document.body.span', {
    from: momentWords(context, start),
    to: momentWords(context, end),
  });
  return coversAllHours(plan) ? context.say('document.body.all-hours', { span }) : span;
}

function momentWords(context: DocumentContext, instant: Instant): string {
  const { zone } = context.source.plan.unit;
  const day = dayOf(instant, zone);
  const params = { clock: clockTimeOf(instant, zone), date: dateWords(context, day) };
  if (!isLunarDay(day)) return context.say('document.moment', params);
  const lunar = formatLunarFull(context.source.language, lunarOf(day));
  return context.say('document.moment-lunar', { ...params, lunar });
}

/** Whether some post is stood without a gap from the period's start to its end. */
function coversAllHours({ posts, shifts, period }: Plan): boolean {
  if (period.parts !== undefined && period.parts.length > 1) return false;
  return posts.some(({ id, presence }) => {
    if (presence !== 'on-site') return false;
    let until: number = period.span.start;
    for (const { postId, span } of shifts) {
      if (postId === id && span.start <= until) until = Math.max(until, span.end);
    }
    return until >= period.span.end;
  });
}
