/** The key beside the database: made once, the owner's only, and its faults told. */

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSealingKey } from '../../src/wiring/sealing-key.ts';
import { temporaryPath } from '../store/temporary-database.ts';

describe('the sealing key', () => {
  it('is made at the first start, with its folder, and is the same ever after', () => {
    const path = join(dirname(temporaryPath()), 'a', 'rota.db.key');
    const key = readSealingKey(path);
    expect(key).toHaveLength(32);
    expect(readSealingKey(path)).toEqual(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toMatch(/^[\w-]{43}\n$/);
    expect(readSealingKey(temporaryPath())).not.toEqual(key);
  });

  it.each(['', 'short', 'x'.repeat(44)])('that reads %j is refused and left alone', (text) => {
    const path = temporaryPath();
    writeFileSync(path, text);
    expect(() => readSealingKey(path)).toThrow(/error.key.malformed/);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('in a place that cannot be used is told with the place', () => {
    const path = temporaryPath();
    mkdirSync(path);
    expect(() => readSealingKey(path)).toThrow(/error.key.unreachable.*rota.db/);
    writeFileSync(`${path}.file`, '');
    expect(() => readSealingKey(join(`${path}.file`, 'key'))).toThrow(/ENOTDIR|EEXIST/);
  });
});
