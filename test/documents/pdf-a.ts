/**
 * Rules of PDF/A-2b (ISO 19005-2) that a program which sets text, lines and codes can break, each by its clause. It is not the
 * whole of the standard: pictures, compressed objects and layers, which these files have none of, are refused as such.
 */

import { contentOf, operationsOf } from './pdf-content.ts';
import {
  entry,
  found,
  isDictionary,
  listOf,
  nameOf,
  type PdfFile,
  type PdfValue,
  pageObjects,
  streamOf,
  textOf,
} from './pdf-objects.ts';

export function pdfAFaults(file: PdfFile): string[] {
  return [
    ...syntaxFaults(file),
    ...intentFaults(file),
    ...metadataFaults(file),
    ...fontFaults(file),
    ...graphicFaults(file),
    ...annotationFaults(file),
    ...catalogueFaults(file),
  ];
}

const dictionaries = (file: PdfFile): [number, PdfValue][] =>
  [...file.objects].filter(([, value]) => isDictionary(value));

const typed = (file: PdfFile, type: string): [number, PdfValue][] =>
  dictionaries(file).filter(([, value]) => nameOf(entry(file, value, 'Type')) === type);

const rootOf = (file: PdfFile): PdfValue | undefined => entry(file, file.trailer, 'Root');

/** 6.1.2 header, 6.1.3 trailer, 6.1.7 streams, 6.1.13 limits of an implementation. */
function syntaxFaults(file: PdfFile): string[] {
  const faults: string[] = [];
  if (!/^%PDF-1\.[2-7]\r?\n%[\x80-\xff]{4}/.test(file.text))
    faults.push('6.1.2: no header with four high octets');
  if (!/%%EOF\r?\n?$/.test(file.text)) faults.push('6.1.3: something behind the end');
  const id = listOf(entry(file, file.trailer, 'ID'));
  if (id.length !== 2 || id.some((each) => !textOf(each))) faults.push('6.1.3: no ID in the trailer');
  if (file.trailer.entries.has('Encrypt')) faults.push('6.1.3: encrypted');
  for (const [number, value] of dictionaries(file)) {
    if (!isDictionary(value) || value.stream === undefined) continue;
    const { streamEnd: end = 0 } = value;
    if (!/^\r?\n?endstream/.test(file.text.slice(end, end + 12))) faults.push(`6.1.7: length of ${number}`);
    for (const key of ['F', 'FFilter', 'FDecodeParms']) {
      if (value.entries.has(key)) faults.push(`6.1.7: /${key} in stream ${number}`);
    }
    const filter = entry(file, value, 'Filter');
    const filters = (Array.isArray(filter) ? filter : [filter]).map(nameOf);
    if (filters.some((name) => name !== undefined && name !== 'FlateDecode'))
      faults.push(`6.1.7: filter of ${number}`);
    if (/^(?:ObjStm|XRef)$/.test(nameOf(entry(file, value, 'Type')) ?? ''))
      faults.push(`object stream ${number}`);
  }
  if (file.objects.size > 8_388_607) faults.push('6.1.13: too many objects');
  return faults;
}

/** 6.2.3: one intent of an RGB profile, since colours are named in grey and RGB. */
function intentFaults(file: PdfFile): string[] {
  const intents = listOf(entry(file, rootOf(file), 'OutputIntents')).filter(
    (each) => nameOf(entry(file, each, 'S')) === 'GTS_PDFA1',
  );
  const [intent] = intents;
  if (!intent || intents.length !== 1) return ['6.2.3: not one output intent'];
  const profile = entry(file, intent, 'DestOutputProfile');
  const icc = streamOf(file, profile);
  const kinds: Readonly<Record<string, number>> = { 'RGB ': 3, GRAY: 1, CMYK: 4 };
  return [
    ...(icc.slice(36, 40) === 'acsp' ? [] : ['6.2.3: no ICC profile']),
    ...(Number.parseInt(icc.charCodeAt(8).toString(), 10) <= 4 ? [] : ['6.2.3: a profile later than 4']),
    ...(kinds[icc.slice(16, 20)] === entry(file, profile, 'N') ? [] : ['6.2.3: /N is not the profile’s']),
    ...(icc.slice(16, 20) === 'RGB ' ? [] : ['6.2.4.3: no RGB profile for RGB colours']),
  ];
}

/** 6.6.2: XMP that names the standard and says what the information dictionary says. */
function metadataFaults(file: PdfFile): string[] {
  const metadata = entry(file, rootOf(file), 'Metadata');
  if (metadata === undefined) return ['6.6.2: no metadata'];
  const xmp = Buffer.from(streamOf(file, metadata), 'latin1').toString('utf8');
  const faults: string[] = [];
  if (!/<pdfaid:part>2<\/pdfaid:part>/.test(xmp)) faults.push('6.6.4: no part');
  if (!/<pdfaid:conformance>B<\/pdfaid:conformance>/.test(xmp)) faults.push('6.6.4: no conformance');
  if (!xmp.includes('http://www.aiim.org/pdfa/ns/id/')) faults.push('6.6.4: no name space');
  const info = entry(file, file.trailer, 'Info');
  const said: readonly (readonly [string, RegExp])[] = [
    ['Title', /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</],
    ['Author', /<dc:creator>[\s\S]*?<rdf:li[^>]*>([^<]*)</],
    ['Creator', /<xmp:CreatorTool>([^<]*)</],
    ['Producer', /<pdf:Producer>([^<]*)</],
  ];
  for (const [key, pattern] of said) {
    const text = textOf(entry(file, info, key));
    const plain = (pattern.exec(xmp)?.[1] ?? '').replace(/&(?:amp|lt|gt|quot|apos);/g, unescapedEntity);
    if (text !== undefined && text !== plain)
      faults.push(`6.6.3: ${key} “${text}” is “${plain}” in the metadata`);
  }
  const created = textOf(entry(file, info, 'CreationDate'))
    ?.replace(/\D/g, '')
    .slice(0, 14);
  const stamped = /<xmp:CreateDate>([^<]*)</.exec(xmp)?.[1]?.replace(/\D/g, '').slice(0, 14);
  if (created !== undefined && created !== stamped) faults.push(`6.6.3: made ${created} or ${stamped}`);
  return faults;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};
const unescapedEntity = (entity: string): string => ENTITIES[entity] ?? entity;

/** 6.2.11: programs inside, ways back to letters, widths, no letter that is missing. */
function fontFaults(file: PdfFile): string[] {
  const faults: string[] = [];
  for (const [number, font] of typed(file, 'Font')) {
    const subtype = nameOf(entry(file, font, 'Subtype'));
    if (subtype === 'Type0') {
      if (!entry(file, font, 'ToUnicode')) faults.push(`6.2.11.7: font ${number} without a way to Unicode`);
      if (nameOf(entry(file, font, 'Encoding')) !== 'Identity-H')
        faults.push(`6.2.11.3.3: encoding of ${number}`);
      continue;
    }
    if (!subtype?.startsWith('CIDFontType')) {
      faults.push(`font ${number} of another kind: ${subtype}`);
      continue;
    }
    const descriptor = entry(file, font, 'FontDescriptor');
    const program = subtype === 'CIDFontType2' ? 'FontFile2' : 'FontFile3';
    if (!entry(file, descriptor, program)) faults.push(`6.2.11.4.1: font ${number} not embedded`);
    if (
      subtype === 'CIDFontType2' &&
      nameOf(entry(file, font, 'CIDToGIDMap')) !== 'Identity' &&
      !entry(file, font, 'CIDToGIDMap')
    ) {
      faults.push(`6.2.11.3.2: font ${number} without a map to glyphs`);
    }
    if (!entry(file, font, 'CIDSystemInfo'))
      faults.push(`6.2.11.3.1: font ${number} of no character collection`);
    faults.push(...subsetFaults(file, { number, font, descriptor }));
  }
  return faults;
}

/** 6.2.11.4.2: a CIDSet, where there is one, names every glyph there is; a subset is named as one (ISO 32000-2, 9.9.2). */
function subsetFaults(
  file: PdfFile,
  { number, font, descriptor }: { number: number; font: PdfValue; descriptor: PdfValue | undefined },
): string[] {
  const base = nameOf(entry(file, font, 'BaseFont')) ?? '';
  const faults = /^[A-Z]{6}\+/.test(base) ? [] : [`6.2.11.4.2: ${base} is named as no subset`];
  const set = entry(file, descriptor, 'CIDSet');
  if (set === undefined) return faults;
  const bits = streamOf(file, set);
  const last = bits.length * 8;
  return highestGlyph(listOf(entry(file, font, 'W'))) < last
    ? faults
    : [...faults, `6.2.11.4.2: the CIDSet of ${number} ends before its widths`];
}

/** `first [width …]` or `first last width` (ISO 32000-2, 9.7.4.3). */
function highestGlyph(widths: readonly PdfValue[]): number {
  let highest = 0;
  for (let i = 0; i < widths.length; ) {
    const [first, next] = [Number(widths[i]), widths[i + 1]];
    const isList = Array.isArray(next);
    highest = Math.max(highest, isList ? first + listOf(next).length - 1 : Number(next));
    i += isList ? 2 : 3;
  }
  return highest;
}

const BLENDS = new Set(['Normal', 'Compatible']);

/** 6.2.2 operators, 6.2.4.3 colours, 6.2.5 states, 6.2.9 forms, 6.2.10 transparency, 6.1.13 nesting, 6.2.11.8 letters. */
function graphicFaults(file: PdfFile): string[] {
  const faults: string[] = [];
  for (const [number, value] of dictionaries(file)) {
    const subtype = nameOf(entry(file, value, 'Subtype'));
    if (subtype === 'Image' && entry(file, value, 'Interpolate') === true)
      faults.push(`6.2.8: picture ${number}`);
    if (subtype === 'Form' && (entry(file, value, 'Ref') || entry(file, value, 'PS')))
      faults.push(`6.2.9: form ${number}`);
    if (entry(file, value, 'TR') !== undefined && nameOf(entry(file, value, 'Type')) === 'ExtGState') {
      faults.push(`6.2.5: transfer function in ${number}`);
    }
    const blend = nameOf(entry(file, value, 'BM'));
    if (blend !== undefined && !BLENDS.has(blend)) faults.push(`6.2.10: blend ${blend}`);
  }
  pageObjects(file).forEach((page, i) => {
    const resources = entry(file, page, 'Resources');
    const operations = operationsOf(file, contentOf(file, page), resources);
    const strange = operations.find(({ operator }) => !OPERATORS.has(operator));
    if (strange) faults.push(`6.2.2: operator ${strange.operator} on page ${i + 1}`);
    if (operations.some(({ depth }) => depth > 28)) faults.push(`6.1.13: states nested on page ${i + 1}`);
    if (operations.some(({ operator }) => operator === 'k' || operator === 'K'))
      faults.push(`6.2.4.3: CMYK on page ${i + 1}`);
    const missing = operations.some(({ operator, operands }) => operator === 'TJ' && showsMissing(operands));
    if (missing) faults.push(`6.2.11.8: a letter that no font has on page ${i + 1}`);
    for (const { operator, operands } of operations) {
      const kind = RESOURCES[operator];
      const name = kind && nameOf(operands.at(-1));
      if (
        kind &&
        name &&
        !DEVICE.has(name) &&
        entry(file, entry(file, resources, kind), name) === undefined
      ) {
        faults.push(`6.2.2: ${kind} ${name} is no resource of page ${i + 1}`);
      }
    }
  });
  return faults;
}

/** What an operator's last operand names. */
const RESOURCES: Readonly<Record<string, string>> = {
  Do: 'XObject',
  gs: 'ExtGState',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  scn: 'Pattern',
  sh: 'Shading',
};
const DEVICE = new Set(['DeviceGray', 'DeviceRGB', 'Pattern']);

const OPERATORS = new Set(
  `b B b* B* BDC BMC BT c cm cs CS d Do EMC ET f F f* g G gs h i j J l m M n q Q re rg RG ri s S sc SC scn SCN sh T* Tc Td
  TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y k K`.split(/\s+/),
);

/** Glyph nought stands for a letter that is not there; codes are two octets. */
function showsMissing([operand]: readonly PdfValue[]): boolean {
  return listOf(operand).some((piece) => {
    const octets = typeof piece === 'object' && piece !== null && 'octets' in piece ? piece.octets : '';
    return Array.from({ length: octets.length / 2 }, (_, i) => octets.slice(2 * i, 2 * i + 2)).includes(
      '\0\0',
    );
  });
}

/** 6.3: printed, never hidden, with a look of one state. */
function annotationFaults(file: PdfFile): string[] {
  const faults: string[] = [];
  pageObjects(file).forEach((page) => {
    for (const annotation of listOf(entry(file, page, 'Annots'))) {
      const subtype = nameOf(entry(file, annotation, 'Subtype')) ?? '';
      const flags = entry(file, annotation, 'F');
      if (!['Widget', 'Link', 'Text'].includes(subtype)) faults.push(`6.3.1: annotation ${subtype}`);
      if (typeof flags !== 'number' || (flags & 4) === 0 || (flags & 0b100011) !== 0) {
        faults.push(`6.3.2: flags ${String(flags)}`);
      }
      const look = found(file, annotation);
      const states = isDictionary(look) ? entry(file, look, 'AP') : undefined;
      if (!isDictionary(states) || [...states.entries.keys()].join() !== 'N')
        faults.push('6.3.3: no look of its own');
      for (const key of ['A', 'AA'])
        if (entry(file, annotation, key)) faults.push(`6.4.1: /${key} of a field`);
    }
  });
  return faults;
}

/** 6.4 forms, 6.5 actions, 6.8 files inside, 6.9 layers, 6.10 other presentations; nothing outside is referred to. */
function catalogueFaults(file: PdfFile): string[] {
  const root = rootOf(file);
  const faults: string[] = [];
  for (const key of ['AA', 'OpenAction', 'OCProperties', 'AlternatePresentations', 'Requirements']) {
    if (entry(file, root, key) !== undefined) faults.push(`6.5, 6.9, 6.10: /${key} in the catalogue`);
  }
  const names = entry(file, root, 'Names');
  for (const key of ['JavaScript', 'EmbeddedFiles', 'AlternatePresentations']) {
    if (entry(file, names, key) !== undefined) faults.push(`6.5.1, 6.8: /${key}`);
  }
  const form = entry(file, root, 'AcroForm');
  if (entry(file, form, 'NeedAppearances') === true) faults.push('6.4.1: looks to be made anew');
  if (entry(file, form, 'XFA') !== undefined) faults.push('6.4.2: XFA');
  for (const [number, value] of dictionaries(file)) {
    const action = nameOf(entry(file, value, 'S'));
    if (
      action &&
      /^(?:Launch|Sound|Movie|ResetForm|ImportData|Hide|SetOCGState|JavaScript|SubmitForm)$/.test(action)
    ) {
      faults.push(`6.5.1: action ${action} in ${number}`);
    }
  }
  return faults;
}
