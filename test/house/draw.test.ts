import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DRAWINGS, drawHouse } from './draw.ts';

/** Sizes change with every commit; rooms and arrows are what the drawing is for. */
const withoutSizes = (svg: string): string => svg.replace(/<text [^>]*font-size="11"[^]*?<\/text>/g, '');

describe('the drawings of the house', () => {
  it.each(DRAWINGS.map(({ file, sources }) => ({ name: basename(file), file, sources })))(
    '$name shows the rooms and imports of today (npm run docs:house draws it anew)',
    ({ file, sources }) => {
      expect(withoutSizes(readFileSync(file, 'utf8'))).toBe(withoutSizes(drawHouse(sources)));
    },
  );
});
