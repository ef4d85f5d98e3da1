/**
 * Facts of ours that others carry or that lie about, sealed (`secret-box.ts`). What opens was written by us; whether by
 * this program or one before it is not said, so its shape is checked.
 */

import type { z } from 'zod';
import type { App } from '../app.ts';
import { seal, unseal } from './secret-box.ts';

export function sealJson(app: Pick<App, 'sealingKey' | 'randomBytes'>, owner: string, facts: object): string {
  return seal(app, owner, Buffer.from(JSON.stringify(facts)));
}

/** Throws where it does not open, or is of another shape. */
export function unsealJson<T>(
  app: Pick<App, 'sealingKey'>,
  owner: string,
  { sealed, shape }: { readonly sealed: string; readonly shape: z.ZodType<T> },
): T {
  return shape.parse(JSON.parse(Buffer.from(unseal(app, owner, sealed)).toString()));
}

/** Undefined for what is not ours, or is of another shape. */
export function carriedJson<T>(...asked: Parameters<typeof unsealJson<T>>): T | undefined {
  try {
    return unsealJson(...asked);
  } catch {
    return undefined;
  }
}
