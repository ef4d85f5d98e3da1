/** `document.json` → the fields of an official document. What is left out is for the document itself to fill. */

import { z } from 'zod';
import { parseDay } from '../calendar/day.ts';
import {
  type DocumentFields,
  FITS,
  LETTER_TYPES,
  LIST_LAYOUTS,
  MEDIA,
  ORIENTATIONS,
  PAPERS,
  SIGNING_CAPACITIES,
  URGENCIES,
} from '../domain/document-fields.ts';
import { DUTY_RETURNS, RATE_FIELDS, type RateField } from '../domain/duty-pay.ts';
import type { Parsed } from '../kernel/fault.ts';
import { FaultList } from './fault-list.ts';
import { cleanText, tell, wordyText } from './json-fields.ts';
import { readJson } from './json-file.ts';

export const DOCUMENT_FILE = 'document.json';

const MOST_LINES = 40;
const PARAGRAPH = 4_000;

const dayText = z
  .string()
  .transform((text, context) => parseDay(text) ?? tell(context, 'fault.document.day', { value: text }));

/** Letters, digits and hyphens: no blank stands around the hyphen (Nghị định 30/2020, Phụ lục I, II.3). */
const symbolText = cleanText(40).transform((text, context) =>
  /^[\p{L}\d]+(?:-[\p{L}\d]+)*$/u.test(text) ? text : tell(context, 'fault.document.symbol', { value: text }),
);

const percent = z.int().min(0).max(1000);
type Rates = Record<RateField, z.ZodExactOptional<typeof percent>>;

const schema = z.strictObject({
  type: z.enum(LETTER_TYPES).exactOptional(),
  urgency: z.enum(URGENCIES).exactOptional(),
  layout: z.enum(LIST_LAYOUTS).exactOptional(),
  print: z
    .strictObject({
      paper: z.enum(PAPERS).exactOptional(),
      orientation: z.enum(ORIENTATIONS).exactOptional(),
      fit: z.enum(FITS).exactOptional(),
      alone: z.boolean().exactOptional(),
      onePage: z.boolean().exactOptional(),
      unmarked: z.boolean().exactOptional(),
      noPhones: z.boolean().exactOptional(),
    })
    .exactOptional(),
  medium: z.enum(MEDIA).exactOptional(),
  parentName: cleanText().exactOptional(),
  unitName: wordyText().exactOptional(),
  number: z.int().min(1).max(999_999).exactOptional(),
  symbol: symbolText.exactOptional(),
  place: cleanText(80).exactOptional(),
  date: dayText.exactOptional(),
  addressee: wordyText(200).exactOptional(),
  subject: wordyText(300).exactOptional(),
  legalBases: z.array(wordyText(600)).max(MOST_LINES).exactOptional(),
  body: z.array(wordyText(PARAGRAPH)).max(MOST_LINES).exactOptional(),
  recipients: z.array(wordyText()).max(MOST_LINES).exactOptional(),
  archive: wordyText(80).exactOptional(),
  signer: z
    .strictObject({
      capacity: z.enum(SIGNING_CAPACITIES).default('head'),
      authority: wordyText(120),
      head: wordyText(120).exactOptional(),
      position: wordyText(120).exactOptional(),
      name: cleanText(80).exactOptional(),
    })
    .exactOptional(),
  returns: z.enum(DUTY_RETURNS).exactOptional(),
  rates: z
    .strictObject(Object.fromEntries(RATE_FIELDS.map((name) => [name, percent.exactOptional()])) as Rates)
    .exactOptional(),
  maker: cleanText(80).exactOptional(),
  checkerOffice: wordyText(120).exactOptional(),
  checkerName: cleanText(80).exactOptional(),
});

/** The fields, or every fault with its JSON path. */
export function parseDocumentFields(bytes: Uint8Array): Parsed<DocumentFields> {
  const faults = new FaultList();
  const value = readJson(DOCUMENT_FILE, bytes, schema, faults);
  if (value === undefined || faults.count > 0) return { ok: false, faults: faults.faults };
  return { ok: true, value, warnings: faults.warnings };
}
