/**
 * The one adapter to Handlebars: templates are compiled at start, names that are missing from a model throw, and text is
 * always escaped. The only markup made here is the icon, the moon and the QR picture.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars, { type HelperOptions, type TemplateDelegate } from 'handlebars';
import type { Moon } from '../../calendar/moon.ts';
import { type Language, type MessageParams, translate } from '../../i18n/translate.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { type AssetFolders, type Assets, loadAssets } from './assets.ts';
import { MOON_DISC, MOON_VIEW_BOX, moonLightPath } from './moon-picture.ts';

/** For whom it is written. */
export interface Reader {
  readonly language: Language;
  /** Stands in every form; left out for pages without forms. */
  readonly formToken?: string;
}

export interface Renderer {
  /** The template `views/<feature>/<name>.hbs`, named `feature/name`, as HTML in UTF-8; throws when the model lacks a name it asks for. */
  render(view: string, model: object, reader: Reader): Buffer;
}

const KNOWN = {
  t: true,
  icon: true,
  moon: true,
  asset: true,
  style: true,
  symbols: true,
  markup: true,
  kept: true,
};

/** Markup made by this program, never by its users; only `markup` prints it unescaped. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

/** Made once for the folders: compiling takes longer than most pages. */
export const rendererOf: (folders: AssetFolders) => Renderer = onceFor(createRenderer);

function createRenderer(folders: AssetFolders): Renderer {
  const { viewsDir } = folders;
  const handlebars = Handlebars.create();
  // Indented with its partial, a text of several lines in a field would grow by that much with every sending.
  const options = { strict: true, knownHelpers: KNOWN, knownHelpersOnly: true, preventIndent: true } as const;
  registerWords(handlebars);
  registerKept(handlebars);
  registerPictures(handlebars, loadAssets(folders), readFileSync(join(viewsDir, 'symbols.svg'), 'utf8'));
  const compiled = new Map<string, TemplateDelegate>(
    templates(viewsDir).map(([name, source]) => [name, handlebars.compile(source, options)]),
  );
  for (const [name, template] of compiled) handlebars.registerPartial(name, template);
  return {
    render: (view, model, { language, formToken = '' }) => {
      const template = compiled.get(view);
      if (!template) throw new Error(`no template is named ${view}`);
      const filling: Filling = { language, formToken, kept: [] };
      return joined(template(model, { data: filling }), filling.kept);
    },
  };
}

/** What one rendering carries along, beside the model. */
interface Filling extends Required<Reader> {
  /** The octets to stand in the page at each mark, by its number. */
  readonly kept: Buffer[];
}

/** No text of a model reads so: its `<` is escaped. */
const MARK = /<kept (\d+)>/;

function joined(html: string, kept: readonly Buffer[]): Buffer {
  const pieces = html.split(MARK).map((piece, i) => (i % 2 === 0 ? Buffer.from(piece) : kept[Number(piece)]));
  return Buffer.concat(pieces.filter((piece) => piece !== undefined));
}

function templates(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => [
      file.slice(0, -'.hbs'.length).replaceAll(sep, '/'),
      readFileSync(join(folder, file), 'utf8'),
    ]);
}

/** `{{t 'key' name=value}}`: the sentence in the page's language. */
function registerWords(handlebars: typeof Handlebars): void {
  handlebars.registerHelper('t', (key: string, { data, hash }: HelperOptions) =>
    translate((data as { language: Language }).language, key, hash as MessageParams),
  );
}

/**
 * `{{#kept model}} … {{/kept}}`: rendered once for each model, as an object, and kept for as long as that is. What stands
 * inside depends on the model alone: no form, no name of who is signed in, no other `kept`. It is kept as octets, since
 * coding a large table anew for each reader would take longer than the rest of the page.
 */
function registerKept(handlebars: typeof Handlebars): void {
  const rendered = new WeakMap<object, Buffer>();
  handlebars.registerHelper('kept', function (this: unknown, model: object, { fn, data }: HelperOptions) {
    const octets = rendered.get(model) ?? Buffer.from(fn(this));
    rendered.set(model, octets);
    return `<kept ${(data as Filling).kept.push(octets) - 1}>`;
  });
}

function registerPictures(handlebars: typeof Handlebars, assets: Assets, symbols: string): void {
  const safe = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);
  const text = Handlebars.escapeExpression;
  handlebars.registerHelper('asset', (name: string) => assets.pathOf(name));
  handlebars.registerHelper('style', (name: string) => safe(`<style>${assets.inlineStyle(name)}</style>`));
  handlebars.registerHelper('symbols', () => safe(symbols.replace('<svg ', '<svg hidden ')));
  handlebars.registerHelper('markup', (value: Markup) => safe(value.html));
  handlebars.registerHelper('icon', (name: string, { hash }: HelperOptions) => {
    const { css = 'icon', inline = false } = hash as { css?: string; inline?: boolean };
    const file = inline ? '' : assets.pathOf('symbols.svg');
    return safe(
      `<svg class="${text(css)}" aria-hidden="true" focusable="false"><use href="${file}#${text(name)}"/></svg>`,
    );
  });
  handlebars.registerHelper('moon', (moon: Moon) => {
    const { centre, radius } = MOON_DISC;
    return safe(
      `<svg class="moon" viewBox="${MOON_VIEW_BOX}" aria-hidden="true" focusable="false">` +
        `<circle class="moon-disc" cx="${centre}" cy="${centre}" r="${radius}"/>` +
        `<path class="moon-light" d="${moonLightPath(moon)}"/></svg>`,
    );
  });
}
