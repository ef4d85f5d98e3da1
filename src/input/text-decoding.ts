/** From a file's bytes to text, whichever way Excel, Notepad or a mail client saved it. It knows nothing of CSV. */

import type { FaultList } from './fault-list.ts';

/** 5 MB: a staff list of thousands is under one. */
export const MOST_BYTES = 5_000_000;

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Zero-width marks and soft hyphens, which pasting brings along: unseen, yet two equal names would differ. */
const UNSEEN = /\u00ad|[\u200b-\u200d]|\u2060|\ufeff/gu;

/**
 * NFC text without byte order mark. A file that is neither marked UTF-16 nor valid UTF-8 is read as Windows-1258,
 * the Vietnamese ANSI code page, whose separate tone marks NFC composes. Undefined after telling a fault.
 */
export function decodeText(file: string, bytes: Uint8Array, faults: FaultList): string | undefined {
  if (bytes.length > MOST_BYTES) {
    faults.fault({ key: 'fault.file.too-large', params: { most: MOST_BYTES / 1_000_000 }, file });
    return undefined;
  }
  if (isZip(bytes)) {
    faults.fault({ key: 'fault.file.workbook', params: {}, file });
    return undefined;
  }
  const text = cleanText(decodeAs(encodingOf(bytes), bytes));
  if (text.trim() !== '') return text;
  faults.fault({ key: 'fault.file.empty', params: {}, file });
  return undefined;
}

/** The octets as the Western ANSI code page has them; undefined for text that is Unicode. */
export function decodeAnsi(bytes: Uint8Array): string | undefined {
  return encodingOf(bytes) === 'windows-1258' ? new TextDecoder('windows-1252').decode(bytes) : undefined;
}

/** Hyphens that look as the one on every keyboard does; Word's binds the words beside it. */
const HYPHENS = /[\u2010\u2011]/gu;

/** NFC, without marks that pasting brings along unseen. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').replace(HYPHENS, '-');
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const unmarked = withoutMark(bytes.subarray(0, 400));
  if (unmarked) return unmarked;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1258';
}

/** UTF-16 that lost its mark: of Vietnamese in two octets a sign, many have a nought, all on one side. */
function withoutMark(bytes: Uint8Array): Encoding | undefined {
  const noughts = [0, 1].map((side) => bytes.filter((octet, i) => octet === 0 && i % 2 === side).length);
  const [high = 0, low = 0] = noughts;
  if (high + low < bytes.length / 4 || (high > 0 && low > 0)) return undefined;
  return low > 0 ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** `TextDecoder` drops a byte order mark by itself (WHATWG Encoding, "BOM sniff"). */
function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** XLSX, ODS and DOCX are ZIP files: "PK\u0003\u0004". */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
