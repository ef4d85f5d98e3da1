/**
 * How a workbook prints (ECMA-376-1, 18.3.1): a sheet as wide as its paper, its heads on every page, its identity at
 * the foot. It writes into the XML of the workbook's writer, which has no settings for these.
 */

import type { Identity } from './document.ts';

export interface SheetPrint {
  /** As the workbook calls the sheet. */
  readonly name: string;
  readonly paper: 'a4' | 'a3';
  /** Rows from 1 that stand on every page. */
  readonly head: { readonly first: number; readonly last: number };
  readonly identity: Identity;
}

/** ST_PaperSize by its Windows numbers. */
const PAPER_SIZES = { a4: 9, a3: 8 } as const;
/** Excel takes no longer footer. */
const MOST_FOOTER = 255;

export interface SheetInfo {
  readonly sheetIndex: number;
}

/** One sheet: fitted to one page in width and as many in height as it takes. */
export function printableSheet(xml: string, print: SheetPrint): string {
  const fitted = xml.replace(/(<worksheet\b[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  return fitted.replace(/<pageSetup\b[^>]*\/>/, (tag) => {
    const setup = tag
      .replace(/\spaperSize="\d+"/, ` paperSize="${PAPER_SIZES[print.paper]}"`)
      .replace('/>', ' fitToWidth="1" fitToHeight="0"/>');
    return `${setup}<headerFooter><oddFooter>${escaped(footerOf(print.identity))}</oddFooter></headerFooter>`;
  });
}

/** The heads of every sheet on every page of it. */
export function withPrintTitles(xml: string, prints: readonly SheetPrint[]): string {
  const names = prints.map(({ name, head }, i) => {
    const range = `'${name.replaceAll("'", "''")}'!$${head.first}:$${head.last}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(range)}</definedName>`;
  });
  // A name may hold `$&`, which has a meaning of its own in a replacement that is text.
  return xml.replace('</sheets>', () => `</sheets><definedNames>${names.join('')}</definedNames>`);
}

/** Left and right, 8 points; `&` begins a code of its own (18.3.1.46). */
function footerOf({ line, code, pages, superseded }: Identity): string {
  const literal = (text: string): string => text.replaceAll('&', '&&');
  const left = [line, code, superseded].filter((part) => part !== '').join(' · ');
  const right = literal(pages).replace('{page}', '&P').replace('{of}', '&N');
  const tail = `&R&8${right}`;
  return `&L&8${literal(left).slice(0, MOST_FOOTER - tail.length - 4)}${tail}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
