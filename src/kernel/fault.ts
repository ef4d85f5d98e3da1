/**
 * A fault in what someone gave us: where it stands, which value, and what to try. Faults are collected and told
 * together; nothing with a fault is half-loaded.
 */

import type { Params } from './app-error.ts';

export interface Fault {
  /** Message key `fault.…`; its sentence says what is wrong and what to try. */
  readonly key: string;
  readonly params: Params;
  readonly file: string;
  /** 1-based row in the file as a spreadsheet shows it, heading included; absent for JSON. */
  readonly row?: number;
  /** Column heading as the file spells it, or a JSON path such as `posts[2].patterns[0].rrule`. */
  readonly column?: string;
  /** The offending text, cut to a readable length. */
  readonly value?: string;
}

/** Either the parsed thing or every fault found, never both. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };
