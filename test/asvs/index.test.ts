/** Every row has its test, and what has none is told. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROWS, WRITTEN } from './rows.ts';

const TOLD = join(import.meta.dirname, '../../SECURITY.md');

/** `it('3.3.1, 3.3.3: …'`, `it.each(…)('6.2.1: …'` */
const NAME = /^\s*(?:it|\]\)|\))?\(?['"`]((?:\d+\.\d+\.\d+(?:, )?)+): /gm;

const tested = new Set(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts') && name !== 'index.test.ts')
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .flatMap((text) => [...text.matchAll(NAME)].flatMap((found) => (found[1] ?? '').split(', '))),
);

describe('the rows of ASVS 5.0', () => {
  it('each have a test that bears their number, but for those told in SECURITY.md', () => {
    expect(ROWS.filter((row) => !tested.has(row) && !WRITTEN.includes(row))).toEqual([]);
    expect(tested.size).toBeGreaterThan(50);
  });

  it('are told in SECURITY.md where no test can show them', () => {
    const text = existsSync(TOLD) ? readFileSync(TOLD, 'utf8') : '';
    expect(WRITTEN.filter((row) => !text.includes(row))).toEqual([]);
  });

  it('are all of the list', () => {
    expect([...tested, ...WRITTEN].filter((row) => !ROWS.includes(row))).toEqual([]);
  });
});
