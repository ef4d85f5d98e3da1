/** Documents as Word files (Office Open XML): sections, page numbers, identity at every foot. */

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { languageTag } from '../../i18n/translate.ts';
import { type DutyDocument, type Identity, innerWidthMm, type PageSetup, type Section } from './document.ts';
import { docxBlocks } from './docx-blocks.ts';
import { gap, pictureLine, sideBySide, twips } from './docx-parts.ts';
import { pointsToMm, widthMm } from './text-width.ts';

/** Every machine with Word has these; widths were measured for types no narrower. */
const FONTS = { serif: 'Times New Roman', sans: 'Arial' } as const;

export async function formatDocx(document: DutyDocument): Promise<Uint8Array> {
  const { title, author, language, identity, sections } = document;
  const file = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: identity.line,
    styles: {
      default: {
        document: {
          run: {
            font: FONTS[sections[0]?.face ?? 'serif'],
            size: 28,
            // Letters stand as near to each other as on paper, at every size.
            kern: 2,
            language: { value: languageTag(language) },
          },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: sections.map((section) => sectionOf(section, identity, sections.length > 1)),
  });
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(document) }];
  return new Uint8Array(await Packer.toArrayBuffer(file, false, overrides));
}

/** Printers set nothing nearer to an edge than 6 mm. */
const EDGE_MM = 6.5;

function sectionOf(section: Section, identity: Identity, several: boolean): ISectionOptions {
  const { page, blocks } = section;
  const { current, ...plain } = identity;
  // A sheet with its own code above goes without one on its first page; one of 12 mm needs a margin of 20.
  const showsCode = blocks.some((block) => 'code' in block && block.code?.url === current?.url);
  const foot = page.marginsMm.bottom < CODE_MARGIN_MM ? plain : identity;
  const footer = footerOf(foot, page, several);
  const stamp = stampOf(identity, page);
  return {
    properties: {
      titlePage: true,
      page: {
        size: pageSize(page),
        margin: {
          top: twips(page.marginsMm.top),
          bottom: twips(page.marginsMm.bottom),
          left: twips(page.marginsMm.left),
          right: twips(page.marginsMm.right),
          header: twips(page.numbered ? 9 : EDGE_MM),
          footer: twips(EDGE_MM),
        },
        // Annexes are numbered on their own (Phụ lục I, I.7).
        ...(page.numbered ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      // Left empty, a header has a line of the text's size, which pushes a sheet's narrow margin down.
      first: new Header({ children: [gap(0, false, stamp)] }),
      default: new Header({ children: [page.numbered ? pageNumber(stamp) : gap(0, false, stamp)] }),
    },
    footers: { first: showsCode ? footerOf(plain, page, several) : footer, default: footer },
    children: docxBlocks(section),
  };
}

/** `docx` turns the sides itself for a page that lies across. */
function pageSize({ widthMm, heightMm }: PageSetup): {
  width: number;
  height: number;
  orientation: (typeof PageOrientation)[keyof typeof PageOrientation];
} {
  const across = widthMm > heightMm;
  return {
    width: twips(Math.min(widthMm, heightMm)),
    height: twips(Math.max(widthMm, heightMm)),
    orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  };
}

function pageNumber(stamp: readonly TextWatermark[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONTS.serif }), ...stamp],
  });
}

const CODE_MM = 11;
const CODE_MARGIN_MM = 20;
const FOOT_PT = 8;

/**
 * Words at the left, the code at the right. Where a letter brings annexes each section counts its own pages, as Word has one
 * number a page and annexes begin anew: then no sum stands behind it, which not every program can tell.
 */
function footerOf(
  { line, code, pages, current, superseded }: Identity,
  page: PageSetup,
  several: boolean,
): Footer {
  const size = FOOT_PT * 2;
  const replaced = new TextRun({ text: superseded, bold: true, size });
  if (line === '') {
    return new Footer({ children: [superseded === '' ? gap(0) : new Paragraph({ children: [replaced] })] });
  }
  const counted = (page.numbered && several ? pages.replace('/{of}', '') : pages)
    .split(/(\{page\}|\{of\})/)
    .map((part) => COUNTERS.get(part) ?? part);
  const marks = new TextRun({ children: [`${code} · `, ...counted], size });
  const parting = new TextRun({ text: ' · ', size });
  const words = [
    new Paragraph({ children: [new TextRun({ text: line, size })] }),
    new Paragraph({ children: [marks, ...(superseded === '' ? [] : [parting, replaced])] }),
  ];
  const width = innerWidthMm(page);
  if (!current) return new Footer({ children: words });
  const side = pictureLine(current, CODE_MM, AlignmentType.RIGHT);
  return new Footer({
    children: [sideBySide([width - CODE_MM - 2, CODE_MM + 2], [words, [side]]), gap(0)],
  });
}

const COUNTERS: ReadonlyMap<string, (typeof PageNumber)[keyof typeof PageNumber]> = new Map([
  ['{page}', PageNumber.CURRENT],
  ['{of}', PageNumber.TOTAL_PAGES],
]);

const STAMP_PT = 30;
/** Words of that size take as much of their page's width, at most. */
const STAMP_SHARE = 0.8;

/** Across the page behind its words, as on paper: in the head itself it would push a full page's last row to the next. */
function stampOf({ superseded }: Identity, { widthMm: pageMm }: PageSetup): TextWatermark[] {
  if (superseded === '') return [];
  const width = Math.min(widthMm(superseded, STAMP_PT, 'sans', true), STAMP_SHARE * pageMm) / pointsToMm(1);
  const looks = { font: FONTS.sans, bold: true, color: '808080', rotation: -24 };
  return [new TextWatermark({ text: superseded, width, ...looks })];
}

/** In place of those of `docx`, which take the clock's time: the same document has the same bytes. */
function coreProperties({ title, author, createdAt }: DutyDocument): string {
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const date = new Date(createdAt).toISOString().replace(/\.\d+/, '');
  const when = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy>${when('created')}${when('modified')}`,
    '</cp:coreProperties>',
  ].join('');
}
