/** Which characters a TrueType font has a glyph for, read from its `cmap` table (OpenType 1.9, format 4). */

const SEGMENTED = 4;

/** Code points of the Basic Multilingual Plane. Throws when the bytes hold no such table. */
export function coveredCharacters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const table = cmap + view.getUint32(cmap + 8 + 8 * i);
    if (view.getUint16(table) === SEGMENTED) return segmentedCharacters(view, table);
  }
  throw new Error('the font has no cmap table of format 4');
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

function segmentedCharacters(view: DataView, table: number): Set<number> {
  const segments = view.getUint16(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  const covered = new Set<number>();
  for (let i = 0; i < segments; i++) {
    const start = view.getUint16(starts + 2 * i);
    const end = view.getUint16(ends + 2 * i);
    const delta = view.getUint16(deltas + 2 * i);
    const offset = view.getUint16(offsets + 2 * i);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const direct = (code + delta) & 0xffff;
      const glyph = offset === 0 ? direct : view.getUint16(offsets + 2 * i + offset + 2 * (code - start));
      if (glyph !== 0) covered.add(code);
    }
  }
  return covered;
}
