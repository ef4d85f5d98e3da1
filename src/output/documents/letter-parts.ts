/** The blocks that letters and annexes share, in the decree's sizes. */

import type { Unit } from '../../domain/unit.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';
import {
  innerWidthMm,
  type Letterhead,
  type Line,
  type PageSetup,
  type Signatures,
  type Title,
} from './document.ts';
import { BLANK, type Letter, officesOf, RULE_SHARE } from './letter.ts';
import { brokenLines } from './line-breaks.ts';
import { widthMm } from './text-width.ts';

/** Body, title and office of the signer (Phụ lục I, II.5–8). */
export const LETTER_SIZE = 14;
/** Room for signature, seal and the mark of a digital signature. */
const SIGNATURE_ROOM_MM = 30;

/** Of the width between the margins, what a centred line may take. */
const TITLE_SHARE = 0.86;
/** Broken between words that belong apart; the rule, if any, goes by the last text. */
export function titleBlock(
  lines: readonly Line[],
  { page, rule = false }: { readonly page: PageSetup; readonly rule?: boolean },
): Title {
  const room = { widthMm: TITLE_SHARE * innerWidthMm(page), sizePt: LETTER_SIZE };
  const broken = lines.map((line) => ({
    ...line,
    text: brokenLines(line.text, { ...room, bold: line.bold ?? false }).join('\n'),
    sizePt: LETTER_SIZE,
  }));
  return { kind: 'title', lines: broken, ruleMm: rule ? ruleUnder(broken.at(-1), LETTER_SIZE) : 0 };
}

function ruleUnder(line: Line | undefined, sizePt: number): number {
  const widths = (line?.text ?? '').split('\n').map((text) => widthMm(text, sizePt, 'serif', line?.bold));
  return RULE_SHARE * Math.max(...widths);
}

export function signatureBlock({ recipients, signer }: Letter): Signatures {
  return {
    kind: 'signatures',
    sizePt: LETTER_SIZE,
    roomMm: SIGNATURE_ROOM_MM,
    recipients,
    notes: [],
    signers: [signer],
  };
}

/** Of an office that writes of no roster of its own: number, day and month are left to be written. */
export function officeHead(
  language: Language,
  { unit, symbol, year }: { readonly unit: string; readonly symbol: string; readonly year: string },
): Letterhead {
  return plainHead(language, ['', unit], {
    number: translate(language, 'document.number', { number: `${BLANK}/${symbol}` }),
    placeAndDate: translate(language, 'document.date', { day: BLANK, month: BLANK, year }),
  });
}

/** Of a report or record of the watch: the whole number and date are left to be written. */
export function watchHead(
  language: Language,
  unit: Pick<Unit, 'name' | 'parentName' | 'place'>,
  number: 'incidents.document.number' | 'log.doc.number',
): Letterhead {
  const place = cleanLine(unit.place ?? '');
  return plainHead(language, [unit.parentName ?? '', unit.name], {
    number: translate(language, number),
    placeAndDate: translate(language, 'incidents.document.date', { place: place === '' ? '' : `${place}, ` }),
  });
}

function plainHead(
  language: Language,
  [parent, unit]: readonly [string, string],
  written: Pick<Letterhead, 'number' | 'placeAndDate'>,
): Letterhead {
  return {
    kind: 'letterhead',
    ...officesOf(parent, unit),
    nation: translate(language, 'document.nation'),
    motto: translate(language, 'document.motto'),
    ...written,
    urgency: '',
    urgencyMm: 0,
  };
}

/** A line of a letterhead, of a title and of who signs, with the space beneath (`letter.typ`). */
const OFFICE_LINE_MM = 5.8;
const TITLE_LINE_MM = 7;
/** Above and beneath a title with its rule, and around signatures. */
const TITLE_SPACE_MM = 15;
const SIGNED_SPACE_MM = 14;
/** Number and date, with what parts them from the offices. */
const NUMBER_MM = 10;
const STAMP_MM = 14;

export function titleHeightMm({ lines }: Title): number {
  return TITLE_SPACE_MM + lines.flatMap(({ text }) => text.split('\n')).length * TITLE_LINE_MM;
}

/** Of all that stands around the table of a list with a letterhead and a signature of its own, reckoned rather high. */
export function aroundHeightMm(head: Letterhead, title: Title, signed: Signatures): number {
  const offices = head.parent.length + head.unit.length + (head.about?.length ?? 0);
  const deep = Math.max(...signed.signers.map(({ office }) => office.length + 1));
  return (
    offices * OFFICE_LINE_MM +
    NUMBER_MM +
    (head.urgency === '' ? 0 : STAMP_MM) +
    titleHeightMm(title) +
    SIGNED_SPACE_MM +
    signed.roomMm +
    deep * TITLE_LINE_MM
  );
}
