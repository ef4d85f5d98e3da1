/** Content codings a client takes (RFC 9110 §12.5.3), and bodies coded so. */

import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { onceForEach } from '../../kernel/once-for.ts';

const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number] | 'identity';

/** Readers send few different lines, each again and again. */
const MOST_CHOSEN = 200;

/** The coding with the highest weight, br before gzip; identity when none is named or all are refused. */
export const chooseCoding: (accepted: string | undefined) => Coding = onceForEach(
  MOST_CHOSEN,
  heaviestCoding,
);

function heaviestCoding(accepted: string | undefined): Coding {
  if (accepted === undefined) return 'identity';
  const weights = new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...params] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = params.find((param) => param.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  const weightOf = (coding: Coding): number => weights.get(coding) ?? weights.get('*') ?? 0;
  const best = CODINGS.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  if (best === undefined || !(weightOf(best) > 0)) return 'identity';
  return weightOf(best) >= (weights.get('identity') ?? 0) ? best : 'identity';
}

/** Quick rather than small: feeds are coded while someone waits. */
const BROTLI_QUALITY = 4;

export function encodeBody(body: Buffer, coding: Coding): Buffer {
  if (coding === 'gzip') return gzipSync(body);
  if (coding === 'br') {
    return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  }
  return body;
}
