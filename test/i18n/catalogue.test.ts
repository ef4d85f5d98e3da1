import { describe, expect, it } from 'vitest';
import { CATALOGUES, type MessageKey } from '../../src/i18n/catalogue.ts';
import { isMessageKey, translate } from '../../src/i18n/translate.ts';

const KEYS = Object.keys(CATALOGUES.vi).filter(isMessageKey);
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

describe('catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(CATALOGUES.en).sort()).toEqual([...KEYS].sort());
    expect(KEYS.length).toBeGreaterThan(40);
  });

  it('are written in NFC, without stray white space, and say something', () => {
    const bad = KEYS.filter((key) =>
      [CATALOGUES.vi[key], CATALOGUES.en[key]].some(
        (text) => text.normalize('NFC') !== text || text.trim() !== text || text === '',
      ),
    );
    expect(bad).toEqual([]);
  });

  it('name the same figures in both languages, lunar numerals aside', () => {
    const differ = KEYS.filter(
      (key: MessageKey) =>
        !key.startsWith('lunar.') &&
        placeholders(CATALOGUES.vi[key]).join() !== placeholders(CATALOGUES.en[key]).join(),
    );
    expect(differ).toEqual([]);
  });
});

describe('translate', () => {
  it('keeps a placeholder without a value in sight', () => {
    expect(translate('vi', 'duration.hours')).toBe('{hours} giờ');
  });

  it('gives an unknown key back', () => {
    expect(translate('en', 'no.such.key')).toBe('no.such.key');
  });

  it('writes figures the way of the language', () => {
    expect(translate('vi', 'duration.hours', { hours: 1234.5 })).toBe('1.234,5 giờ');
    expect(translate('en', 'duration.hours', { hours: 1234.5 })).toBe('1,234.5 h');
  });
});
