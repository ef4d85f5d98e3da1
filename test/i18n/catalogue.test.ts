import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUES, type MessageKey } from '../../src/i18n/catalogue.ts';
import { isMessageKey, translate } from '../../src/i18n/translate.ts';

const KEYS = Object.keys(CATALOGUES.vi).filter(isMessageKey);
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

const ROOT = resolve(import.meta.dirname, '../..');

/** Keys made of others: what is said of a file, said of a form (`formFault`) and of the ledger. */
const RENAMED = [
  [/^form\.fault\./, 'fault.json.'],
  [/^fault\.ledger\.person-/, 'fault.person.'],
] as const;

/** Whether sources or templates have the key, whole or as a template literal that it fits. */
function saidKeys(): (key: string) => boolean {
  const files = ['src', 'views'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|hbs)$/.test(path) && !/^i18n.(vi|en)\b/.test(path))
      .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
  );
  const whole = new Set(files.flatMap((text) => text.match(/[a-z][\w-]*(?:\.[\w-]+)+/gi) ?? []));
  const patterns = files
    .flatMap((text) => text.match(/`[\w.-]*\$\{[^`]*`/g) ?? [])
    .map((literal) => literal.slice(1, -1).split(/\$\{[^}]*\}/))
    .filter((pieces) => pieces.some((piece) => /^[\w-]+\.|^\.\w|^-\w+$/.test(piece)))
    .map((pieces) => new RegExp(`^${pieces.map((piece) => piece.replace(/[^\w-]/g, '\\$&')).join('(.+)')}$`));
  const fits = (key: string, pattern: RegExp): boolean => {
    const [, first = ''] = pattern.exec(key) ?? [];
    return first !== '' && (!pattern.source.startsWith('^(') || whole.has(first));
  };
  const heard = (key: string): boolean => whole.has(key) || patterns.some((pattern) => fits(key, pattern));
  return (key) => heard(key) || RENAMED.some(([made, from]) => heard(key.replace(made, from)));
}

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

  it('have no key that nobody says', () => {
    const said = saidKeys();
    expect(KEYS.filter((key) => !said(key))).toEqual([]);
    expect(said('no.such.key')).toBe(false);
  });

  it('say singular and plural of every figure that counts something, in English', () => {
    const forms = KEYS.flatMap((key) => [...CATALOGUES.en[key].matchAll(/\{\w+\|\w+\|(\w+)\}/g)]);
    const nouns = [...new Set(forms.map(([, plural = '']) => plural))].filter((plural) =>
      /s$|^people$/.test(plural),
    );
    expect(nouns).toEqual(expect.arrayContaining(['people', 'units', 'weekends']));
    // What the program itself bounds is more than one.
    const counted = new RegExp(
      `\\{(?!(?:most|least|all|minutes|length|wanted)\\})\\w+\\} (?:(?:more|new|other|hidden) )?(?:${nouns.join('|')})\\b`,
    );
    expect(KEYS.filter((key) => counted.test(CATALOGUES.en[key]))).toEqual([]);
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

const carried = (): string => 'phone';

describe('translate', () => {
  it('keeps a placeholder without a value in sight', () => {
    expect(translate('vi', 'duration.hours')).toBe('{hours} giờ');
  });

  it('says one and many', () => {
    const say = (count: number): string => translate('en', 'word.people', { count });
    expect([0, 1, 2, 1.5].map(say)).toEqual(['0 people', '1 person', '2 people', '1.5 people']);
    expect(translate('en', 'word.people', { count: '1' })).toBe('1 person');
    expect(translate('vi', 'word.people', { count: 1 })).toBe('1 người');
  });

  it('gives an unknown key back', () => {
    const carried: string = 'no.such.key';
    expect(translate('en', carried)).toBe('no.such.key');
    // @ts-expect-error: a key that is written out must be in the catalogue.
    expect(translate('en', 'web.seat')).toBe('web.seat');
  });

  it('takes a computed key only if the catalogue has all it can come to', () => {
    const field = (which: 'phone' | 'fone') =>
      // @ts-expect-error: one of the two is not in the catalogue.
      translate('en', `staff.field.${which}`);
    expect([field('phone'), field('fone')]).toEqual(['Phone', 'staff.field.fone']);
    // @ts-expect-error: nothing in the catalogue begins so.
    expect(translate('en', `staff.feld.${carried()}`)).toBe('staff.feld.phone');
    expect(translate('en', `staff.field.${carried()}`)).toBe('Phone');
  });

  it('writes figures the way of the language', () => {
    expect(translate('vi', 'duration.hours', { hours: 1234.5 })).toBe('1.234,5 giờ');
    expect(translate('en', 'duration.hours', { hours: 1234.5 })).toBe('1,234.5 h');
  });
});
