/**
 * Documents as PDF/A-2b with tags, and the only adapter to Typst. Fonts and templates are handed in as bytes; data reaches
 * the template as JSON and is never read as markup, so nobody's name can be a command.
 */

import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { onceFor } from '../../kernel/once-for.ts';
import type { Cell, DutyDocument, PageSetup, QrCode, Section, Table } from './document.ts';
import { coveredCharacters } from './font-coverage.ts';
import { keptRows, standsWhole } from './kept-rows.ts';
import { knownHeightsMm } from './known-heights.ts';
import { pageFoot } from './page-foot.ts';
import { holdsLines } from './sheet-parts.ts';
import { type SigningRoom, withSignatureFields } from './signature-fields.ts';
import { wrappedCells } from './table-fit.ts';

export interface PdfSources {
  /** `PDF_FONT_FILES` in their order; only characters that the first one has are set. */
  readonly fonts: readonly Uint8Array[];
  /** Typst sources by file name; `document.typ` is the first to be read. */
  readonly templates: ReadonlyMap<string, string>;
}

/** The files `fonts` wants, in order, as npm installs them (SIL Open Font License 1.1). */
export const PDF_FONT_FILES = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  '@expo-google-fonts/be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
  '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
] as const;

export interface PdfWriter {
  /**
   * About 10–60 ms of blocking work for a document of a few pages: call it in a worker, or a bounded number of times.
   * The same document gives the same bytes. Throws when Typst refuses, which no document of ours makes it do.
   */
  readonly write: (document: DutyDocument) => Uint8Array;
  /** The first page as SVG, its letters drawn as paths: for a small picture. About as long as `write`. */
  readonly picture: (document: DutyDocument) => string;
}

const MAIN = 'document.typ';
/** Margin that the code at the foot of a page needs. */
const FOOT_CODE_MM = 20;
/** No file is ever read from disk; a folder must be named all the same. */
const WORKSPACE = '/';
/** Memoised layouts that were not used in this many documents are dropped. */
const CACHE_AGE = 8;

export function createPdfWriter({ fonts, templates }: PdfSources): PdfWriter {
  const main = templates.get(MAIN);
  const [first] = fonts;
  if (main === undefined || first === undefined) throw new Error(`fonts or ${MAIN} missing`);
  const covered = coveredCharacters(first);
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  for (const [name, source] of templates) compiler.addSource(`/${name}`, source);
  const compiled = (document: DutyDocument, onePageEach: boolean): NodeTypstDocument => {
    const data = settable(JSON.stringify(dataOf(document, onePageEach)), covered);
    const result = compiler.compile({ mainFileContent: main, inputs: { data } });
    if (!result.result) throw new Error('Typst refused the document', { cause: diagnosticsOf(result) });
    return result.result;
  };
  // Sections made for one page are counted afterwards: one that ran over after all has its pages numbered as any other.
  const typeset = (document: DutyDocument): NodeTypstDocument => {
    const { sections } = document;
    const pages = sections.every(({ onePage }) => onePage) ? compiled(document, true) : undefined;
    return pages?.numOfPages === sections.length ? pages : compiled(document, false);
  };
  return {
    write(document) {
      const pages = typeset(document);
      const pdf = compiler.pdf(pages, { pdfStandard: 'a-2b', pdfTags: true });
      const rooms: SigningRoom[] = document.signable
        ? compiler.query(pages, { selector: '<signing-room>', field: 'value' })
        : [];
      compiler.evictCache(CACHE_AGE);
      return withSignatureFields(pdf, rooms);
    },
    picture(document) {
      const sections = document.sections.slice(0, 1);
      const svg = compiler.plainSvg(typeset({ ...document, sections }));
      compiler.evictCache(CACHE_AGE);
      return firstPageOf(svg, sections[0]?.page);
    },
  };
}

const POINTS_PER_MM = 72 / 25.4;

/** The white ground of a page. */
const GROUND =
  /<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v [\d.]+ h [\d.]+ v -[\d.]+ Z "\/>/g;

/**
 * All pages stand in one picture, one under the other: the frame is drawn round the first. The grounds of the others are
 * not moved to their place and would cover it.
 */
function firstPageOf(drawn: string, page: PageSetup | undefined): string {
  if (!page) return drawn;
  let grounds = 0;
  const svg = drawn.replace(GROUND, (ground) => (grounds++ === 0 ? ground : ''));
  const [width, height] = [page.widthMm, page.heightMm].map((mm) => (mm * POINTS_PER_MM).toFixed(2));
  const frame = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const bare = svg.replace(/^<svg[^>]*>/, (tag) => tag.replace(/\s(?:viewBox|width|height)="[^"]*"/g, ''));
  return bare.replace('<svg', `<svg ${frame}`);
}

function diagnosticsOf(result: ReturnType<NodeCompiler['compile']>): string {
  return JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? []);
}

/** The model as the template reads it: the moment in parts, as Typst knows no instants, and each code once. */
function dataOf(document: DutyDocument, onePageEach: boolean): unknown {
  const { title, author, language, createdAt, identity, sections } = document;
  const at = new Date(createdAt);
  const created = [
    at.getUTCFullYear(),
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  ];
  const codes: ReturnType<typeof drawn>[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (code: QrCode): number => {
    const number = numbers.get(code.url) ?? codes.push(drawn(code)) - 1;
    numbers.set(code.url, number);
    return number;
  };
  const { current } = identity;
  const set = {
    identity: { ...identity, ...(current && { current: numberOf(current) }) },
    sections: sections.map((section) => ({
      ...section,
      foot: { ...pageFoot(section, identity), code: codeAtFoot(section, current) },
      blocks: section.blocks.map((block) => {
        if (block.kind === 'table') return setTable(block, section);
        if (block.kind === 'directory') return { ...block, oneLineEach: holdsLines(block, section.page) };
        return 'code' in block && block.code ? { ...block, code: numberOf(block.code) } : block;
      }),
    })),
  };
  return { title, author, language, created, onePageEach, ...set, codes };
}

/** On which pages of a section the foot has the code of what holds now: not where it stands above already, nor where it has no room. */
function codeAtFoot({ page, blocks, onePage }: Section, current?: QrCode): 'none' | 'every' | 'later' {
  if (!current || page.marginsMm.bottom < FOOT_CODE_MM) return 'none';
  if (!blocks.some((block) => 'code' in block && block.code?.url === current.url)) return 'every';
  return onePage ? 'none' : 'later';
}

/**
 * What stays together is reckoned. Paragraphs and boxes cost: only of cells whose lines go on beneath are hours kept on a
 * line, and what begins at the left is indented there.
 */
function setTable(table: Table, section: Section): unknown {
  const set = (rows: Table['rows']): unknown => {
    const wrapped = wrappedCells(table, { rows, face: section.face });
    const hanging = ({ align = 'left' }: Cell): boolean => align === 'left' && rows === table.rows;
    return rows.map((row) =>
      row.map((cell) => (wrapped.has(cell) ? { ...cell, whole: true, hanging: hanging(cell) } : cell)),
    );
  };
  const [head, rows] = [set(table.head), set(table.rows)];
  const rowsMm = [table.head, table.rows].flatMap((each) =>
    knownHeightsMm(each, { ...table, face: section.face }),
  );
  return {
    ...table,
    head,
    rows,
    rowsMm,
    kept: keptRows(table, section),
    whole: standsWhole(table, section),
  };
}

/** Black modules as one path, so that no printer shows seams between them. */
const drawn = onceFor(({ rows, url }: QrCode) => {
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1H${index}z`),
  );
  const { length: side } = rows;
  const head = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}'>`;
  return { url, svg: `${head}<path d='${runs.join('')}'/></svg>` };
});

/** Stands for a character that no font here has, an emoji say: PDF/A forbids text without a glyph. */
const REPLACEMENT = '□';

function settable(json: string, covered: ReadonlySet<number>): string {
  const bare = json.replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');
  const isOurs = (character: string): boolean =>
    !/\p{Co}/u.test(character) && covered.has(character.codePointAt(0) ?? 0);
  // A large document has a million letters, of a hundred kinds.
  if ([...unitsBeyondAscii(bare)].every((unit) => isOurs(String.fromCharCode(unit)))) return bare;
  return bare.replace(/[^\0-\x7f]/gu, (character) => (isOurs(character) ? character : REPLACEMENT));
}

/** Each once; a character beyond the Basic Multilingual Plane is two, neither of which any font has. */
function unitsBeyondAscii(text: string): Set<number> {
  const units = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) units.add(unit);
  }
  return units;
}
