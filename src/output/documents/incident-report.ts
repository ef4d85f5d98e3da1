/** “Báo cáo sự cố”: a letter by Nghị định 30/2020/NĐ-CP whose body are the places a report has; number, date and signer are left to write. */

import type { Instant } from '../../calendar/interval.ts';
import type { Unit } from '../../domain/unit.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine, cleanText } from '../plain-text.ts';
import type { Block, DutyDocument, Paragraph } from './document.ts';
import { LETTER_SIZE, titleBlock, watchHead } from './letter-parts.ts';
import { letterPage } from './pages.ts';

export interface WrittenReport {
  readonly language: Language;
  readonly unit: Pick<Unit, 'name' | 'parentName' | 'place'>;
  /** `SC-03 · Mã độc tống tiền`. */
  readonly incident: string;
  readonly code: string;
  /** Báo cáo ban đầu, cập nhật, kết thúc. */
  readonly name: string;
  readonly recipient: string;
  readonly source: string;
  readonly fields: readonly { readonly label: string; readonly text: string }[];
  readonly at: Instant;
}

const INDENT_MM = 12.7;
const SIGNATURE_ROOM_MM = 30;

export function incidentReport(report: WrittenReport): DutyDocument {
  const { language, name, incident, unit, code } = report;
  const page = letterPage('portrait');
  const say = (key: Parameters<typeof translate>[1], params = {}): string => translate(language, key, params);
  const blocks: Block[] = [
    watchHead(language, unit, 'incidents.document.number'),
    titleBlock(
      [
        { text: say('incidents.document.title'), bold: true },
        { text: cleanLine(name), bold: true },
        { text: cleanLine(incident), bold: true },
      ],
      { page, rule: true },
    ),
    {
      kind: 'paragraphs',
      sizePt: LETTER_SIZE,
      indentMm: INDENT_MM,
      items: [
        { text: say('incidents.document.to', { recipient: cleanLine(report.recipient) }) },
        { text: say('incidents.document.basis', { source: cleanLine(report.source) }), italic: true },
        ...report.fields.flatMap(fieldParagraphs),
      ],
    },
    {
      kind: 'signatures',
      sizePt: LETTER_SIZE,
      roomMm: SIGNATURE_ROOM_MM,
      recipients: {
        title: say('incidents.document.recipients'),
        lines: [`- ${cleanLine(report.recipient)};`, say('incidents.document.kept')],
      },
      notes: [],
      signers: [{ office: [say('incidents.document.signer')], name: '' }],
    },
  ];
  return {
    kind: 'notice',
    language,
    title: `${name}: ${incident}`,
    author: unit.name,
    stem: `bao-cao-${code.toLowerCase()}`,
    createdAt: report.at,
    identity: { line: '', code: '', pages: '', superseded: '' },
    signable: false,
    sections: [{ page, face: 'serif', blocks }],
  };
}

/** `1. Hệ thống: …`; further lines stand as paragraphs of their own. */
function fieldParagraphs({ label, text }: WrittenReport['fields'][number], i: number): Paragraph[] {
  const [first = '', ...more] = cleanText(text).split('\n');
  const lead = `${i + 1}. ${label}:`;
  return [{ lead, text: first === '' ? '…' : first }, ...more.map((each) => ({ text: each }))];
}
