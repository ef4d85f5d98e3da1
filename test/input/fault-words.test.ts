/** Every fault the program can tell has its sentence, and every sentence its figures. */

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMessageKey, translate } from '../../src/i18n/translate.ts';
import { faultsVi } from '../../src/i18n/vi/faults.ts';
import { parse } from './case-fixture.ts';

const SRC = resolve(import.meta.dirname, '../../src');

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('i18n/'),
);
const SOURCES = FILES.map((file) => readFileSync(resolve(SRC, file), 'utf8')).join('\n');
const KEYS = [
  ...new Set([...SOURCES.matchAll(/'(fault\.[a-z][a-z0-9.-]*[a-z0-9])'/g)].map((match) => match[1] ?? '')),
];
/** Looked up by `unknownWord`, which adds `-near` when it has a suggestion. */
const GUESSED = [...SOURCES.matchAll(/unknownWord\(\s*'(fault\.[a-z.-]+)'/g)].map(
  (match) => `${match[1]}-near`,
);

describe('sentences of faults', () => {
  it('are there for every key in the sources', () => {
    expect(KEYS.length).toBeGreaterThan(70);
    expect([...KEYS, ...GUESSED].filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('are all used', () => {
    const built = /^fault\.(json\.(number|text|list)-(small|big)|ledger\.person-.*)$/;
    const known = new Set([...KEYS, ...KEYS.map((key) => `${key}-near`)]);
    expect(Object.keys(faultsVi).filter((key) => !known.has(key) && !built.test(key))).toEqual([]);
  });

  it('say what, which value and what to try', () => {
    const parsed = parse({
      staff: 'name,phone,skills\nLê Văn An,12,giám sát\n=1,,\n',
      leave: 'name,from\nLê Văn Ân Anh,31/02/2027\n',
      period: { id: 'x', name: 'x', start: 'mai', end: '2027-02-07T06:00', holiday: [] },
    });
    const say = parsed.ok ? [] : parsed.faults.map(({ key, params }) => translate('vi', key, params));
    expect(say).toMatchInlineSnapshot(`
      [
        "“12” không phải số điện thoại: cần ít nhất 9 chữ số, chỉ gồm số, dấu cách và dấu +. Có thể ô ghi hai số: hãy giữ một.",
        "“=1” bắt đầu như một công thức, không phải tên người. Có thể ô chứa công thức: hãy dán lại dạng giá trị.",
        "Không có ngày 31/02/2027 trên lịch. Có thể ghi nhầm ngày hoặc tháng.",
        "Không có mục “holiday”. Có thể là “holidays”.",
      ]
    `);
    expect(say.join()).not.toMatch(/[{}]/);
  });
});
