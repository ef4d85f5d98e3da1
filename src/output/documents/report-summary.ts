/** “Báo cáo tổng hợp”: what all units reported under an order, drafted to be read, mended and signed. It sends nothing. */

import type { Instant } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import { formatClockDay, formatPaperMoment } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { cleanLine, cleanText } from '../plain-text.ts';
import type { DutyDocument, Paragraph } from './document.ts';
import { shortCode } from './identity.ts';
import { initialsOf } from './letter.ts';
import { LETTER_SIZE, officeHead, titleBlock } from './letter-parts.ts';
import { letterPage } from './pages.ts';

export interface SummarySource {
  readonly language: Language;
  readonly zone: string;
  readonly superior: string;
  readonly title: string;
  readonly at: Instant;
  /** ASCII, for the file's name. */
  readonly id: string;
  readonly asked: number;
  /** The last moment that is over; absent before the first. */
  readonly moment?: Instant;
  readonly calm: number;
  readonly told: readonly { readonly unit: string; readonly at: Instant; readonly text: string }[];
  /** Who have not reported for that moment. */
  readonly missing: readonly string[];
}

export function reportSummary(source: SummarySource): DutyDocument {
  const { language, zone, superior, title, at, id } = source;
  const page = letterPage('portrait');
  const moment = formatClockDay(language, at, { zone, year: true });
  const about = { title: cleanLine(title), superior: cleanLine(superior), at: moment };
  return {
    ...{ kind: 'notice', language, title: about.title, author: about.superior, createdAt: at },
    signable: true,
    stem: `report-${foldForSearch(id).replace(/[^a-z0-9]+/g, '-')}`,
    identity: {
      line: translate(language, 'overview.list.foot', about),
      code: translate(language, 'document.code', { code: shortCode(JSON.stringify([id, at])) }),
      pages: translate(language, 'document.pages'),
      superseded: '',
    },
    sections: [
      {
        ...{ page, face: 'serif' },
        blocks: [
          officeHead(language, {
            unit: superior,
            symbol: `BC-${initialsOf(about.superior, '')}`,
            year: dayOf(at, zone).slice(0, 4),
          }),
          titleBlock(
            [
              { text: translate(language, 'reports.doc.title'), bold: true },
              { text: about.title, bold: true },
            ],
            { page, rule: true },
          ),
          { kind: 'paragraphs', sizePt: LETTER_SIZE, indentMm: 10, items: paragraphs(source) },
          {
            ...{ kind: 'signatures', sizePt: LETTER_SIZE, roomMm: 30, notes: [] },
            recipients: { title: '', lines: [] },
            signers: [{ office: [translate(language, 'reports.doc.signer')], name: '' }],
          },
        ],
      },
    ],
  };
}

function paragraphs({ language, zone, at, asked, moment, calm, told, missing }: SummarySource): Paragraph[] {
  const stamp = (instant: Instant): string => formatPaperMoment(language, instant, zone);
  const counts = { asked, calm, told: told.length, missing: missing.length, at: stamp(at) };
  const first =
    moment === undefined
      ? translate(language, 'reports.doc.none-yet', counts)
      : translate(language, 'reports.doc.counts', { ...counts, moment: stamp(moment) });
  return [
    { text: first },
    ...(told.length === 0
      ? [{ text: translate(language, 'reports.doc.nothing') }]
      : told.map((each) => ({
          lead: translate(language, 'reports.doc.told', { unit: cleanLine(each.unit), at: stamp(each.at) }),
          text: cleanText(each.text),
        }))),
    ...(missing.length === 0
      ? []
      : [{ text: translate(language, 'reports.doc.missing', { units: missing.map(cleanLine).join('; ') }) }]),
  ];
}
