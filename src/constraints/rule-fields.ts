/**
 * What can be set in a rule, read from its constraint's own schema, so that a new constraint has a form by itself. Shapes
 * that only their writer can name (two people, a scope, a kind of shift) say so in their schema's `field`.
 */

import type { z } from 'zod';
import { NAMED_DAYS } from '../calendar/named-days.ts';
import type { Constraint } from './constraint.ts';

export type RuleField =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly whole: boolean;
      readonly least: number;
      readonly most: number;
      /** May be left out, which means something. */
      readonly optional: boolean;
    }
  | { readonly kind: 'switch'; readonly name: string }
  | { readonly kind: 'choice'; readonly name: string; readonly options: readonly string[] }
  | {
      readonly kind: 'list' | 'named-days' | 'people' | 'scope' | 'shift-kind' | 'who';
      readonly name: string;
    };

const NAMED_KINDS = ['list', 'people', 'scope', 'shift-kind', 'who'] as const;

/** In the order of the schema. Throws `RangeError` on a parameter that no form could show. */
export function ruleFields({ code, params }: Pick<Constraint, 'code' | 'params'>): RuleField[] {
  const shape = Reflect.get(params, 'shape') as Readonly<Record<string, z.ZodType>> | undefined;
  if (!shape) throw new RangeError(`the parameters of ${code} are no object`);
  return Object.entries(shape).map(([name, schema]) => {
    const field = fieldOf(name, schema);
    if (!field) throw new RangeError(`no form can show ${name} of ${code}`);
    return field;
  });
}

function fieldOf(name: string, schema: z.ZodType): RuleField | undefined {
  const { layers, optional } = unwrapped(schema);
  const named = NAMED_KINDS.find((kind) => layers.some((each) => each.meta()?.field === kind));
  if (named) return { kind: named, name };
  const core = layers.at(-1) ?? schema;
  switch (typeOf(core)) {
    case 'number':
      return { kind: 'number', name, optional, ...boundsOf(core) };
    case 'boolean':
      return { kind: 'switch', name };
    case 'enum':
      return { kind: 'choice', name, options: optionsOf(core) };
    case 'array':
      return isNamedDays(core) ? { kind: 'named-days', name } : undefined;
    default:
      return undefined;
  }
}

/** Through default and optional to the schema inside, outermost first. */
function unwrapped(schema: z.ZodType): { readonly layers: readonly z.ZodType[]; readonly optional: boolean } {
  const layers: z.ZodType[] = [];
  let at: z.ZodType | undefined = schema;
  while (at) {
    layers.push(at);
    at = (Reflect.get(at, 'def') as { innerType?: z.ZodType }).innerType;
  }
  return { layers, optional: layers.some((each) => typeOf(each) === 'optional') };
}

function typeOf(schema: z.ZodType): string {
  return (Reflect.get(schema, 'def') as { type: string }).type;
}

function boundsOf(schema: z.ZodType): {
  readonly whole: boolean;
  readonly least: number;
  readonly most: number;
} {
  const { isInt, minValue, maxValue } = schema as unknown as {
    readonly isInt: boolean;
    readonly minValue: number | null;
    readonly maxValue: number | null;
  };
  return { whole: isInt, least: minValue ?? 0, most: maxValue ?? Number.MAX_SAFE_INTEGER };
}

function optionsOf(schema: z.ZodType): readonly string[] {
  return Reflect.get(schema, 'options') as readonly string[];
}

function isNamedDays(schema: z.ZodType): boolean {
  const element = Reflect.get(schema, 'element') as z.ZodType;
  return (
    typeOf(element) === 'enum' && optionsOf(element).every((day) => NAMED_DAYS.some((each) => each === day))
  );
}
