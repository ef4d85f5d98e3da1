/** The widths that columns are fitted by, held against what Typst sets. */

import { describe, expect, it } from 'vitest';
import { vi } from '../../src/i18n/vi/vi.ts';
import { coveredCharacters } from '../../src/output/documents/font-coverage.ts';
import { CHARACTERS } from '../../src/output/documents/font-widths.ts';
import { widestWordEm, widthEm, wrappedLines } from '../../src/output/documents/text-width.ts';
import { depth } from '../depth.ts';
import { longName, usualName } from './crowd.ts';
import { FACES, fontWidthsSource, measuredEm, WEIGHTS } from './font-widths.ts';
import { pdfSources } from './sample-documents.ts';

const LETTERS = [...CHARACTERS];

const NAMES = Array.from({ length: 60 }, (_, i) => [usualName(i), longName(i)]).flat();
const TEXTS = [
  ...LETTERS,
  ...NAMES,
  ...NAMES.map((name) => name.toLocaleUpperCase('vi')),
  ...Object.values(vi).filter(
    (text) => typeof text === 'string' && [...text].every((each) => CHARACTERS.includes(each)),
  ),
  'Sáng (06–14), Chiều 14–22, Đêm 22–06',
  '0900 000 012 · mã K7QF-3M2D · trang 2/4',
];

describe.each(FACES.flatMap((face) => WEIGHTS.map((weight) => ({ face, weight }))))(
  '$face $weight',
  (font) => {
    const width = (text: string): number => widthEm(text, font.face, font.weight === 'bold');

    it('makes names, sentences and every letter as wide as they are set, kerned', () => {
      const real = measuredEm(TEXTS, font.face, font.weight);
      const wrong = TEXTS.map((text, i) => ({ text, is: width(text), real: real[i] ?? 0 })).filter(
        ({ is, real }) => Math.abs(is - real) > 0.002,
      );
      expect(wrong).toEqual([]);
    });

    it('is the same in both normal forms', () => {
      for (const letter of LETTERS) expect(width(letter.normalize('NFD'))).toBe(width(letter));
    });

    it('takes other letters as wide as without their marks, and what nobody knows as wide as it is high', () => {
      expect(width('ü')).toBe(width('u'));
      expect(width('漢')).toBe(1);
    });
  },
);

it.runIf(depth({ short: false, deep: true }))('has what Typst says of every letter and pair', () => {
  const { is, should } = fontWidthsSource();
  expect(is).toBe(should);
});

it('has a glyph for every letter in the type of official papers', () => {
  const covered = coveredCharacters(pdfSources().fonts[0] ?? new Uint8Array());
  expect(LETTERS.filter((letter) => !covered.has(letter.codePointAt(0) ?? 0))).toEqual([]);
});

it('takes the widest word of a line', () => {
  expect(widestWordEm('Trực lãnh đạo', 'serif')).toBe(widthEm('Trực', 'serif'));
  expect(widestWordEm('', 'serif')).toBe(0);
});

it('fills lines as full as they are set: “Công Tằng Tôn” fits where its letters alone would be too wide', () => {
  const text = 'Công Tằng Tôn Nữ';
  expect(wrappedLines(text, 7.33, { face: 'sans' })).toEqual(['Công Tằng Tôn', 'Nữ']);
});
