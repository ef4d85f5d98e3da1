/** PDF/A-2b and the tree of tags of every kind, read by rules of our own, before and after signing. */

import { beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { depth } from '../depth.ts';
import { documentOf, VARIANTS } from './every-document.ts';
import { pdfAFaults } from './pdf-a.ts';
import { readPdf } from './pdf-objects.ts';
import { tagFaults } from './pdf-tags.ts';
import { FIELDS, pdfSources, samplePlan } from './sample-documents.ts';
import { signatory, signPdf } from './sign-pdf.ts';

const WRITER = createPdfWriter(pdfSources());
const PLAN = samplePlan('unit-small');

/** The first of each kind in `npm test`. */
const LOOKED =
  depth({ short: 0, deep: 1 }) === 1
    ? VARIANTS
    : DOCUMENT_KINDS.flatMap((kind) => VARIANTS.find((each) => each.kind === kind) ?? []);

describe('the rules of PDF/A-2b and of tags', () => {
  it.each(LOOKED)('are kept by $name', (variant) => {
    const file = readPdf(WRITER.write(documentOf(variant, PLAN)));
    expect(pdfAFaults(file)).toEqual([]);
    expect(tagFaults(file)).toEqual([]);
  });

  describe('of a letter to be signed', () => {
    const variant = { name: 'notice', kind: 'notice', fields: { ...FIELDS, medium: 'electronic' } } as const;
    const letter = WRITER.write(documentOf(variant, PLAN));
    let signed: Uint8Array;
    beforeAll(async () => {
      signed = await signPdf(letter, await signatory('Nguyễn Hữu Khánh', 'Trung tâm Công nghệ số'));
    });

    it('are kept before it is signed and after', () => {
      for (const pdf of [letter, signed]) {
        const file = readPdf(pdf);
        expect(pdfAFaults(file)).toEqual([]);
        expect(tagFaults(file)).toEqual([]);
      }
    });
  });

  const text = Buffer.from(
    WRITER.write(documentOf(VARIANTS[0] ?? { name: '', kind: 'wall' }, PLAN)),
  ).toString('latin1');
  /** As long as before, so that every reference still holds. */
  const broken = (from: RegExp, to: string): string[] => {
    const changed = text.replace(from, (found) => to.padEnd(found.length));
    expect(changed).not.toBe(text);
    const file = readPdf(Buffer.from(changed, 'latin1'));
    return [...pdfAFaults(file), ...tagFaults(file)];
  };

  it.each([
    ['6.2.3', /\/GTS_PDFA1/, '/GTS_PDFX'],
    ['6.6.4', /<pdfaid:part>2/, '<pdfaid:part>9'],
    ['6.2.11.4.1', /\/FontFile[23] /, '/NoFile '],
    ['6.2.11.7', /\/ToUnicode /, '/To '],
    ['6.1.3', /\/ID \[/, '/Id ['],
    ['7.1', /\/Marked true/, '/Marked null'],
    ['7.2', /\/Lang \(vi\)/, '/Long (vi)'],
    ['7.5', /\/Scope \/\w+/, ''],
    ['7.4.2', /\/S \/H1/g, '/S /H2'],
  ])('of clause %s are seen to be broken', (clause, from, to) => {
    expect(broken(from, to).some((fault) => fault.startsWith(`${clause}:`))).toBe(true);
  });
});
