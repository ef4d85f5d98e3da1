/** All pages share one style sheet, so a class has one home: a second page that takes the same name would bend the first. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const STYLES = join(ROOT, 'views/styles');
/** Sheets of documents that stand alone. */
const APART = ['sheet.css', 'feed-cards.css'];

const SHEETS = readdirSync(STYLES).map((name): [string, string] => [
  name,
  readFileSync(join(STYLES, name), 'utf8').replace(/\/\*.*?\*\//gs, ''),
]);

/** Everything that could give an element a class, or a style sheet a value. */
function said(): string {
  return ['views', 'src']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(ts|hbs|svg)$/.test(path) && !/^i18n.(vi|en)\b/.test(path))
        .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
    )
    .join('\n');
}

describe('style sheets', () => {
  it('name no class that no page has, and no value that nobody sets or takes', () => {
    const text = said();
    const words = new Set(text.match(/[a-z][\w-]*/gi));
    // Classes made of a word and what varies: `month-{{kind}}`.
    const begun = [...new Set(text.match(/[a-z][\w-]*-(?=\{\{|\$\{)/g))];
    const ends = (rest: string): boolean => words.has(rest) || /^\d+$/.test(rest);
    const isSaid = (name: string): boolean =>
      words.has(name) || begun.some((each) => name.startsWith(each) && ends(name.slice(each.length)));
    const dead = SHEETS.flatMap(([file, css]) =>
      [...new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name))]
        .filter((name) => !isSaid(name))
        .map((name) => `${file} .${name}`),
    );
    expect(dead).toEqual([]);
    expect(isSaid('month-zebra')).toBe(false);
    const all = SHEETS.map(([, css]) => css).join('\n');
    const set = new Set(
      [...`${all}${text}`.matchAll(/(?<!\()(--[a-z][\w-]*)['"]?\s*[:,]/g)].map(([, name]) => name),
    );
    const taken = new Set([...`${all}${text}`.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    expect([...taken].filter((name) => !set.has(name))).toEqual([]);
    const own = [...all.matchAll(/[{;\s](--[\w-]+)\s*:/g)].map(([, name]) => name);
    expect(own.filter((name) => !taken.has(name))).toEqual([]);
  });

  it('define each class in one file', () => {
    const homes = new Map<string, Set<string>>();
    for (const [file, css] of SHEETS.filter(([name]) => !APART.includes(name))) {
      for (const [, selectors = ''] of css.matchAll(/([^{}]+)\{/g)) {
        for (const [, name = ''] of selectors.matchAll(/(?:^|,)\s*\.([a-z0-9-]+)\s*(?=,|$)/g)) {
          homes.set(name, (homes.get(name) ?? new Set()).add(file));
        }
      }
    }
    expect(homes.size).toBeGreaterThan(200);
    const shared = [...homes].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files]);
    expect(shared).toEqual([]);
  });
});
