/**
 * What every document says, kept in `golden/`: of a small unit the text itself, kind by kind and format by format; of every
 * variant and subject how many pages or lines each format has and a digest of them, so that no word changes unseen.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_KINDS, type DocumentKind, type DutyDocument } from '../../src/output/documents/document.ts';
import { documentOf, VARIANTS, type Variant } from './every-document.ts';
import { formatsOf, type Readable, readableLines } from './readable.ts';
import { samplePlan } from './sample-documents.ts';
import type { Subject } from './subjects.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const DIGEST_SIGNS = 8;

/** `golden/every/unit-small.txt`. */
export function digestFile({ name }: Subject): string {
  return join(GOLDEN, 'every', `${name.replaceAll(' ', '-')}.txt`);
}

/** Its lines by the variant's name. */
export function keptLines(subject: Subject): ReadonlyMap<string, string> {
  const lines = readFileSync(digestFile(subject), 'utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line]));
}

/** `notice plan: pdf 3 d2f0a1…, docx 96 …`: of a PDF pages are counted, else lines. Formats not asked for stay as `kept`. */
export async function digestLine(
  { name }: Variant,
  document: DutyDocument,
  { only, kept = '' }: { readonly only?: Readable; readonly kept?: string } = {},
): Promise<string> {
  const parts: string[] = [];
  for (const format of formatsOf(document)) {
    const old = new RegExp(`(?<=: |, )${format} [^,]*`).exec(kept)?.[0];
    parts.push((only !== undefined && only !== format && old) || (await digestOf(document, format)));
  }
  return `${name}: ${parts.join(', ')}`;
}

async function digestOf(document: DutyDocument, format: Readable): Promise<string> {
  const lines = await readableLines(document, format);
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, DIGEST_SIGNS);
  return `${format} ${lines.length} ${digest}`;
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
    parts.push(`== ${format}`, ...(await readableLines(document, format)), '');
  }
  return parts.join('\n');
}
