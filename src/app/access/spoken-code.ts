/** Codes that people read off paper or a screen: letters of which none is read for another, in groups. */

import type { App } from '../app.ts';

/** Crockford's letters. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 5 bits of chance a letter: 32 of them divide 256 evenly, so each is as likely as the next. `7K2M-…` in groups of so many. */
export function newSpokenCode(app: Pick<App, 'randomBytes'>, length: number, group: number): string {
  const letters = [...app.randomBytes(length)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return letters.replace(new RegExp(`.{${group}}(?=.)`, 'g'), '$&-');
}

/** However it is typed: small letters, other dashes, O for 0, I and L for 1. */
export function readSpokenCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return letters.replace(/[^0-9A-Z]/g, '');
}
