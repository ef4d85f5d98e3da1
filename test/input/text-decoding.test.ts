/** The same list as every program in an office saves it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultList } from '../../src/input/fault-list.ts';
import { decodeText, MOST_BYTES } from '../../src/input/text-decoding.ts';

const NAME = 'Nguyễn Hữu Khánh, Đặng Thu Cúc, Tạ Quốc Hưng, Lò Thị Ẩm';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Windows-1258 by its table: letters with their own code first, otherwise the base letter and a tone mark. */
function windows1258(text: string): Uint8Array {
  const codes = new Map<string, number>();
  const decoder = new TextDecoder('windows-1258');
  for (let code = 0; code < 256; code++) codes.set(decoder.decode(Uint8Array.of(code)), code);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const whole = codes.get(letter);
      if (whole !== undefined) return [whole];
      const marks = letter.normalize('NFD');
      const tone = [...marks].findLast((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? '';
      const base = marks.replace(tone, '').normalize('NFC');
      return [codes.get(base) ?? 0x3f, codes.get(tone) ?? 0x3f];
    }),
  );
}

const decode = (bytes: Uint8Array): string | undefined => decodeText('staff.csv', bytes, new FaultList());
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8(NAME)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${NAME}`)],
    ['decomposed UTF-8, as macOS names files', utf8(NAME.normalize('NFD'))],
    ['UTF-16LE, Excel’s "Unicode text"', utf16(NAME, true)],
    ['UTF-16BE', utf16(NAME, false)],
    ['Windows-1258 with separate tone marks', windows1258(NAME)],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe(NAME);
  });

  it('really meets separate tone marks in Windows-1258', () => {
    expect(windows1258('ễ')).toEqual(Uint8Array.of(0xea, 0xde));
  });

  it('drops zero-width marks that pasting brings along', () => {
    expect(decode(utf8('Lê\u200b Văn\u00ad An\ufeff'))).toBe('Lê Văn An');
  });

  it.each([
    ['an empty file', new Uint8Array(), 'fault.file.empty'],
    ['a file of white space', utf8('\ufeff \r\n\r\n'), 'fault.file.empty'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'fault.file.workbook'],
    ['ten megabytes of noise', new Uint8Array(2 * MOST_BYTES).fill(0x9d), 'fault.file.too-large'],
  ])('refuses %s', (_, bytes, key) => {
    const faults = new FaultList();
    expect(decodeText('staff.csv', bytes, faults)).toBeUndefined();
    expect(faults.faults.map((fault) => fault.key)).toEqual([key]);
  });

  it('gives text or a fault for any bytes, never an exception', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const faults = new FaultList();
      const text = decodeText('staff.csv', bytes, faults);
      expect(text === undefined).toBe(faults.count > 0);
    });
    fc.assert(property, { seed: 1, numRuns: 500 });
  });
});
