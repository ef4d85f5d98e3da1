/**
 * Fills the unit's own Word form, and the only adapter to `docxtemplater` and `pizzip`. A form is a .docx with names
 * between braces; every fault of it is told with the name it stands at, and nothing is half-filled.
 */

import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Fault, Parsed } from '../../kernel/fault.ts';
import { unknownWord } from '../../kernel/nearest.ts';
import { contextOf, type DocumentRequest } from './document-request.ts';
import { openForm } from './form-archive.ts';
import type { FormContent } from './form-text.ts';
import {
  FORM_LOOPS,
  FORM_NAMES,
  type FormScope,
  formValues,
  LOOP_OUTSIDE,
  postNames,
} from './form-values.ts';
import { wholeInWord, withBindingHyphens } from './line-breaks.ts';
import { mergeFormCells } from './merge-form-cells.ts';

const MOST_FAULTS = 50;

/** `file` names the form in faults. The same form and roster give the same words, not the same bytes. */
export function fillWordForm(form: Uint8Array, file: string, request: DocumentRequest): Parsed<Uint8Array> {
  const opened = openForm(form, file, ['docx']);
  if (!opened.ok) return opened;
  const context = contextOf(request);
  return fillWord(opened.value.files, file, {
    values: formValues(context),
    names: [...FORM_NAMES, ...postNames(context.sheet)],
    loops: FORM_LOOPS,
    outside: LOOP_OUTSIDE,
  });
}

/** What was unpacked here is packed anew, so that no other reading of the archive is met. */
export function fillWord(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  content: FormContent,
): Parsed<Uint8Array> {
  const zip = zipOf(files);
  const known = new Set<string>([
    ...content.names,
    ...Object.entries(content.loops).flatMap(([loop, names]) => [loop, ...names]),
  ]);
  const absent = new Set<string>();
  try {
    const template = new Docxtemplater(zip, {
      linebreaks: true,
      paragraphLoop: true,
      parser: (tag) => ({ get: (scope: FormScope) => asSet(scope[tag.trim()]) }),
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
    finish(zip);
    return { ok: true, value: zip.generate(PACKING), warnings: [] };
  } catch (error) {
    return { ok: false, faults: templateFaults(error, file) };
  }
}

function asSet(value: FormScope[string] | undefined): FormScope[string] | undefined {
  return typeof value === 'string' ? wholeInWord(value) : value;
}

const PACKING = { type: 'uint8array', compression: 'DEFLATE' } as const;

function zipOf(files: ReadonlyMap<string, Uint8Array>): PizZip {
  const zip = new PizZip();
  for (const [name, bytes] of files) zip.file(name, bytes);
  return zip;
}

/** A form of another kind, packed as a Word form is. */
export function packed(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipOf(files).generate(PACKING);
}

/** What the library cannot write. Headers and footers have no lists, and no cells to merge. */
function finish(zip: PizZip): void {
  for (const file of zip.file(/^word\/(?:document|header\d*|footer\d*)\.xml$/)) {
    zip.file(file.name, withBindingHyphens(mergeFormCells(file.asText())));
  }
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
