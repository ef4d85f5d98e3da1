/** What zod found wrong in a JSON file, as faults in our words: zod's own sentences are never shown. */

import type { z } from 'zod';
import type { Fault } from '../kernel/fault.ts';
import { unknownWord } from '../kernel/nearest.ts';

/** What a schema's own check puts into `params` of a custom issue to name its fault. */
export interface IssueParams {
  readonly key: string;
  readonly [figure: string]: string | number;
}

export type JsonPath = readonly PropertyKey[];

/** `posts[2].patterns[0].rrule`. */
export function formatPath(path: JsonPath): string {
  return path.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`;
    return whole === '' ? String(part) : `${whole}.${String(part)}`;
  }, '');
}

function valueAt(raw: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    raw,
  );
}

function shown(value: unknown): { readonly value?: string } {
  if (value === undefined) return {};
  return { value: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') };
}

export type Described = Omit<Fault, 'file'>;

/** One fault for each thing wrong; the caller adds the file. `raw` is what was parsed, `schema` what it was held to. */
export function describeIssue(issue: z.core.$ZodIssue, raw: unknown, schema: z.ZodType): Described[] {
  const value = valueAt(raw, issue.path);
  const at = { column: formatPath(issue.path), ...shown(value) };
  const params = { value: at.value ?? '' };
  if (value === undefined && issue.path.length > 0 && issue.code !== 'custom') {
    return [{ ...at, key: 'fault.json.missing', params: {} }];
  }
  switch (issue.code) {
    case 'custom':
      return [{ ...at, ...customFault(issue.params, params.value) }];
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        ...unknownWord('fault.json.unknown-key', name, keysNear(issue.path, schema)),
        column: formatPath([...issue.path, name]),
      }));
    case 'invalid_value':
      return [{ ...at, ...unknownChoice(params.value, issue.values.map(String)) }];
    case 'invalid_format':
      return [{ ...at, key: 'fault.json.id', params }];
    case 'too_small':
      return [
        {
          ...at,
          key: `fault.json.${sizeOf(issue.origin)}-small`,
          params: { ...params, least: Number(issue.minimum) },
        },
      ];
    case 'too_big':
      return [
        {
          ...at,
          key: `fault.json.${sizeOf(issue.origin)}-big`,
          params: { ...params, most: Number(issue.maximum) },
        },
      ];
    case 'invalid_union':
      return describeUnion(issue, raw, schema) ?? [{ ...at, key: 'fault.json.type', params }];
    default:
      return [{ ...at, key: typeKey(issue), params }];
  }
}

/** Of several allowed forms, the faults of the one that was meant: the form whose kind of value is right. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  raw: unknown,
  schema: z.ZodType,
): Described[] | undefined {
  const meant = issue.errors.find((branch) =>
    branch.every((each) => each.code !== 'invalid_type' || each.path.length > 0),
  );
  if (!meant || meant.length === 0) return undefined;
  return meant.flatMap((each) =>
    describeIssue({ ...each, path: [...issue.path, ...each.path] }, raw, schema),
  );
}

function customFault(
  params: Record<string, unknown> | undefined,
  value: string,
): Pick<Fault, 'key' | 'params'> {
  const { key = 'fault.json.type', ...figures } = (params ?? {}) as Partial<IssueParams>;
  return { key, params: { value, ...(figures as Record<string, string | number>) } };
}

function unknownChoice(value: string, choices: readonly string[]): Pick<Fault, 'key' | 'params'> {
  const { key, params } = unknownWord('fault.json.choice', value, choices);
  return { key, params: { ...params, choices: choices.join(', ') } };
}

function sizeOf(origin: string): 'number' | 'text' | 'list' {
  if (origin === 'string') return 'text';
  return origin === 'array' ? 'list' : 'number';
}

const TYPE_KEYS: Readonly<Record<string, string>> = {
  string: 'fault.json.not-text',
  number: 'fault.json.not-number',
  int: 'fault.json.not-whole',
  boolean: 'fault.json.not-boolean',
  array: 'fault.json.not-list',
  object: 'fault.json.not-object',
};

function typeKey(issue: z.core.$ZodIssue): string {
  return ('expected' in issue && TYPE_KEYS[String(issue.expected)]) || 'fault.json.type';
}

/** The keys an object at this path may have, read from the schema itself, for the suggestion. */
function keysNear(path: JsonPath, schema: z.ZodType): string[] {
  let at: unknown = schema;
  for (const part of path) {
    at = unwrap(at);
    at = typeof part === 'number' ? Reflect.get(Object(at), 'element') : shapeOf(at)[String(part)];
  }
  return Object.keys(shapeOf(unwrap(at)));
}

/** What stands under each key of an object; under none, for a record with listed keys. */
function shapeOf(schema: unknown): Readonly<Record<string, unknown>> {
  const shape = Reflect.get(Object(schema), 'shape');
  if (shape) return shape;
  const def = Reflect.get(Object(schema), 'def') as { keyType?: { options?: readonly string[] } } | undefined;
  return Object.fromEntries((def?.keyType?.options ?? []).map((key) => [key, undefined]));
}

/** Through default, optional and transform to the object or array inside. */
function unwrap(schema: unknown): unknown {
  let at = schema;
  for (let depth = 0; depth < 8; depth++) {
    const inner = Reflect.get(Object(at), 'def') as { innerType?: unknown; in?: unknown } | undefined;
    const next = inner?.innerType ?? inner?.in;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}
