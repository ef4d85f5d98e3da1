/** Operators of a page in their order (ISO 32000-2, 7.8.2), each with the marked content it stands in (14.6). */

import {
  entry,
  found,
  isDictionary,
  nameOf,
  type PdfFile,
  PdfReader,
  type PdfValue,
  streamOf,
} from './pdf-objects.ts';

export interface Operation {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
  /** From the outermost: the tag, and the number where it has one. */
  readonly inside: readonly Marked[];
  /** Depth of saved states. */
  readonly depth: number;
}

export interface Marked {
  readonly tag: string;
  readonly mcid?: number;
}

/** What paints: paths, text, pictures, shadings (table 50 and on). */
const PAINTING = new Set([
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'Tj',
  'TJ',
  "'",
  '"',
  'Do',
  'sh',
  'EI',
]);

export const paints = ({ operator }: Operation): boolean => PAINTING.has(operator);

export function operationsOf(file: PdfFile, stream: string, resources: PdfValue | undefined): Operation[] {
  const reader = new PdfReader(stream);
  const result: Operation[] = [];
  const inside: Marked[] = [];
  let depth = 0;
  let operands: PdfValue[] = [];
  while (!reader.done) {
    const value = reader.value();
    if (typeof value !== 'object' || value === null || !('operator' in value)) {
      operands.push(value);
      continue;
    }
    const { operator } = value;
    if (operator === 'BMC' || operator === 'BDC') inside.push(marked(file, operands, resources));
    if (operator === 'q') depth++;
    result.push({ operator, operands, inside: [...inside], depth });
    if (operator === 'EMC') inside.pop();
    if (operator === 'Q') depth--;
    operands = [];
  }
  return result;
}

function marked(
  file: PdfFile,
  [tag, property]: readonly PdfValue[],
  resources: PdfValue | undefined,
): Marked {
  const name = nameOf(property);
  const dictionary = name === undefined ? property : entry(file, entry(file, resources, 'Properties'), name);
  const mcid = isDictionary(dictionary) ? found(file, dictionary.entries.get('MCID')) : undefined;
  return { tag: nameOf(tag) ?? '', ...(typeof mcid === 'number' && { mcid }) };
}

/** Of a page; its pieces are read as one. */
export function contentOf(file: PdfFile, page: PdfValue): string {
  const contents = entry(file, page, 'Contents');
  const pieces = Array.isArray(contents) ? contents : [contents];
  return pieces.map((piece: PdfValue | undefined) => streamOf(file, piece)).join('\n');
}
