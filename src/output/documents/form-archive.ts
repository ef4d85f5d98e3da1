/** A form that somebody gave us, unpacked within bounds: which kind of file it is, and that its XML is sound and not too much. */

import type { Fault, Parsed } from '../../kernel/fault.ts';
import { isSoundXml } from '../../kernel/xml-bounds.ts';
import { unzip } from '../../kernel/zip-reader.ts';

/** A form is a few pages; with a scanned seal perhaps a megabyte. */
export const MOST_FORM_BYTES = 4 * 1024 * 1024;
const LIMITS = { mostEntries: 500, mostBytes: 40 * 1024 * 1024 };
/** A form of a few pages has a tenth of a megabyte. */
const MOST_XML_BYTES = 8_000_000;
/** The work of filling grows faster than their number. A form of a few pages has a hundred. */
const MOST_NAMES = 5_000;

export type FormFormat = 'docx' | 'xlsx';
const MAIN = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const;

export interface FormArchive {
  readonly format: FormFormat;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** @param file names the form in faults. */
export function openForm(
  form: Uint8Array,
  file: string,
  formats: readonly FormFormat[],
): Parsed<FormArchive> {
  const refuse = (key: string): { readonly ok: false; readonly faults: readonly Fault[] } => ({
    ok: false,
    faults: [{ key, params: {}, file }],
  });
  const either = formats.length > 1;
  if (form.length > MOST_FORM_BYTES) return refuse('fault.form.too-large');
  const unpacked = unzip(form, LIMITS);
  if (!unpacked.ok && unpacked.reason === 'not-zip' && either) return refuse('fault.form.not-form');
  if (!unpacked.ok) return refuse(`fault.form.${unpacked.reason}`);
  const { files } = unpacked;
  const notOne = either ? 'fault.form.not-form' : 'fault.form.not-word';
  const format = formats.find((each) => files.has(MAIN[each]));
  if (!format || !files.has('[Content_Types].xml')) return refuse(notOne);
  if ([...files.keys()].some((name) => /vbaProject\.bin$/i.test(name))) return refuse('fault.form.macro');
  let left = MOST_XML_BYTES;
  for (const [name, bytes] of files) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    left -= bytes.length;
    if (left < 0) return refuse('fault.form.too-large');
    const text = new TextDecoder().decode(bytes);
    if (!isSoundXml(text)) return refuse(notOne);
    if (text.split('{').length > MOST_NAMES) return refuse('fault.form.slow');
  }
  return { ok: true, value: { format, files }, warnings: [] };
}
