import { expect, test } from 'vitest';
import { onceFor, onceForEach } from '../../src/kernel/once-for.ts';

test('is made once for an object, whatever is made, and anew for another', () => {
  const asked: object[] = [];
  const nothing = onceFor((key: object): undefined => void asked.push(key));
  const [one, other] = [{}, {}];
  for (const key of [one, one, other]) expect(nothing(key)).toBeUndefined();
  expect(asked).toEqual([one, other]);
  expect(asked[0]).toBe(one);
});

test('is made once for a value, false and 0 too, until there are more than may be kept', () => {
  const asked: string[] = [];
  const isLong = onceForEach(2, (word: string) => {
    asked.push(word);
    return word.length > 3;
  });
  expect(['a', 'Giao', 'a', 'Giao'].map(isLong)).toEqual([false, true, false, true]);
  expect(asked).toEqual(['a', 'Giao']);
  // The third makes room for itself: what was kept is made anew.
  expect([isLong('thừa'), isLong('a')]).toEqual([true, false]);
  expect(asked).toEqual(['a', 'Giao', 'thừa', 'a']);
});
