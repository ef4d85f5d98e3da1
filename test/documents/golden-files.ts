/**
 * What every document says, kept in `golden/`: of a small unit the text itself, kind by kind and format by format; of every
 * kind, layout, paper and subject how many lines each format has and a digest of them, so that no word changes unseen.
 */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/output/documents/document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { documentOf, VARIANTS, type Variant } from './every-document.ts';
import { formatsOf, readableLines } from './readable.ts';
import { pdfSources, samplePlan } from './sample-documents.ts';
import { SUBJECTS, type Subject } from './subjects.ts';

const WRITER = createPdfWriter(pdfSources());
export const GOLDEN = join(import.meta.dirname, 'golden');
const DIGEST_SIGNS = 10;

/** Of larger units what is said is what small ones say, many times over: their pages are looked at, and their words not kept. */
const KEPT = ['unit-small', '5 people of long names'];
export const KEPT_SUBJECTS = SUBJECTS.filter(({ name }) => KEPT.includes(name));

/** `golden/every/unit-small.txt`. */
export function digestFile({ name }: Subject): string {
  return join(GOLDEN, 'every', `${name.replaceAll(' ', '-')}.txt`);
}

/** `notice plan: pdf 3 d2f0a1…, docx 96 …`: of a PDF pages are counted, else lines. */
export async function digestLine({ made }: Subject, variant: Variant): Promise<string> {
  const { plan, roster } = made();
  const document = documentOf(variant, plan, { ...(roster && { roster }) });
  const parts: string[] = [];
  for (const format of formatsOf(document)) {
    const lines = await readableLines(document, format, WRITER);
    const digest = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, DIGEST_SIGNS);
    parts.push(`${format} ${lines.length} ${digest}`);
  }
  return `${variant.name}: ${parts.join(', ')}`;
}

export function textFile(kind: DocumentKind): string {
  return join(GOLDEN, 'unit-small', `${kind}.txt`);
}

export const TEXT_KINDS = DOCUMENT_KINDS;

/** Of the smallest sample, a format under another. The PDF's own text stands beside, as it is laid out. */
export async function wholeText(kind: DocumentKind): Promise<string> {
  const variant = VARIANTS.find((each) => each.kind === kind);
  if (!variant) throw new Error(`no ${kind}`);
  const document = documentOf(variant, samplePlan('unit-small'));
  const parts: string[] = [];
  for (const format of formatsOf(document).filter((each) => each !== 'pdf')) {
    parts.push(`== ${format}`, ...(await readableLines(document, format, WRITER)), '');
  }
  return parts.join('\n');
}
