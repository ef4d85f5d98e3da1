/** Documents as Word files (Office Open XML): sections, page numbers, identity at every foot. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { languageTag } from '../../i18n/translate.ts';
import { type DutyDocument, type Identity, innerWidthMm, type PageSetup, type Section } from './document.ts';
import { docxBlocks } from './docx-blocks.ts';
import { picture, run, twips } from './docx-parts.ts';

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

function sectionOf(section: Section, identity: Identity, several: boolean): ISectionOptions {
  const { page, blocks } = section;
  const footer = footerOf(identity, page, several);
  const stamp = stampOf(identity);
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
          header: twips(page.numbered ? 9 : 4),
          footer: twips(4),
        },
        // Annexes are numbered on their own (Phụ lục I, I.7).
        ...(page.numbered ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      first: new Header({ children: stamp }),
      default: new Header({ children: [...(page.numbered ? [pageNumber()] : []), ...stamp] }),
    },
    footers: { first: footer, default: footer },
    children: blocks.flatMap((block, i) => docxBlocks(block, section, blocks[i + 1])),
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

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONTS.serif })],
  });
}

/** Where a letter brings annexes each section counts its own pages, as Word has one number a page and annexes begin anew. */
function footerOf({ line, code, pages, current }: Identity, page: PageSetup, several: boolean): Footer {
  const of = page.numbered && several ? PageNumber.TOTAL_PAGES_IN_SECTION : PageNumber.TOTAL_PAGES;
  const counted = pages
    .split(/(\{page\}|\{of\})/)
    .map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{of}' ? of : part));
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twips(innerWidthMm(page)) }],
        children: [
          new TextRun({ children: [`${line} · ${code} · `, ...counted], size: 16 }),
          ...(current ? [new TextRun({ text: '\t' }), picture(current, 11)] : []),
        ],
      }),
    ],
  });
}

function stampOf({ superseded }: Identity): Paragraph[] {
  if (superseded === '') return [];
  const line = { style: BorderStyle.SINGLE, size: 12, color: '808080', space: 2 };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { top: line, bottom: line, left: line, right: line },
      children: [run({ text: superseded, bold: true }, 14, '606060')],
    }),
  ];
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
