import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/kernel/nearest.ts';

describe('nearest', () => {
  it.each([
    ['solv', ['load', 'solve', 'check'], 'solve'],
    ['giam sat', ['Giám sát', 'Ứng cứu'], 'Giám sát'],
    ['Giám sat', ['giám sát', 'giám sự'], 'giám sát'],
    ['dien', ['Điện', 'Nước'], 'Điện'],
    ['zzzzzz', ['load', 'solve'], undefined],
    ['', ['load'], undefined],
  ])('%s → %s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  it('counts single edits', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });
});
