/** PDFs said to be letters of ours brought back signed, made to cost more than they weigh. */

import { createHash } from 'node:crypto';
import { signatory, signPdf } from '../documents/sign-pdf.ts';
import { hostileFiles } from './hostile-file.ts';

/** As little of a letter as the reader needs: it begins as a PDF and has one empty field. */
const LETTER = Buffer.from(
  [
    '%PDF-1.7',
    '1 0 obj',
    '<<',
    '  /FT /Sig',
    '  /T (ChuKy1)',
    '>>',
    'endobj',
    'xref',
    '0 2',
    'trailer',
    '<< /Size 2 /Prev 0 >>',
    'startxref',
    '9',
    '%%EOF',
    '',
  ].join('\n'),
  'latin1',
);
const COPY = {
  id: 'one',
  bytes: LETTER.length,
  sha256: createHash('sha256').update(LETTER).digest('hex'),
};

const behind = (text: string): Buffer => Buffer.concat([LETTER, Buffer.from(text, 'latin1')]);
/** A signature of so many octets that is none. */
function hollow(octets: string): Buffer {
  const from = LETTER.length + 80;
  const to = from + octets.length + 2;
  const head = `/ByteRange [0 ${from} ${to} 1]`.padEnd(80);
  return behind(`${head}<${octets}>\n`);
}
/** DER of so many sequences one in another, each as long as can be told. */
const nested = (depth: number): string => '3080'.repeat(depth);

export const SIGNED_FILES = hostileFiles(
  'signed',
  { kind: 'signed', options: async () => ({ copies: [COPY] }) },
  [
    {
      name: 'a letter that is signed',
      short: true,
      ends: 'read',
      bytes: async () => signPdf(LETTER, await signatory('Nguyễn Văn A', 'Đơn vị mẫu')),
    },
    {
      name: 'a letter that is not ours',
      short: true,
      ends: 'refused',
      bytes: () => Buffer.from('%PDF-1.7\n'),
    },
    {
      name: '300,000 ranges of octets',
      ends: 'refused',
      bytes: () => behind('/ByteRange [0 9 9 9]'.repeat(300_000)),
    },
    {
      name: 'a range that never ends',
      ends: 'refused',
      bytes: () => behind(`/ByteRange [${'1'.repeat(5_000_000)}`),
    },
    {
      name: 'five million blanks before a range',
      ends: 'refused',
      bytes: () => behind(`/ByteRange${' '.repeat(5_000_000)}x`),
    },
    {
      name: '200,000 ranges begun, each with 20 blanks',
      ends: 'refused',
      bytes: () => behind(`/ByteRange${' '.repeat(20)}`.repeat(200_000)),
    },
    {
      name: '100,000 sequences one in another',

      ends: 'refused',
      bytes: () => hollow(nested(100_000)),
    },
    {
      name: '29 of them',
      ends: 'refused',
      bytes: () =>
        behind(Array.from({ length: 29 }, () => hollow(nested(60_000)).toString('latin1')).join('')),
    },
    { name: 'a signature of zeros', ends: 'refused', bytes: () => hollow('00'.repeat(200_000)) },
    { name: 'a signature of 20 MB', ends: 'refused', bytes: () => hollow('30'.repeat(10_000_000)) },
    {
      name: 'a set of 60,000 certificates that are none',
      ends: 'refused',
      bytes: () => hollow(`308006092a864886f70d010702a0803080020101${'3000'.repeat(60_000)}`),
    },
  ],
);
