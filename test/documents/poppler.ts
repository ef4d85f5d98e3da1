/** What independent readers see in a PDF: Poppler's text, boxes, facts and fonts. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { widthEm } from '../../src/output/documents/text-width.ts';

function run(
  program: string,
  args: readonly string[],
  pdf: Uint8Array,
  after: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'lich-truc-pdf-'));
  try {
    const file = join(folder, 'it.pdf');
    writeFileSync(file, pdf);
    return execFileSync(program, [...args, file, ...after], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Page by page, as laid out. */
export function pagesOf(pdf: Uint8Array): string[] {
  const pages = run('pdftotext', ['-layout'], pdf, ['-']).split('\f');
  return pages.slice(0, -1);
}

export function infoOf(pdf: Uint8Array): Map<string, string> {
  const lines = run('pdfinfo', ['-l', '-1'], pdf).split('\n');
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

export interface Font {
  readonly name: string;
  readonly embedded: boolean;
  readonly unicode: boolean;
}

export function fontsOf(pdf: Uint8Array): Font[] {
  const lines = run('pdffonts', [], pdf).split('\n').slice(2);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [embedded, , unicode] = line.slice(55).trim().split(/\s+/).slice(-5);
      return { name: line.split(' ')[0] ?? '', embedded: embedded === 'yes', unicode: unicode === 'yes' };
    });
}

const MM_PER_POINT = 25.4 / 72;

/** A word's place on its page in millimetres from the top left. */
export interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Page {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly words: readonly Word[];
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Every page with its words. */
export function pagesWithWords(pdf: Uint8Array): Page[] {
  const mm = (points: string | undefined): number => Number(points) * MM_PER_POINT;
  return run('pdftotext', ['-bbox'], pdf, ['-'])
    .split('<page ')
    .slice(1)
    .map((page, number) => ({
      widthMm: mm(/width="([\d.]+)"/.exec(page)?.[1]),
      heightMm: mm(/height="([\d.]+)"/.exec(page)?.[1]),
      words: [...page.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
        page: number + 1,
        text: text.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? ''),
        left: mm(left),
        right: mm(right),
        top: mm(top),
        bottom: mm(bottom),
      })),
    }));
}

export function wordsOf(pdf: Uint8Array): Word[] {
  return pagesWithWords(pdf).flatMap(({ words }) => words);
}

/** Type size in points of a word set in Tinos, from how wide it is. */
export function tinosPoints({ text, left, right }: Word, bold = false): number {
  return (right - left) / MM_PER_POINT / widthEm(text, 'serif', bold);
}

/** How near ink comes to an edge of any page, in millimetres. */
export function nearestToEdge(pdf: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'lich-truc-ink-'));
  try {
    const file = join(folder, 'it.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-gray', '-r', String(DOTS_PER_INCH), file, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return Math.min(...pages.map((name) => nearestInk(readFileSync(join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const DOTS_PER_INCH = 60;

/** Of a grey picture (PGM, `P5 width height 255`). */
function nearestInk(picture: Buffer): number {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40));
  if (!head) throw new Error('no grey picture');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const dots = picture.subarray(head[0].length);
  const isInk = (x: number, y: number): boolean => (dots[y * width + x] ?? 255) <= 250;
  // One frame inside another, from the outermost.
  for (let inset = 0; inset < Math.min(width, height) / 2; inset++) {
    const [right, bottom] = [width - 1 - inset, height - 1 - inset];
    let found = false;
    for (let x = inset; x <= right && !found; x++) found = isInk(x, inset) || isInk(x, bottom);
    for (let y = inset; y <= bottom && !found; y++) found = isInk(inset, y) || isInk(right, y);
    if (found) return (inset / DOTS_PER_INCH) * 25.4;
  }
  return Number.POSITIVE_INFINITY;
}

/** In the order it was set: a cell's lines follow one another. */
export function rawTextOf(pdf: Uint8Array): string {
  return run('pdftotext', ['-raw'], pdf, ['-']);
}
