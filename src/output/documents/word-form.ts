/**
 * Fills the unit's own Word form, and the only adapter to `docxtemplater` and `pizzip`. A form is a .docx with names
 * between braces; every fault of it is told with the name it stands at, and nothing is half-filled.
 */

import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Fault, Parsed } from '../../kernel/fault.ts';
import { unknownWord } from '../../kernel/nearest.ts';
import { isSoundXml } from '../../kernel/xml-bounds.ts';
import { unzip } from '../../kernel/zip-reader.ts';
import { contextOf, type DocumentRequest } from './document-request.ts';
import {
  FORM_LOOPS,
  FORM_NAMES,
  type FormScope,
  formValues,
  LOOP_OUTSIDE,
  postNames,
} from './form-values.ts';
import { mergeFormCells } from './merge-form-cells.ts';

/** A form is a few pages; with a scanned seal perhaps a megabyte. */
export const MOST_FORM_BYTES = 4 * 1024 * 1024;
const LIMITS = { mostEntries: 500, mostBytes: 40 * 1024 * 1024 };
/** A form of a few pages has a tenth of a megabyte. */
const MOST_XML_BYTES = 8_000_000;
/** The library's work grows faster than their number. A form of a few pages has a hundred. */
const MOST_NAMES = 5_000;
const MOST_FAULTS = 50;

/** `file` names the form in faults. The same form and roster give the same words, not the same bytes. */
export function fillWordForm(form: Uint8Array, file: string, request: DocumentRequest): Parsed<Uint8Array> {
  return fillForm(form, file, () => {
    const context = contextOf(request);
    return {
      values: formValues(context),
      names: [...FORM_NAMES, ...postNames(context.sheet)],
      loops: FORM_LOOPS,
      outside: LOOP_OUTSIDE,
    };
  });
}

/** What a form may ask for. */
export interface FormContent {
  readonly values: FormScope;
  /** Outside every loop, besides the loops themselves. */
  readonly names: readonly string[];
  readonly loops: Readonly<Record<string, readonly string[]>>;
  /** Which loop another one stands in. */
  readonly outside: Readonly<Partial<Record<string, string>>>;
}

/** @param contentOf asked only for a form that can be read. */
export function fillForm(form: Uint8Array, file: string, contentOf: () => FormContent): Parsed<Uint8Array> {
  const refuse = (key: string, params: Fault['params'] = {}): Parsed<Uint8Array> => ({
    ok: false,
    faults: [{ key, params, file }],
  });
  if (form.length > MOST_FORM_BYTES) return refuse('fault.form.too-large');
  const unpacked = unzip(form, LIMITS);
  if (!unpacked.ok) return refuse(`fault.form.${unpacked.reason}`);
  const { files } = unpacked;
  if (!files.has('[Content_Types].xml') || !files.has('word/document.xml'))
    return refuse('fault.form.not-word');
  if ([...files.keys()].some((name) => /vbaProject\.bin$/i.test(name))) return refuse('fault.form.macro');
  let left = MOST_XML_BYTES;
  for (const [name, bytes] of files) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    left -= bytes.length;
    if (left < 0) return refuse('fault.form.too-large');
    const text = new TextDecoder().decode(bytes);
    if (!isSoundXml(text)) return refuse('fault.form.not-word');
    if (text.split('{').length > MOST_NAMES) return refuse('fault.form.slow');
  }
  return fill(files, file, contentOf());
}

/** What was unpacked here is packed anew, so that no other reading of the archive is met. */
function fill(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  content: FormContent,
): Parsed<Uint8Array> {
  const zip = new PizZip();
  for (const [name, bytes] of files) zip.file(name, bytes);
  const known = new Set<string>([
    ...content.names,
    ...Object.entries(content.loops).flatMap(([loop, names]) => [loop, ...names]),
  ]);
  const absent = new Set<string>();
  try {
    const template = new Docxtemplater(zip, {
      linebreaks: true,
      paragraphLoop: true,
      parser: (tag) => ({ get: (scope: FormScope) => scope[tag.trim()] }),
      nullGetter: ({ value, module }: { readonly value: string; readonly module?: string }) => {
        absent.add(value.trim());
        return module === 'loop' ? [] : '';
      },
      errorLogging: false,
    });
    template.render(content.values);
    const faults = [...absent]
      .slice(0, MOST_FAULTS)
      .map((name) => absentFault(name, content, { known, file }));
    if (faults.length > 0) return { ok: false, faults };
    mergeMarked(zip);
    const filled = zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
    return { ok: true, value: filled, warnings: [] };
  } catch (error) {
    return { ok: false, faults: templateFaults(error, file) };
  }
}

/** Headers and footers have no lists. */
function mergeMarked(zip: PizZip): void {
  const name = 'word/document.xml';
  zip.file(name, mergeFormCells(zip.file(name)?.asText() ?? ''));
}

/** Either nobody's name, or one that stands outside the loop it belongs to. */
function absentFault(
  name: string,
  { loops: all, outside }: FormContent,
  { known, file }: { readonly known: ReadonlySet<string>; readonly file: string },
): Fault {
  if (!known.has(name)) return { file, ...unknownWord('fault.form.unknown', name, known) };
  const loops = Object.entries(all).filter(([, names]) => names.includes(name));
  const loop = outside[name] ?? loops.map(([each]) => each)[0] ?? Object.keys(all)[0] ?? '';
  return { file, key: 'fault.form.misplaced', params: { loop }, value: name };
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ['unopened_tag', 'fault.form.unopened'],
  ['duplicate_close_tag', 'fault.form.unopened'],
  ['unclosed_tag', 'fault.form.unclosed'],
  ['duplicate_open_tag', 'fault.form.unclosed'],
  ['unclosed_loop', 'fault.form.unclosed-loop'],
  ['unopened_loop', 'fault.form.unopened-loop'],
  ['closing_tag_does_not_match_opening_tag', 'fault.form.unopened-loop'],
  ['unbalanced_loop_tags', 'fault.form.unclosed-loop'],
  ['file_has_invalid_xml', 'fault.form.not-word'],
  ['malformed_xml', 'fault.form.not-word'],
]);

interface TemplateProperties {
  readonly id?: string;
  readonly xtag?: string;
  readonly context?: string;
  readonly errors?: readonly { readonly properties?: TemplateProperties }[];
}

/** The library tells one error, or several in one; what else it throws comes of a file that is no Word document. */
function templateFaults(error: unknown, file: string): Fault[] {
  if (!(error instanceof Error) || !('properties' in error)) {
    return [{ key: 'fault.form.not-word', params: {}, file }];
  }
  const properties = error.properties as TemplateProperties;
  const all = properties.errors?.map((each) => each.properties ?? {}) ?? [properties];
  const faults = all.slice(0, MOST_FAULTS).map(({ id = '', xtag, context }) => ({
    file,
    key: KEYS.get(id) ?? 'fault.form.other',
    params: { detail: id },
    value: (xtag ?? context ?? '').slice(0, 60),
  }));
  // Two braces too many are told twice by the library.
  return [...new Map(faults.map((fault) => [`${fault.key} ${fault.value}`, fault])).values()];
}
