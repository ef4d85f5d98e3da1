/** Office files as archives of XML, unpacked within bounds and looked over before any library reads them. */

import { isSoundXml } from '../../kernel/xml-bounds.ts';
import { unzip } from '../../kernel/zip-reader.ts';

/** Pictures and all: a list of 5,000 people with 20 columns is about 6 MB of XML. */
const LIMITS = { mostEntries: 500, mostBytes: 24_000_000 };
const MOST_XML_BYTES = 12_000_000;

export type OpenedOffice =
  | {
      readonly ok: true;
      readonly xml: ReadonlyMap<string, Uint8Array>;
      /** Small parts that are no XML: OpenDocument names its kind in one. */
      readonly others: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly ok: false; readonly key: string };

/** XLSX, ODS, DOCX and other Office files are ZIP archives: "PK\u0003\u0004". */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

export function openOffice(bytes: Uint8Array): OpenedOffice {
  const opened = unzip(bytes, LIMITS);
  if (!opened.ok) {
    const key = opened.reason === 'too-large' ? 'fault.workbook.bomb' : 'fault.workbook.unreadable';
    return { ok: false, key };
  }
  const files = [...opened.files];
  const xml = new Map(files.filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels')));
  const size = [...xml.values()].reduce((sum, content) => sum + content.length, 0);
  if (size > MOST_XML_BYTES) return { ok: false, key: 'fault.workbook.bomb' };
  for (const content of xml.values()) {
    if (!isSoundXml(new TextDecoder().decode(content)))
      return { ok: false, key: 'fault.workbook.unreadable' };
  }
  return { ok: true, xml, others: new Map(files.filter(([name]) => name === 'mimetype')) };
}
