/**
 * How wide letters stand on paper, asked of Typst itself. `npx tsx test/documents/font-widths.ts` writes it down anew in
 * `src/output/documents/font-widths.ts`, after another version of a font.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { CHARACTERS } from '../../src/output/documents/font-widths.ts';
import { pdfSources, ROOT } from './sample-documents.ts';

/** As a section's text is set (`document.typ`), and how many units a size has. */
const SETTINGS = {
  serif: { fonts: '"Tinos"', units: 2048 },
  sans: { fonts: '"Be Vietnam Pro", "Tinos"', units: 1000 },
} as const;

type Weight = 'plain' | 'bold';
export const FACES = ['serif', 'sans'] as const;
export const WEIGHTS: readonly Weight[] = ['plain', 'bold'];

/** Of each text, to the size. */
export function measuredEm(texts: readonly string[], face: (typeof FACES)[number], weight: Weight): number[] {
  return measuredWidths(texts, face, weight).map((width) => width / SETTINGS[face].units);
}

/** In units of the font. */
function measuredWidths(texts: readonly string[], face: (typeof FACES)[number], weight: Weight): number[] {
  const { fonts, units } = SETTINGS[face];
  const compiler = NodeCompiler.create({
    workspace: '/',
    fontArgs: [{ fontBlobs: pdfSources().fonts.map((font) => Buffer.from(font)) }],
  });
  const mainFileContent = `
    #set text(font: (${fonts},), weight: "${weight === 'bold' ? 'bold' : 'regular'}", size: ${units}pt, lang: "vi", fallback: false)
    #context [#metadata(json(bytes(sys.inputs.texts)).map(each => measure(text(each)).width.pt()))<widths>]`;
  const { result } = compiler.compile({ mainFileContent, inputs: { texts: JSON.stringify(texts) } });
  if (!result) throw new Error('Typst refused to measure');
  const [widths] = compiler.query(result, { selector: '<widths>', field: 'value' });
  return widths.map(Math.round);
}

interface Class {
  readonly members: string;
  readonly kerns: readonly number[];
}

/** Characters that are kerned alike, named by the first of them. */
function classes(rows: readonly (readonly number[])[]): Class[] {
  const found = new Map<string, { members: string; kerns: readonly number[] }>();
  rows.forEach((kerns, i) => {
    const known = found.get(kerns.join()) ?? { members: '', kerns };
    known.members += CHARACTERS[i];
    found.set(kerns.join(), known);
  });
  return [...found.values()].filter(({ kerns }) => kerns.some((kern) => kern !== 0));
}

/** Of every character, and how much nearer or farther each pair stands than both by themselves. */
function fontWidths(face: (typeof FACES)[number], weight: Weight): { advances: string; kerns: string } {
  const all = [...CHARACTERS];
  const advances = measuredWidths(all, face, weight);
  const pairs = measuredWidths(
    all.flatMap((left) => all.map((right) => left + right)),
    face,
    weight,
  );
  const kern = (left: number, right: number): number =>
    (pairs[left * all.length + right] ?? 0) - (advances[left] ?? 0) - (advances[right] ?? 0);
  const lefts = classes(all.map((_, left) => all.map((__, right) => kern(left, right))));
  const rights = classes(all.map((_, right) => all.map((__, left) => kern(left, right))));
  const lines = lefts.map(({ members, kerns }) => {
    const byKern = new Map<number, string>();
    for (const right of rights) {
      const [first = ''] = right.members;
      const value = kerns[all.indexOf(first)] ?? 0;
      if (value !== 0) byKern.set(value, (byKern.get(value) ?? '') + first);
    }
    return [members, ...[...byKern].map(([value, firsts]) => `${value}=${firsts}`)].join('|');
  });
  return {
    advances: advances.join(' '),
    kerns: [rights.map(({ members }) => members).join('|'), ...lines].join('\n'),
  };
}

const SOURCE = join(ROOT, 'src/output/documents/font-widths.ts');
const COLUMNS = 100;

/** As it stands in a template text, no line too long. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\u00a0', '\\u00a0');
  return `\`${escaped.replaceAll(new RegExp(`(.{1,${COLUMNS}})( |$)`, 'gmu'), '$1\n').trimEnd()}\``;
}

/** The source file as it should be: what stands above the widths is kept. */
export function fontWidthsSource(): { readonly is: string; readonly should: string } {
  const is = readFileSync(SOURCE, 'utf8');
  const head = is.slice(0, is.indexOf(START) + START.length);
  const faces = FACES.map((face) => {
    const weights = WEIGHTS.map((weight) => {
      const { advances, kerns } = fontWidths(face, weight);
      const lines = kerns.replaceAll('\u00a0', '\\u00a0');
      return `    ${weight}: {\n      advances: ${quoted(advances)},\n      kerns: \`${lines}\`,\n    },\n`;
    });
    return `  ${face}: {\n    units: ${SETTINGS[face].units},\n${weights.join('')}  },\n`;
  });
  return { is, should: `${head}\n${faces.join('')}};\n` };
}

const START = 'Record<Face, FaceWidths>> = {';

if (process.argv[1] === import.meta.filename) writeFileSync(SOURCE, fontWidthsSource().should);
