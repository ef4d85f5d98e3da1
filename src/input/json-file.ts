/** A JSON file read through a zod schema: text decoded, syntax and shape checked, every fault told. */

import type { z } from 'zod';
import type { Fault } from '../kernel/fault.ts';
import type { FaultList } from './fault-list.ts';
import { describeIssue } from './json-issues.ts';
import { jsonFaultOffset } from './json-syntax.ts';
import { decodeText } from './text-decoding.ts';

/** The parsed value, or undefined after telling at least one fault. */
export function readJson<T>(
  file: string,
  bytes: Uint8Array,
  schema: z.ZodType<T>,
  faults: FaultList,
): T | undefined {
  const text = decodeText(file, bytes, faults);
  if (text === undefined) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    faults.fault(syntaxFault(file, text));
    return undefined;
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const found = result.error.issues.flatMap((issue) => describeIssue(issue, raw, schema));
  for (const fault of found) faults.fault({ ...fault, file });
  return undefined;
}

/** Line and column of the first character that no JSON can have there. */
function syntaxFault(file: string, text: string): Fault {
  const before = text.slice(0, jsonFaultOffset(text)).split('\n');
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  const value = (text.split('\n')[line - 1] ?? '').trim();
  return { key: 'fault.json.syntax', params: { line, column }, file, row: line, value };
}
