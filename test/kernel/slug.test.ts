import { describe, expect, it } from 'vitest';
import { freeSlug, slugOf } from '../../src/kernel/slug.ts';

describe('a slug', () => {
  it.each([
    ['Quốc khánh 2027', 'quoc-khanh-2027'],
    ['  Nguyễn Hữu Khánh ', 'nguyen-huu-khanh'],
    ['Đặng--Thị “Đào”', 'dang-thi-dao'],
    ['một tên dài hơn mức cho phép', 'mot-ten-dai-hon-muc'],
    ['李', 'none'],
    ['', 'none'],
  ])('of %j is %j', (text, slug) => {
    expect(slugOf(text, { most: 20, fallback: 'none' })).toBe(slug);
  });

  it('is numbered when it is taken', () => {
    expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3');
  });
});
