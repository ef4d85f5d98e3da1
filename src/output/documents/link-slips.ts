/** Slips that bring a private link to a unit on paper: whose order, until when, the link to scan and to type. Four a page, to be cut. */

import type { Instant } from '../../calendar/interval.ts';
import type { Contact } from '../../domain/unit.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { cleanLine } from '../plain-text.ts';
import type { Block, DutyDocument, Line } from './document.ts';
import { sheetPage } from './pages.ts';
import { qrCode } from './qr-code.ts';

export interface SlipSource {
  readonly language: Language;
  readonly zone: string;
  readonly superior: string;
  /** Of the order. */
  readonly title: string;
  readonly dispatchNumber: string;
  readonly contacts: readonly Contact[];
  readonly at: Instant;
  /** ASCII, for the file's name. */
  readonly id: string;
  /** Before the token: `https://truc.example.vn/answer/`. */
  readonly base: string;
  readonly slips: readonly {
    readonly unit: string;
    readonly branch: string;
    readonly deadline: Instant;
    readonly token: string;
  }[];
}

const A_PAGE = 4;
const CODE_MM = 44;
const CUT = '– '.repeat(78).trim();

export function linkSlips(source: SlipSource): DutyDocument {
  const { language, superior, title, at, id, slips } = source;
  const words = { title: cleanLine(title), superior: cleanLine(superior) };
  const pages = Array.from({ length: Math.ceil(slips.length / A_PAGE) }, (_, i) =>
    slips.slice(i * A_PAGE, (i + 1) * A_PAGE),
  );
  const page = sheetPage({ paper: 'a4', orientation: 'portrait' });
  return {
    ...{ kind: 'slip', language, author: words.superior, createdAt: at, signable: false },
    title: translate(language, 'orders.slips.title', words),
    stem: `phieu-${foldForSearch(id).replace(/[^a-z0-9]+/g, '-')}`,
    identity: { line: '', code: '', pages: '', superseded: '' },
    sections: pages.map((onPage) => ({
      ...{ page: { ...page, marginsMm: { ...page.marginsMm, left: 14, right: 14 } }, face: 'sans' },
      blocks: onPage.flatMap((slip, i): Block[] => [
        ...(i === 0 ? [] : [cutLine()]),
        {
          kind: 'scan',
          code: qrCode(source.base + slip.token),
          sizeMm: CODE_MM,
          lines: slipLines(source, slip),
        },
      ]),
    })),
  };
}

function cutLine(): Block {
  return { kind: 'paragraphs', sizePt: 7, indentMm: 0, items: [{ text: CUT }] };
}

function slipLines(
  source: SlipSource,
  { unit, branch, deadline, token }: SlipSource['slips'][number],
): Line[] {
  const { language, superior, title, dispatchNumber, contacts, base, zone } = source;
  const say = (key: Parameters<typeof translate>[1], params = {}): string => translate(language, key, params);
  const asked = contacts.map(({ name, phone = '' }) => `${cleanLine(name)} ${cleanLine(phone)}`.trim());
  const number = cleanLine(dispatchNumber);
  return [
    { text: cleanLine(unit), bold: true, scale: 1.3 },
    ...(branch === '' ? [] : [{ text: cleanLine(branch), scale: 0.9 }]),
    { text: say('orders.slips.asks', { superior: cleanLine(superior), title: cleanLine(title) }) },
    ...(number === '' ? [] : [{ text: say('orders.slips.number', { number }), scale: 0.9 }]),
    {
      text: say('orders.slips.until', { at: formatClockDay(language, deadline, { zone, year: true }) }),
      bold: true,
    },
    { text: say('orders.slips.how') },
    { text: base, scale: 0.85 },
    { text: token, scale: 0.85, bold: true },
    { text: say('orders.slips.secret'), italic: true, scale: 0.85 },
    ...(asked.length === 0 ? [] : [{ text: say('orders.slips.ask', { who: asked.join('; ') }), scale: 0.9 }]),
  ];
}
