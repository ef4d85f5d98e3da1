/** Every sentence stands in the catalogues: none in templates, none in the code of the web floor. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../../src/i18n/catalogue.ts';
import { isMessageKey } from '../../../src/i18n/translate.ts';

const ROOT = join(import.meta.dirname, '../../..');

function filesOf(folder: string, extension: string): [string, string][] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .map((path) => [join(folder, path), readFileSync(join(ROOT, folder, path), 'utf8')]);
}

const TEMPLATES = filesOf('views', '.hbs');
const SOURCES = [...filesOf('src/web', '.ts'), ...filesOf('src/browser', '.ts')];
const VIETNAMESE = /[À-ỹĐđ]/;

/** What a reader would read: text between tags, and the attributes that are spoken or shown. */
function wordsOf(template: string): string[] {
  const bare = template
    .replace(/\{\{[^}]*\}\}/g, '')
    // What a button, a hidden field or a choice sends is not shown.
    .replace(/(<(?:button|input type="(?:hidden|radio|checkbox)")[^>]*?) value="[^"]*"/g, '$1');
  const shown = [...bare.matchAll(/\s(?:title|alt|aria-label|placeholder|value)="([^"]*)"/g)].map(
    (m) => m[1] ?? '',
  );
  const text = bare.replace(/<!doctype[^>]*>/gi, '').replace(/<[^>]*>/g, '\n');
  return [...shown, ...text.split('\n')].map((line) => line.trim()).filter((line) => /\p{L}/u.test(line));
}

/** String literals without comments; template literals lose what they interpolate. */
function literalsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map((m) =>
    (m[1] ?? m[2] ?? '').replace(/\$\{[^}]*\}/g, ''),
  );
}

/** Three words in a row, or a capital and then a word: prose, not a name of something. */
const PROSE = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b|\b[A-Z][a-z]+ [a-z]{2,}\b/;

describe('templates', () => {
  it('hold no words of their own', () => {
    expect(TEMPLATES.length).toBeGreaterThan(10);
    expect(TEMPLATES.flatMap(([path, text]) => wordsOf(text).map((words) => `${path}: ${words}`))).toEqual(
      [],
    );
  });

  it('ask only for sentences there are', () => {
    const asked = TEMPLATES.flatMap(([, text]) =>
      [...text.matchAll(/\bt '([^']+)'/g)].map((m) => m[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((key) => !isMessageKey(key))).toEqual([]);
  });
});

describe('every template', () => {
  it('is a page that is shown or a part of another', () => {
    const shown = filesOf('src', '.ts').flatMap(([, text]) => text.match(/'[a-z-]+\/[a-z-]+'/g) ?? []);
    const parts = TEMPLATES.flatMap(([path, text]) =>
      [...text.matchAll(/\{\{#?~?> *([\w/-]+)/g)].map(([, name]) => [name, path]),
    );
    const names = TEMPLATES.map(([path]) => [path.slice('views/'.length, -'.hbs'.length), path] as const);
    const unused = names.filter(
      ([name, own]) =>
        !shown.includes(`'${name}'`) && !parts.some(([part, path]) => part === name && path !== own),
    );
    expect(unused).toEqual([]);
  });
});

describe('the web floor', () => {
  it('holds no Vietnamese', () => {
    const found = SOURCES.flatMap(([path, text]) =>
      literalsOf(text)
        .filter((literal) => VIETNAMESE.test(literal))
        .map((literal) => `${path}: ${literal}`),
    );
    expect(found).toEqual([]);
  });

  it('holds no English prose but what only its programmers read', () => {
    const found = SOURCES.flatMap(([path, text]) =>
      literalsOf(text.replace(/new Error\((?:'[^']*'|`[^`]*`)\)/g, ''))
        .filter((literal) => PROSE.test(literal.replace(/<[^>]*>/g, '')))
        .map((literal) => `${path}: ${literal}`),
    );
    expect(found).toEqual([]);
  });

  it('asks only for sentences there are', () => {
    const keys = SOURCES.flatMap(([, text]) =>
      [...text.matchAll(/'(web\.[\w.-]+)'/g)].map((m) => m[1] ?? ''),
    );
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('leave no web sentence unused', () => {
    const used = [...TEMPLATES, ...SOURCES].map(([, text]) => text).join('\n');
    const built = [
      /^web\.(stage|holiday|holiday\.notice|language|failure|download|seat|print)\.\w/,
      /^web\.home\.until-/,
      /^web\.findings\.(left|leave|skill)$/,
    ];
    const unused = Object.keys(CATALOGUES.vi)
      .filter((key) => key.startsWith('web.'))
      .filter((key) => !used.includes(`'${key}'`) && !built.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});
