/** Word forms made to cost more than they weigh. */

import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { requestOf, samplePlan } from '../documents/sample-documents.ts';
import { unzip } from '../documents/zip.ts';
import { archive } from './archives.ts';
import { hostileFiles } from './hostile-file.ts';

const DOCUMENT = 'word/document.xml';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const document = (body: string): string => `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** The sample form with another document in it. */
async function form(changes: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const files = new Map<string, string | Uint8Array>(unzip(await formatSampleForm('vi')));
  for (const [name, content] of Object.entries(changes)) files.set(name, content);
  return archive([...files].map(([name, content]) => ({ name, content })));
}
const body = (xml: () => string) => (): Promise<Uint8Array> => form({ [DOCUMENT]: document(xml()) });
const nested = (depth: number): string =>
  paragraph('{#ngay_truc}').repeat(depth) + paragraph('x') + paragraph('{/ngay_truc}').repeat(depth);

export const FORMS = hostileFiles(
  'forms',
  {
    kind: 'form',
    options: async () => ({ ...requestOf(samplePlan('tet-2027-province')), formName: 'mau.docx' }),
  },
  [
    { name: 'a form that is one', short: true, ends: 'read', bytes: () => formatSampleForm('vi') },
    { name: 'loops within loops, ten deep', bytes: body(() => nested(10)) },
    { name: 'loops within loops, a hundred deep', bytes: body(() => nested(100)) },
    { name: '100,000 names to fill', bytes: body(() => paragraph('{don_vi}').repeat(60_000)) },
    {
      name: '100,000 names nobody knows',
      ends: 'refused',
      bytes: body(() => paragraph('{xyz}').repeat(60_000)),
    },
    {
      name: '300,000 braces that open',
      short: true,
      ends: 'refused',
      bytes: body(() => paragraph('{'.repeat(300_000))),
    },
    { name: '300,000 braces that close', ends: 'refused', bytes: body(() => paragraph('}'.repeat(300_000))) },
    {
      name: '100,000 loops opened',
      ends: 'refused',
      bytes: body(() => paragraph('{#ngay_truc}').repeat(50_000)),
    },
    {
      name: 'a name of two million letters',
      ends: 'refused',
      bytes: body(() => paragraph(`{${'a'.repeat(2_000_000)}}`)),
    },
    {
      name: '320,000 tags that never end',
      ends: 'refused',
      bytes: () => form({ [DOCUMENT]: '<w:t '.repeat(320_000) }),
    },
    {
      name: '100,000 elements one in another',
      ends: 'refused',
      bytes: body(() => '<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)),
    },
    { name: '300,000 empty paragraphs', bytes: body(() => '<w:p/>'.repeat(300_000)) },
    {
      name: 'XML of 250 MB',
      short: true,
      ends: 'refused',
      bytes: () => form({ [DOCUMENT]: new Uint8Array(250_000_000) }),
    },
    {
      name: '65,535 entries',
      ends: 'refused',
      bytes: () => archive([{ name: DOCUMENT, content: '' }], 65_000),
    },
    {
      name: '40,000 relations',
      bytes: () =>
        form({
          'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Array.from({ length: 40_000 }, (_, i) => `<Relationship Id="rId${i}" Type="a" Target="b${i}"/>`).join('')}</Relationships>`,
        }),
    },
    {
      name: '50,000 types of content',
      bytes: () =>
        form({
          '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${Array.from({ length: 50_000 }, (_, i) => `<Override PartName="/word/d${i}.xml" ContentType="application/xml"/>`).join('')}</Types>`,
        }),
    },
  ],
);
