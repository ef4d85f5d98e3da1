/**
 * Rules of the tree of tags (ISO 32000-2, 14.7–14.8; PDF/UA-1, ISO 14289-1, clause 7) that a reader aloud stumbles over, each by
 * its clause.
 */

import { contentOf, operationsOf, paints } from './pdf-content.ts';
import {
  entry,
  found,
  isDictionary,
  isReference,
  nameOf,
  type PdfFile,
  type PdfValue,
  pageObjects,
  textOf,
} from './pdf-objects.ts';

interface Element {
  readonly type: string;
  readonly kids: readonly Element[];
  readonly value: PdfValue;
  /** Pieces of pages, as `page mcid`. */
  readonly pieces: readonly string[];
}

/** ISO 32000-1, 14.8.4: what needs no map to another. */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH
  TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(
    /\s+/,
  ),
);

export function tagFaults(file: PdfFile): string[] {
  const root = entry(file, file.trailer, 'Root');
  const tree = entry(file, root, 'StructTreeRoot');
  if (tree === undefined) return ['7.1: no tree of tags'];
  const elements = kidsOf(file, tree, '').flatMap(({ element }) => (element ? [element] : []));
  const all = elements.flatMap(flat);
  return [
    ...(entry(file, entry(file, root, 'MarkInfo'), 'Marked') === true ? [] : ['7.1: not marked as tagged']),
    ...(textOf(entry(file, root, 'Lang')) ? [] : ['7.2: no language']),
    ...(entry(file, tree, 'ParentTree') === undefined ? ['14.7.4.4: no tree of parents'] : []),
    ...all
      .filter(({ type }) => !STANDARD.has(roleOf(file, tree, type)))
      .map(({ type }) => `7.1: ${type} is no standard type`),
    ...headingFaults(all),
    ...all.filter(({ type }) => type === 'Table').flatMap((table) => tableFaults(file, table)),
    ...all
      .filter(({ type, value }) => type === 'Figure' && !textOf(entry(file, value, 'Alt')))
      .map(() => '7.3: a figure without words'),
    ...contentFaults(file, all),
  ];
}

function roleOf(file: PdfFile, tree: PdfValue, type: string): string {
  return nameOf(entry(file, entry(file, tree, 'RoleMap'), type)) ?? type;
}

const flat = (element: Element): Element[] => [element, ...element.kids.flatMap(flat)];

interface Kid {
  readonly element?: Element;
  readonly piece?: string;
}

const pageKey = (value: PdfValue | undefined): string => (isReference(value) ? String(value.ref) : '');

function kidsOf(file: PdfFile, value: PdfValue, page: string): Kid[] {
  const kids = entry(file, value, 'K');
  return (Array.isArray(kids) ? kids : kids === undefined ? [] : [kids]).map((kid: PdfValue): Kid => {
    if (typeof kid === 'number') return { piece: `${page} ${kid}` };
    const child = found(file, kid);
    if (!isDictionary(child)) return {};
    const own = child.entries.has('Pg') ? pageKey(child.entries.get('Pg')) : page;
    if (nameOf(entry(file, child, 'Type')) === 'MCR')
      return { piece: `${own} ${String(entry(file, child, 'MCID'))}` };
    if (nameOf(entry(file, child, 'Type')) === 'OBJR') return {};
    const under = kidsOf(file, child, own);
    return {
      element: {
        type: nameOf(entry(file, child, 'S')) ?? '',
        kids: under.flatMap(({ element }) => (element ? [element] : [])),
        pieces: under.flatMap(({ piece }) => (piece === undefined ? [] : [piece])),
        value: child,
      },
    };
  });
}

/** 7.4.2: the first is of level 1, and none is skipped going down. */
function headingFaults(all: readonly Element[]): string[] {
  const levels = all.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
  const faults = levels.length === 0 || levels[0] === 1 ? [] : ['7.4.2: the first heading is not of level 1'];
  levels.forEach((level, i) => {
    if (level > (levels[i - 1] ?? 0) + 1) faults.push(`7.4.2: heading ${level} under ${levels[i - 1] ?? 0}`);
  });
  return faults;
}

/** 7.5: rows in a table, cells in a row, heads that say of what they are, every row as wide. */
function tableFaults(file: PdfFile, table: Element): string[] {
  const rows = table.kids.flatMap((kid) => (/^T(?:Head|Body|Foot)$/.test(kid.type) ? kid.kids : [kid]));
  const faults = rows.filter(({ type }) => type !== 'TR').map(({ type }) => `7.5: ${type} in a table`);
  const cells = rows.flatMap(({ kids }) => kids);
  faults.push(
    ...cells.filter(({ type }) => !/^T[HD]$/.test(type)).map(({ type }) => `7.5: ${type} in a row`),
  );
  const heads = cells.filter(({ type }) => type === 'TH');
  if (heads.length === 0) faults.push('7.5: a table without heads');
  if (heads.some(({ value }) => attributeOf(file, value, 'Scope') === undefined)) {
    faults.push('7.5: a head without a scope');
  }
  return [...new Set([...faults, ...widthFaults(file, rows)])];
}

function widthFaults(file: PdfFile, rows: readonly Element[]): string[] {
  const reaching: number[] = [];
  const widths = rows.map(({ kids }, row) => {
    let width = reaching[row] ?? 0;
    for (const { value } of kids) {
      const columns = Number(attributeOf(file, value, 'ColSpan') ?? 1);
      const down = Number(attributeOf(file, value, 'RowSpan') ?? 1);
      width += columns;
      for (let below = 1; below < down; below++)
        reaching[row + below] = (reaching[row + below] ?? 0) + columns;
    }
    return width;
  });
  return new Set(widths).size > 1 ? [`7.5: rows of ${[...new Set(widths)].join(', ')} cells`] : [];
}

function attributeOf(file: PdfFile, element: PdfValue, key: string): PdfValue | undefined {
  const attributes = entry(file, element, 'A');
  const all: readonly PdfValue[] = Array.isArray(attributes) ? attributes : attributes ? [attributes] : [];
  return all.map((each) => entry(file, each, key)).find((each) => each !== undefined);
}

/** 7.1: whatever is painted is in a tag or an artifact, never both; each tag's pieces are there, and each piece has its tag. */
function contentFaults(file: PdfFile, all: readonly Element[]): string[] {
  const claimed = new Set(all.flatMap(({ pieces }) => pieces));
  const faults: string[] = [];
  const present = new Set<string>();
  const numbers = new Map([...file.objects].map(([number, value]) => [value, number]));
  pageObjects(file).forEach((page, i) => {
    const operations = operationsOf(file, contentOf(file, page), entry(file, page, 'Resources'));
    for (const operation of operations) {
      const { inside } = operation;
      const artifact = inside.some(({ tag }) => tag === 'Artifact');
      const pieces = inside.flatMap(({ mcid }) =>
        mcid === undefined ? [] : [`${numbers.get(page)} ${mcid}`],
      );
      for (const piece of pieces) present.add(piece);
      if (artifact && pieces.length > 0) faults.push(`7.1: tagged within an artifact on page ${i + 1}`);
      if (paints(operation) && !artifact && pieces.length === 0)
        faults.push(`7.1: ${operation.operator} untagged on page ${i + 1}`);
    }
  });
  if ([...present].some((piece) => !claimed.has(piece))) faults.push('14.7.4: a piece without a tag');
  if ([...claimed].some((piece) => !present.has(piece))) faults.push('14.7.4: a tag without its piece');
  return [...new Set(faults)];
}
