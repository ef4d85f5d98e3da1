/**
 * Style sheets, symbols, fonts and scripts, read once and served from memory under names that carry a hash of the
 * content, so that browsers may keep them for ever. It does not know which page uses what.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onceFor } from '../../kernel/once-for.ts';

export interface Asset {
  readonly body: Buffer;
  readonly type: string;
}

export interface Assets {
  /** Public path of a named asset: `app.css` → `/assets/app.3f9c2a71d0.css`. Throws on a name that is not there. */
  pathOf(name: string): string;
  /** By file name as in the path; undefined when nothing has that name. */
  find(file: string): Asset | undefined;
  /** A style sheet with its fonts inside it, for pages that stand alone on a disk. */
  inlineStyle(name: string): string;
}

export interface AssetFolders {
  /** Templates and style sheets. */
  readonly viewsDir: string;
  /** Where the packages of fonts stand: `node_modules`. */
  readonly fontsDir: string;
  /** What `src/browser` compiles to. */
  readonly scriptsDir: string;
}

const APP_STYLES = [
  'tokens',
  'fonts',
  'base',
  'layout',
  'components',
  'home',
  'roster',
  'people',
  'documents',
  'forms',
  'dates',
  'editor',
  'run',
  'access',
  'compare',
  'replacements',
  'own',
  'log',
  'notices',
  'wall',
  'feeds',
  'staff',
  'setup',
  'units',
  'systems',
  'overview',
  'incidents',
  'person',
  'orders',
];
const SHEET_STYLES = ['tokens', 'fonts', 'sheet'];
const CARD_STYLES = ['tokens', 'fonts', 'feed-cards'];
const PICTURES = ['symbols.svg', 'favicon.svg', 'icon-192.png', 'icon-512.png'];
/** A script comes after those it imports. */
const SCRIPTS = [
  'at-once.js',
  'folds.js',
  'parts.js',
  'dates.js',
  'page.js',
  'print.js',
  'run.js',
  'grid-keys.js',
  'seat-drag.js',
  'toast.js',
  'seat-edits.js',
  'seat-panel.js',
  'seat-selection.js',
  'grid-clipboard.js',
  'grid-find.js',
  'editor.js',
  'copy.js',
  'passkey.js',
  'sign.js',
  'preview.js',
  'documents.js',
  'wall.js',
  'staff-search.js',
  'overview.js',
  'countdown.js',
  'incident.js',
  'device.js',
  'own.js',
  'log.js',
  'kept-lines.js',
  'shift.js',
  'service-worker.js',
  'ask.js',
  'import.js',
  'orders.js',
  'answer.js',
];
/** By the folder of their package; the second has every weight in one file. */
const FONTS = [
  ...[400, 500, 600, 700].flatMap((weight) => [
    `@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${weight}-normal.woff2`,
    `@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-${weight}-normal.woff2`,
  ]),
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
];
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  woff2: 'font/woff2',
};
/** What a script imports, from the folder it stands in. */
const IMPORT = /(from|import) '\.\/([\w-]+\.js)'/g;
/** What a style sheet refers to, by its plain name. */
const REFERENCE = /url\("([\w.-]+)"\)/g;

function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 10);
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Read once for the folders, however many servers a process has. */
export const loadAssets: (folders: AssetFolders) => Assets = onceFor(readAssets);

function readAssets({ viewsDir, fontsDir, scriptsDir }: AssetFolders): Assets {
  const fileOf = new Map<string, string>();
  const assets = new Map<string, Asset>();
  const dataAddress = (name: string): string => {
    const asset = assets.get(fileOf.get(name) ?? '');
    const [type] = (asset?.type ?? '').split(';');
    return `data:${type};base64,${asset?.body.toString('base64') ?? ''}`;
  };
  const pathOf = (name: string): string => {
    const file = fileOf.get(name);
    if (!file) throw new Error(`no asset is named ${name}`);
    return `/assets/${file}`;
  };
  const add = (name: string, body: Buffer): void => {
    const extension = extensionOf(name);
    const file = `${name.slice(0, -extension.length)}${hashOf(body)}.${extension}`;
    fileOf.set(name, file);
    assets.set(file, { body, type: TYPES[extension] ?? 'application/octet-stream' });
  };
  for (const font of FONTS) add(basename(font), readFileSync(join(fontsDir, font)));
  for (const name of PICTURES) add(name, readFileSync(join(viewsDir, name)));
  const source = (names: readonly string[]): string =>
    names.map((name) => readFileSync(join(viewsDir, 'styles', `${name}.css`), 'utf8')).join('\n');
  const styles = new Map([
    ['app.css', source(APP_STYLES)],
    ['sheet.css', source(SHEET_STYLES)],
    ['feed-cards.css', source(CARD_STYLES)],
  ]);
  for (const [name, css] of styles) {
    add(name, Buffer.from(css.replace(REFERENCE, (_, asset: string) => `url("${pathOf(asset)}")`)));
  }
  for (const name of SCRIPTS) {
    const script = readFileSync(join(scriptsDir, name), 'utf8');
    add(
      name,
      Buffer.from(script.replace(IMPORT, (_, word: string, asset: string) => `${word} '${pathOf(asset)}'`)),
    );
  }
  return {
    pathOf,
    find: (file) => assets.get(file),
    inlineStyle: (name) =>
      (styles.get(name) ?? '').replace(REFERENCE, (_, asset: string) => `url("${dataAddress(asset)}")`),
  };
}
