import { describe, expect, it } from 'vitest';
import { compareNames, foldForSearch, givenName, normaliseName } from '../../src/kernel/names.ts';
import { createRandom } from '../../src/kernel/random.ts';

describe('names', () => {
  it('sorts by given name, then by the whole name, the Vietnamese way', () => {
    const names = [
      'Vũ Tiến Long',
      'Đỗ Hải Đăng',
      'Bùi Đức Anh',
      'Nguyễn Văn Dũng',
      'An Đức Anh',
      'Lê Quang Duy',
    ];
    expect(names.sort(compareNames)).toEqual([
      'An Đức Anh',
      'Bùi Đức Anh',
      'Nguyễn Văn Dũng',
      'Lê Quang Duy',
      'Đỗ Hải Đăng',
      'Vũ Tiến Long',
    ]);
  });

  it('reads decomposed text as the same name', () => {
    expect(normaliseName('  Nguyễn  Hữu Khánh '.normalize('NFD'))).toBe('Nguyễn Hữu Khánh'.normalize('NFC'));
  });

  it('finds without diacritics', () => {
    expect(foldForSearch('Đặng Thu Cúc')).toBe('dang thu cuc');
    expect(givenName('Đặng Thu Cúc')).toBe('Cúc');
    expect(givenName('Cúc')).toBe('Cúc');
  });
});

describe('random', () => {
  it('gives the same stream for the same seed, another for another', () => {
    const stream = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.next()
        )(createRandom(seed)),
      );
    expect(stream(7)).toEqual(stream(7));
    expect(stream(7)).not.toEqual(stream(8));
  });

  it('stays in range and fills it', () => {
    const random = createRandom(1);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const at = random.below(10);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(counts.reduce((a, b) => a + b)).toBe(10_000);
  });
});
