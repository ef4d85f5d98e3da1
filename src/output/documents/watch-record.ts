/** “Sổ trực” of one shift, a line an entry, and “Biên bản bàn giao ca”: what was written and signed, to be kept on paper. */

import type { Instant } from '../../calendar/interval.ts';
import type { Unit } from '../../domain/unit.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { cleanLine, cleanText } from '../plain-text.ts';
import type { Block, Cell, DutyDocument, Paragraph } from './document.ts';
import { shortCode } from './identity.ts';
import { capitals } from './letter.ts';
import { LETTER_SIZE, titleBlock, watchHead } from './letter-parts.ts';
import { letterPage } from './pages.ts';

export interface RecordedLine {
  readonly number: number;
  readonly at: string;
  readonly kind: string;
  readonly system: string;
  readonly words: string;
  readonly who: string;
}

export interface WatchRecord {
  readonly kind: 'book' | 'handover';
  readonly language: Language;
  readonly zone: string;
  readonly unit: Pick<Unit, 'name' | 'parentName' | 'place'>;
  /** `Ca Đêm 22–06, T6 05/02`. */
  readonly shift: string;
  readonly at: Instant;
  /** ASCII, for the file's name. */
  readonly id: string;
  readonly lines: readonly RecordedLine[];
  /** When and where: the first sentence of a record. */
  readonly opening: string;
  /** A heading and what stands under it; nothing reads “không có”. */
  readonly parts: readonly { readonly title: string; readonly texts: readonly string[] }[];
  /** In words: who, when, how. */
  readonly signed: readonly string[];
  readonly giver: string;
  readonly receiver: string;
}

export function watchRecord(record: WatchRecord): DutyDocument {
  const { kind, language, zone, unit, shift, at, id, signed } = record;
  const page = letterPage('portrait');
  const say = (key: 'book' | 'handover'): string => translate(language, `log.doc.${key}`);
  const about = { unit: cleanLine(unit.name), at: formatClockDay(language, at, { zone, year: true }) };
  const paragraphs = (items: readonly Paragraph[]): Block => ({
    ...{ kind: 'paragraphs', sizePt: LETTER_SIZE, indentMm: 10, items },
  });
  return {
    ...{ kind: 'notice', language, title: `${say(kind)}. ${cleanLine(shift)}`, author: about.unit },
    ...{ createdAt: at, signable: true, stem: `${kind}-${foldForSearch(id).replace(/[^a-z0-9]+/g, '-')}` },
    identity: {
      line: translate(language, 'log.doc.foot', about),
      code: translate(language, 'document.code', {
        code: shortCode(JSON.stringify([id, signed, record.lines])),
      }),
      pages: translate(language, 'document.pages'),
      superseded: '',
    },
    sections: [
      {
        ...{ page, face: 'serif' },
        blocks: [
          ...(kind === 'handover' ? [watchHead(language, unit, 'log.doc.number')] : []),
          titleBlock(
            [
              ...(kind === 'book' ? [{ text: capitals(about.unit) }] : []),
              { text: capitals(say(kind)), bold: true },
              { text: cleanLine(shift), bold: true },
            ],
            { page, rule: true },
          ),
          ...(kind === 'book' ? [tableOf(record)] : []),
          ...(kind === 'handover' ? [paragraphs([{ text: cleanLine(record.opening) }])] : []),
          ...[...record.parts, { title: translate(language, 'log.doc.signed'), texts: signed }].map(
            (part, i) => paragraphs(partOf(language, part, i + 1)),
          ),
          {
            ...{ kind: 'signatures', sizePt: LETTER_SIZE, roomMm: 26, notes: [] },
            recipients: { title: '', lines: [] },
            signers: [
              { office: [translate(language, 'log.doc.giver')], name: cleanLine(record.giver) },
              { office: [translate(language, 'log.doc.receiver')], name: cleanLine(record.receiver) },
            ],
          },
        ],
      },
    ],
  };
}

/** `2. Sự cố: không có`; several texts stand under it, a line each. */
function partOf(
  language: Language,
  { title, texts }: WatchRecord['parts'][number],
  place: number,
): Paragraph[] {
  const lead = `${place}. ${cleanLine(title)}:`;
  const [only = translate(language, 'word.none'), ...more] = texts.map((text) => cleanText(text));
  if (more.length === 0) return [{ lead, text: only }];
  return [{ lead, text: '' }, ...[only, ...more].map((text) => ({ text: `- ${text}` }))];
}

const SIZE_PT = 10;
const WIDTHS_MM = [13, 15, 22, 26, 66, 23];

function tableOf({ language, lines }: WatchRecord): Block {
  const cell = (text: string): Cell => ({ lines: [{ text: cleanLine(text) }] });
  const heads = ['number', 'at', 'kind', 'system', 'words', 'who'] as const;
  return {
    ...{ kind: 'table', name: translate(language, 'log.doc.book'), widthsMm: WIDTHS_MM, sizePt: SIZE_PT },
    ...{ paddingMm: 0.7, start: 'here' },
    head: [
      heads.map((head) => ({
        lines: [{ text: translate(language, `log.doc.head.${head}`), bold: true }],
        align: 'center' as const,
      })),
    ],
    rows: lines.map(({ number, at, kind, system, words, who }) =>
      [String(number), at, kind, system, words, who].map(cell),
    ),
  };
}
