import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFaultOffset } from '../../src/input/json-syntax.ts';

describe('jsonFaultOffset', () => {
  it.each([
    ['a missing comma', '{"a": 1\n "b": 2}', 9],
    ['a comma too many', '[1, 2, ]', 7],
    ['a comma before a brace', '{"a": 1,}', 8],
    ['single quotes', "{'a': 1}", 1],
    ['a missing colon', '{"a" 1}', 5],
    ['a comment', '[1] // one', 4],
    ['a leading nought', '[01]', 2],
    ['a broken escape', '["\\x"]', 1],
    ['too short a text', '{"a": [1, 2', 11],
  ])('points at %s', (_, text, offset) => {
    expect(jsonFaultOffset(text)).toBe(offset);
  });

  it('finds no fault in what is JSON', () => {
    const property = fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, undefined, 1);
      expect(jsonFaultOffset(text)).toBe(text.length);
    });
    fc.assert(property, { seed: 3, numRuns: 300 });
  });

  it('never points before the damage', () => {
    const damaged = fc.record({
      value: fc.jsonValue(),
      at: fc.nat(),
      with: fc.constantFrom('', ',', '}', '"', 'x'),
    });
    const property = fc.property(damaged, ({ value, at, with: sign }) => {
      const whole = JSON.stringify(value);
      const place = at % whole.length;
      const text = whole.slice(0, place) + sign + whole.slice(place + 1);
      if (accepts(text)) expect(jsonFaultOffset(text)).toBe(text.length);
      // A string or a number is told from its first letter, which may stand before the damage inside it.
      else expect(jsonFaultOffset(text)).toBeGreaterThanOrEqual(tokenStart(whole, place));
    });
    fc.assert(property, { seed: 4, numRuns: 2_000 });
  });
});

/** Where the string, number or word that holds `place` begins, or `place` itself. */
function tokenStart(text: string, place: number): number {
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[-+.\w]+/gu)) {
    if (token.index <= place && place <= token.index + token[0].length) return token.index;
  }
  return place;
}

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
