/** Every row of the list of what feeds must hold has a test that names it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TESTS = join(import.meta.dirname, '../..');
/** The stream, the event, HTTP. */
const ROWS = Array.from({ length: 26 }, (_, i) => i + 1);

it('no row of the list is without a test', () => {
  const named = new Set(
    readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .flatMap((path) => [...readFileSync(join(TESTS, path), 'utf8').matchAll(/['"`]row (\d+): /g)])
      .map((found) => Number(found[1])),
  );
  expect(ROWS.filter((row) => !named.has(row))).toEqual([]);
  expect([...named].filter((row) => !ROWS.includes(row))).toEqual([]);
});
