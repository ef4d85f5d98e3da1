/** What is wrong with one field of a form, as a message key. The sentence, and where it stands on the page, are others' work. */

import type { Params } from './app-error.ts';

export interface FieldFault {
  /** Of no field when it is about the whole form. */
  readonly field?: string;
  readonly key: string;
  readonly params: Params;
}
