/**
 * What a clerk would send a print back for, found in where its words stand: ink near an edge, a word broken, lost or set
 * over another, a signature or a head alone, an empty page. It reads words and their places, whatever program set them.
 */

import type { Block, Cell, DutyDocument } from '../../src/output/documents/document.ts';
import { placed, sum } from '../../src/output/documents/table-fit.ts';
import { widthMm } from '../../src/output/documents/text-width.ts';
import type { Page, Word } from './poppler.ts';

/** Printers set nothing nearer to an edge. */
export const EDGE_MM = 6;
/** At each side of a cell (`table.typ`). */
const CELL_PADDING_MM = 1.3;

export function pageFaults(document: DutyDocument, pages: readonly Page[]): string[] {
  const model = modelOf(document);
  return [
    ...spillFaults(document),
    ...wordFaults(model, pages),
    ...pages.flatMap((page, i) => faultsOn(page, model).map((fault) => `page ${i + 1}: ${fault}`)),
  ];
}

interface Model {
  /** Every word that must be told, as often as it stands. */
  readonly words: readonly string[];
  /** What may stand beside: feet. */
  readonly foot: ReadonlySet<string>;
  /** Words that stand in heads of tables and titles, and nowhere else. */
  readonly heads: ReadonlySet<string>;
  /** Of each block of signatures. */
  readonly signed: readonly SignedModel[];
  /** The foot begins here, from the bottom. */
  readonly footMm: number;
  /** The narrowest there are. */
  readonly leftMm: number;
  readonly rightMm: number;
}

interface SignedModel {
  /** Words that tell the block's page. */
  readonly offices: readonly string[];
  readonly all: readonly string[];
}

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function modelOf({ sections, identity }: DutyDocument): Model {
  const blocks = sections.flatMap((section) => section.blocks);
  const headWords = new Set(blocks.flatMap((block) => textsOf(block, 'head')).flatMap(split));
  const bodyWords = new Set(blocks.flatMap((block) => textsOf(block, 'body')).flatMap(split));
  const foot = [identity.line, identity.code, identity.superseded].flatMap(split);
  return {
    words: blocks.flatMap((block) => [...textsOf(block, 'head'), ...textsOf(block, 'body')]).flatMap(split),
    foot: new Set([...foot, '·', 'trang', 'page']),
    heads: new Set([...headWords].filter((word) => !bodyWords.has(word))),
    signed: blocks
      .filter((block) => block.kind === 'signatures')
      .map((block) => ({
        offices: block.signers.flatMap(({ office, name }) => [...office, name]).flatMap(split),
        all: textsOf(block, 'body').flatMap(split),
      })),
    footMm: Math.max(...sections.map(({ page }) => page.marginsMm.bottom)),
    leftMm: Math.min(...sections.map(({ page }) => page.marginsMm.left)),
    rightMm: Math.min(...sections.map(({ page }) => page.marginsMm.right)),
  };
}

const linesOf = (cells: readonly Cell[]): string[] =>
  cells.flatMap(({ lines }) => lines.map(({ text }) => text));

/** `head`: what stands above something and never alone; `body`: everything else. */
function textsOf(block: Block, part: 'head' | 'body'): string[] {
  const isHead = part === 'head';
  switch (block.kind) {
    case 'table':
      return (isHead ? block.head : block.rows).flatMap(linesOf);
    case 'title':
      return isHead ? block.lines.map(({ text }) => text) : [];
    case 'directory':
      return isHead ? [block.title] : block.entries.flatMap(({ name, value }) => [name, value]);
    case 'letterhead': {
      const { parent, unit, nation, motto, number, about = [], placeAndDate, urgency } = block;
      return isHead ? [...parent, ...unit, nation, motto, number, ...about, placeAndDate, urgency] : [];
    }
    case 'masthead':
      return isHead ? [block.unit, block.title, block.subtitle, ...block.stamp] : [];
    case 'paragraphs':
      return isHead ? [] : block.items.flatMap(({ lead = '', text }) => [lead, text]);
    case 'ladder':
      return isHead
        ? block.steps.map(({ title }) => title)
        : block.steps.flatMap(({ detail }, i) => [String(i + 1), ...detail]);
    case 'scan':
      return isHead ? [] : block.lines.map(({ text }) => text);
    case 'signatures': {
      const { recipients, notes, signers } = block;
      const signed = signers.flatMap(({ office, hint = '', name }) => [...office, hint, name]);
      return isHead ? [] : [recipients.title, ...recipients.lines, ...notes, ...signed];
    }
  }
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A part of a word is none of the words there are; a word that lacks was lost or broken. */
function wordFaults(model: Model, pages: readonly Page[]): string[] {
  const told = countOf(pages.flatMap(({ words }) => words.map(({ text }) => text)));
  const wanted = countOf(model.words);
  const lost = [...wanted].filter(([word, count]) => (told.get(word) ?? 0) < count);
  const strange = [...told.keys()].filter(
    (word) => !wanted.has(word) && !model.foot.has(word) && !/^\d+(?:\/\d+)?$/.test(word),
  );
  return [
    ...lost.slice(0, 5).map(([word, count]) => `“${word}” ${told.get(word) ?? 0} times of ${count}`),
    ...strange.slice(0, 5).map((word) => `“${word}” is no word of it`),
  ];
}

function faultsOn(page: Page, model: Model): string[] {
  const body = page.words.filter(({ top }) => top < page.heightMm - model.footMm);
  return [
    ...edgeFaults(page),
    ...marginFaults(page, model),
    ...overlapFaults(page.words),
    ...(body.length === 0 && model.words.length > 0 ? ['empty'] : []),
    ...headFaults(body, model),
    ...signatureFaults(body, model),
  ];
}

function edgeFaults({ words, widthMm, heightMm }: Page): string[] {
  return words
    .filter(
      ({ left, top, right, bottom }) =>
        Math.min(left, top, widthMm - right, heightMm - bottom) < EDGE_MM - 0.05,
    )
    .slice(0, 3)
    .map(({ text }) => `“${text}” near an edge`);
}

function marginFaults({ words, widthMm }: Page, { leftMm, rightMm }: Model): string[] {
  return words
    .filter(({ left, right }) => Math.min(left - leftMm, widthMm - rightMm - right) < -0.5)
    .slice(0, 3)
    .map(({ text }) => `“${text}” in a margin`);
}

/** A word that is wider than its cell runs over a rule, which no word's place tells. */
function spillFaults({ sections }: DutyDocument): string[] {
  const faults = sections.flatMap(({ blocks, face }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      return [...placed(block.head), ...placed(block.rows)].flatMap(({ cell, column }) => {
        const widths = block.widthsMm.slice(column, column + (cell.columns ?? 1));
        const room = sum(widths) - 2 * CELL_PADDING_MM;
        return cell.lines.flatMap(({ text, bold, scale = 1 }) =>
          split(text).filter((word) => widthMm(word, block.sizePt * scale, face, bold) > room),
        );
      });
    }),
  );
  return [...new Set(faults)].slice(0, 5).map((word) => `“${word}” is wider than its cell`);
}

/** Boxes are as high as a font's highest and deepest letters; what is set over another shares its middle. */
function overlapFaults(words: readonly Word[]): string[] {
  const middles = words
    .map(({ text, left, right, top, bottom }) => ({
      text,
      left: left + 0.15,
      right: right - 0.15,
      top: top + (bottom - top) * 0.35,
      bottom: bottom - (bottom - top) * 0.35,
    }))
    .sort((a, b) => a.top - b.top);
  const faults: string[] = [];
  middles.forEach((one, i) => {
    for (let j = i + 1; j < middles.length; j++) {
      const other = middles[j];
      if (!other || other.top >= one.bottom) break;
      if (one.left < other.right && other.left < one.right) faults.push(`“${one.text}” over “${other.text}”`);
    }
  });
  return faults.slice(0, 3);
}

/** The lowest line is of a head alone, so that what it heads is on the next page. */
function headFaults(body: readonly Word[], { heads }: Model): string[] {
  const lowest = Math.max(...body.map(({ bottom }) => bottom));
  const line = body.filter(({ bottom }) => bottom > lowest - 1);
  return line.length > 0 && line.every(({ text }) => heads.has(text))
    ? [`ends with a head: ${line.map(({ text }) => text).join(' ')}`]
    : [];
}

/** Beside a signature stands something that is signed: not its own words, nor heads that every page repeats. */
function signatureFaults(body: readonly Word[], { signed, heads }: Model): string[] {
  const here = new Set(body.map(({ text }) => text));
  return signed
    .filter(({ offices }) => offices.every((word) => here.has(word)))
    .flatMap(({ all }) => {
      const own = new Set(all);
      return body.some(({ text }) => !own.has(text) && !heads.has(text)) ? [] : ['a signature alone'];
    })
    .slice(0, 1);
}
