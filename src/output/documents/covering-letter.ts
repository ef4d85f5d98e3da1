/** The letter that a duty list goes out with: Thông báo, Kế hoạch or Quyết định, its annexes after it. */

import type { Instant } from '../../calendar/interval.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import { formatLunarFull } from '../../i18n/format.ts';
import { cleanText } from '../plain-text.ts';
import {
  innerHeightMm,
  innerWidthMm,
  type PageSetup,
  type Paragraph,
  type Paragraphs,
  type Section,
  type Title,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { dateWords, type Letter, letterOf, occasionOf, uncapitalised, unclosed } from './letter.ts';
import { aroundHeightMm, LETTER_SIZE, signatureBlock, titleBlock, titleHeightMm } from './letter-parts.ts';
import { annexSections } from './official-list.ts';
import { letterPage } from './pages.ts';
import { LINE, sum } from './table-fit.ts';
import { linesWrapped, pointsToMm } from './text-width.ts';

/** The text is set smaller where the letter stands on one page so (Phụ lục I, II.6: 13 to 14 points). */
const BODY_SIZES = [LETTER_SIZE, 13];
/** What `aroundHeightMm` leaves for safety. */
const RECKONED_HIGH_MM = 15;
/** Between its lines, in sizes, and between paragraphs (`letter.typ`). */
const LEADING = 0.25;
const SPACE_PT = 6;
/** First lines go in by 1 or 1.27 cm (Phụ lục I, II.6). */
const INDENT_MM = 12.7;

export function coveringLetter(context: DocumentContext): Section[] {
  const letter = letterOf(context);
  // What is signed digitally has its annexes as files of their own.
  const { annexes = context.fields.medium !== 'electronic' } = context.options;
  const page = letterPage('portrait');
  const title = headBlock(context, letter, page);
  const signed = signatureBlock(letter);
  const aroundMm = aroundHeightMm(letter.head, title, signed);
  const roomMm = innerHeightMm(page) + RECKONED_HIGH_MM;
  const bodies = BODY_SIZES.map((sizePt) => bodyBlocks(context, letter, { page, sizePt }));
  const body = bodies.find((each) => aroundMm + bodyHeightMm(each, page) <= roomMm) ?? bodies[0] ?? [];
  const first: Section = { page, face: 'serif', blocks: [letter.head, title, ...body, signed] };
  return annexes ? [first, ...annexSections(context)] : [first];
}

/** Type and subject; of a công văn, whom it is to. */
function headBlock({ say }: DocumentContext, letter: Letter, page: PageSetup): Title {
  if (letter.type === 'dispatch') {
    return titleBlock([{ text: say('document.addressee', { addressee: letter.addressee }) }], { page });
  }
  const subject =
    letter.type === 'decision'
      ? say('document.about', { subject: uncapitalised(letter.subject) })
      : letter.subject;
  const lines = [letter.typeTitle, subject].map((text) => ({ text, bold: true }));
  return titleBlock(lines, { page, rule: true });
}

type BodyBlock = Title | Paragraphs;

function bodyBlocks(
  context: DocumentContext,
  letter: Letter,
  { page, sizePt }: { readonly page: PageSetup; readonly sizePt: number },
): BodyBlock[] {
  const { say } = context;
  const paragraphs = (of: readonly Paragraph[]): Paragraphs => ({
    ...{ kind: 'paragraphs', sizePt, indentMm: INDENT_MM, items: of },
  });
  const bases = basisLines(letter.legalBases);
  const items = letter.body.length > 0 ? letter.body.map((text) => ({ text })) : usualBody(context, letter);
  if (letter.type !== 'decision') return [paragraphs([...bases, ...items])];
  return [
    titleBlock([{ text: letter.authority, bold: true }], { page }),
    ...(bases.length > 0 ? [paragraphs(bases)] : []),
    titleBlock([{ text: say('document.decides'), bold: true }], { page }),
    paragraphs(items),
  ];
}

/** As `letter.typ` will set it, with the spaces between. */
function bodyHeightMm(blocks: readonly BodyBlock[], page: PageSetup): number {
  return sum(
    blocks.map((block) => (block.kind === 'title' ? titleHeightMm(block) : textHeightMm(block, page))),
  );
}

function textHeightMm({ items, sizePt }: Paragraphs, page: PageSetup): number {
  const roomEm = innerWidthMm(page) / pointsToMm(sizePt);
  const indent = { face: 'serif', hangingEm: -INDENT_MM / pointsToMm(sizePt) } as const;
  const lines = items.map(({ lead, text }) =>
    linesWrapped(lead ? `${lead} ${text}` : text, roomEm + indent.hangingEm, indent),
  );
  return pointsToMm(sum(lines) * (LINE + LEADING) * sizePt + items.length * SPACE_PT);
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
    return [...points, say('document.body.effect'), say('document.body.carry-out')].map((text, i) => ({
      lead: say('document.article', { number: i + 1 }),
      text,
    }));
  }
  return [
    { text: say(`document.body.opening.${letter.type}`, { unit, occasion: occasionOf(context) }) },
    ...points.map((text, i) => ({ text: `${i + 1}. ${text}` })),
    { text: say(`document.body.closing.${letter.type}`, { unit }) },
  ];
}

/** `liên tục 24/24 giờ, từ 06 giờ 00 ngày 04 tháng 02 năm 2027 (28 tháng Chạp …) đến …`; a span for each part of the period. */
function timeWords(context: DocumentContext): string {
  const span = spanWords(context);
  return coversAllHours(context.source.plan) ? context.say('document.body.all-hours', { span }) : span;
}

/** `từ 06 giờ 00 ngày … đến …`, of each part of the period. */
export function spanWords(context: DocumentContext): string {
  const { span: whole, parts = [whole] } = context.source.plan.period;
  const spans = parts.map(({ start, end }) =>
    context.say('document.body.span', { from: momentWords(context, start), to: momentWords(context, end) }),
  );
  return spans.join('; ');
}

function momentWords(context: DocumentContext, instant: Instant): string {
  const { zone } = context.source.plan.unit;
  const day = dayOf(instant, zone);
  const [hour = '', minute = ''] = clockTimeOf(instant, zone).split(':');
  const params = { hour, minute, date: dateWords(context, day) };
  if (!isLunarDay(day)) return context.say('document.moment', params);
  const lunar = formatLunarFull(context.source.language, lunarOf(day));
  return context.say('document.moment-lunar', { ...params, lunar });
}

/** Whether some post is stood without a gap from the start of each part of the period to its end. */
function coversAllHours({ posts, shifts, period }: Plan): boolean {
  const { span: whole, parts = [whole] } = period;
  return posts.some(
    ({ id, presence }) =>
      presence === 'on-site' &&
      parts.every((part) => {
        let until: number = part.start;
        for (const { postId, span } of shifts) {
          if (postId === id && span.start <= until) until = Math.max(until, span.end);
        }
        return until >= part.end;
      }),
  );
}
