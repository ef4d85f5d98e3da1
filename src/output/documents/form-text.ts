/**
 * Names between braces in the text of a cell, read and filled: `{ten}`, and `{#vong} … {/vong}` once for each. A name that
 * stands where nobody fills it is told before anything is filled, so that a form without a line to fill is judged as well.
 */

import type { Fault } from '../../kernel/fault.ts';
import { unknownWord } from '../../kernel/nearest.ts';
import type { FormScope } from './form-values.ts';

/** What a form may ask for. */
export interface FormContent {
  readonly values: FormScope;
  /** Outside every loop, besides the loops themselves. */
  readonly names: readonly string[];
  readonly loops: Readonly<Record<string, readonly string[]>>;
  /** Which loop another one stands in. */
  readonly outside: Readonly<Partial<Record<string, string>>>;
  /** Those that are whole numbers: a cell with nothing else becomes one. */
  readonly numbers?: readonly string[];
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name' | 'open' | 'close'; readonly name: string };

const KINDS = { '#': 'open', '/': 'close' } as const;

/** A brace that has no other is told with what stands near it. */
export type PiecesRead =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  | { readonly ok: false; readonly key: string; readonly near: string };

export function piecesOf(text: string): PiecesRead {
  const pieces: Piece[] = [];
  for (const [, name, between] of text.matchAll(/\{([^{}]*)\}|([^{}]+|[{}])/g)) {
    if (between === '{' || between === '}') {
      const key = between === '{' ? 'fault.form.unclosed' : 'fault.form.unopened';
      return { ok: false, key, near: text.trim().slice(0, 60) };
    }
    if (between !== undefined) pieces.push({ kind: 'text', text: between });
    else pieces.push(namedPiece((name ?? '').trim()));
  }
  return { ok: true, pieces };
}

function namedPiece(name: string): Piece {
  const sign = name[0];
  if (sign !== '#' && sign !== '/') return { kind: 'name', name };
  return { kind: KINDS[sign], name: name.slice(1).trim() };
}

/** What is wrong with a name that stands inside these loops, the innermost last; undefined for nothing. */
export function nameFault(
  { kind, name }: { readonly kind: 'name' | 'open'; readonly name: string },
  within: readonly string[],
  { names, loops, outside }: FormContent,
): Omit<Fault, 'file'> | undefined {
  const all = Object.keys(loops);
  const known = new Set([...names, ...all, ...Object.values(loops).flat()]);
  if (!known.has(name)) return unknownWord('fault.form.unknown', name, known);
  if (all.includes(name)) {
    const needed = outside[name];
    const stands = needed === undefined || within.includes(needed);
    if (kind === 'name') return { key: 'fault.form.unopened-loop', params: { value: name }, value: name };
    return stands ? undefined : { key: 'fault.form.misplaced', params: { loop: needed }, value: name };
  }
  if (kind === 'open') return { key: 'fault.form.unopened-loop', params: { value: name }, value: name };
  if (names.includes(name) || within.some((loop) => loops[loop]?.includes(name))) return undefined;
  const loop = all.find((each) => loops[each]?.includes(name)) ?? '';
  return { key: 'fault.form.misplaced', params: { loop }, value: name };
}

/** Scopes from the outermost on. */
export function itemsOf(scopes: readonly FormScope[], loop: string): readonly FormScope[] {
  const found = scopes.findLast((scope) => Array.isArray(scope[loop]))?.[loop];
  return typeof found === 'object' ? found : [];
}

/** Of pieces whose loops close. A loop's items follow one another; nothing stands after the last but what the form has. */
export function filledText(pieces: readonly Piece[], scopes: readonly FormScope[], most: number): string {
  let text = '';
  for (let i = 0; i < pieces.length && text.length <= most; i++) {
    const piece = pieces[i];
    if (piece?.kind === 'text') text += piece.text;
    if (piece?.kind === 'name') {
      const value = scopes.findLast((scope) => typeof scope[piece.name] === 'string')?.[piece.name];
      text += typeof value === 'string' ? value : '';
    }
    if (piece?.kind !== 'open') continue;
    const end = closingOf(pieces, i);
    const inner = pieces.slice(i + 1, end);
    for (const item of itemsOf(scopes, piece.name)) {
      text += filledText(inner, [...scopes, item], most - text.length);
      if (text.length > most) break;
    }
    i = end;
  }
  return text;
}

/** Where a loop that opens at `from` closes in the same pieces; -1 for nowhere. */
export function closingOf(pieces: readonly Piece[], from: number): number {
  let depth = 0;
  for (let i = from; i < pieces.length; i++) {
    const kind = pieces[i]?.kind;
    if (kind === 'open') depth++;
    if (kind === 'close' && --depth === 0) return i;
  }
  return -1;
}
