/** The widths that columns are fitted by, held against the fonts themselves. */

import { describe, expect, it } from 'vitest';
import { coveredCharacters } from '../../src/output/documents/font-coverage.ts';
import { widestWordEm, widthEm } from '../../src/output/documents/text-width.ts';
import { pdfSources } from './sample-documents.ts';

const [TINOS, , TINOS_BOLD, , SANS, , SANS_BOLD] = pdfSources().fonts;

const LETTERS = [
  ...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYfjwzFJWZ0123456789',
  ...'àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
  ...'ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ',
  ...' .,:;/()-–·',
];

/** Advance in ems from `hmtx`, the glyph found through `cmap` format 4. */
function advances(font: Uint8Array | undefined): (character: string) => number {
  if (!font) throw new Error('no font');
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    tables.set(
      String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k))),
      view.getUint32(at + 8),
    );
  }
  const offset = (tag: string): number => tables.get(tag) ?? 0;
  const unitsPerEm = view.getUint16(offset('head') + 18);
  const longMetrics = view.getUint16(offset('hhea') + 34);
  return (character) => {
    const glyph = glyphOf(view, offset('cmap'), character.codePointAt(0) ?? 0);
    return view.getUint16(offset('hmtx') + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm;
  };
}

function glyphOf(view: DataView, cmap: number, code: number): number {
  for (let t = 0; t < view.getUint16(cmap + 2); t++) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * t);
    if (view.getUint16(at) !== 4) continue;
    const count = view.getUint16(at + 6) / 2;
    for (let i = 0; i < count; i++) {
      const end = view.getUint16(at + 14 + 2 * i);
      const start = view.getUint16(at + 16 + 2 * count + 2 * i);
      if (code < start || code > end) continue;
      const delta = view.getUint16(at + 16 + 4 * count + 2 * i);
      const slot = at + 16 + 6 * count + 2 * i;
      const range = view.getUint16(slot);
      return range === 0 ? (code + delta) & 0xffff : view.getUint16(slot + range + 2 * (code - start));
    }
  }
  return 0;
}

describe.each([
  ['Tinos', 'serif', false, TINOS],
  ['Tinos Bold', 'serif', true, TINOS_BOLD],
  ['Be Vietnam Pro', 'sans', false, SANS],
  ['Be Vietnam Pro Bold', 'sans', true, SANS_BOLD],
] as const)('%s', (_, face, bold, font) => {
  const advanceOf = advances(font);

  it('is hardly ever wider than reckoned, and names are at most a twenty-fifth narrower', () => {
    for (const letter of LETTERS.filter((each) => each.trim() === each || each === ' ')) {
      const reckoned = widthEm(letter, face, bold);
      expect(reckoned + 0.02, letter).toBeGreaterThanOrEqual(advanceOf(letter));
    }
    const names = 'Nguyễn Thị Phượng Đặng Hữu Trưởng Dương Trọng Nghĩa Bùi Đức Ẩn';
    const real = [...names].reduce((sum, letter) => sum + advanceOf(letter), 0);
    expect(widthEm(names, face, bold)).toBeGreaterThanOrEqual(real);
    expect(widthEm(names, face, bold)).toBeLessThan(1.04 * real);
  });

  it('reckons hours hardly wider than they are: a line too many would make a row in Word too high', () => {
    const real = [...'(06–14)'].reduce((sum, letter) => sum + advanceOf(letter), 0);
    expect(widthEm('(06–14)', face, bold)).toBeLessThan(1.04 * real);
  });

  it('is the same in both normal forms', () => {
    for (const letter of LETTERS) {
      expect(widthEm(letter.normalize('NFD'), face, bold)).toBe(widthEm(letter.normalize('NFC'), face, bold));
    }
  });

  it('has a glyph for every Vietnamese letter', () => {
    const covered = coveredCharacters(font ?? new Uint8Array());
    expect(LETTERS.filter((letter) => !covered.has(letter.codePointAt(0) ?? 0))).toEqual([]);
  });
});

it('takes the widest word of a line', () => {
  expect(widestWordEm('Trực lãnh đạo', 'serif')).toBe(widthEm('Trực', 'serif'));
  expect(widestWordEm('', 'serif')).toBe(0);
});
