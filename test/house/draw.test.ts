import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DRAWINGS, drawHouse } from './draw.ts';

describe('the drawings of the house', () => {
  it.each(DRAWINGS.map(({ file, sources }) => ({ name: basename(file), file, sources })))(
    '$name shows the rooms and imports of today (npm run docs:house draws it anew)',
    ({ file, sources }) => {
      expect(readFileSync(file, 'utf8')).toBe(drawHouse(sources));
    },
  );
});
