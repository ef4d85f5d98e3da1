/** What is said of a roster's quality: only what a bound supports, and only where it says something. */

import { describe, expect, it } from 'vitest';
import { qualityOf } from '../../src/domain/certificate.ts';

const score = { hard: 0, cover: 0, soft: 780 };

describe('quality', () => {
  it.each([
    ['proven', { score, bound: score, proven: true }, { kind: 'proven' }],
    [
      'within a share of the bound',
      { score, bound: { ...score, soft: 600 }, proven: false },
      { kind: 'within', gap: 0.3 },
    ],
    ['as much again', { score, bound: { ...score, soft: 390 }, proven: false }, { kind: 'within', gap: 1 }],
    [
      'a bound too far below to say anything',
      { score, bound: { ...score, soft: 27 }, proven: false },
      {
        kind: 'unknown',
      },
    ],
    ['a bound of nought', { score, bound: { ...score, soft: 0 }, proven: false }, { kind: 'unknown' }],
    [
      'a bound with fewer gaps',
      { score: { ...score, cover: 2 }, bound: { ...score, soft: 700 }, proven: false },
      { kind: 'unknown' },
    ],
    ['no bound', { score, proven: false }, { kind: 'unknown' }],
  ] as const)('%s', (_, certificate, quality) => {
    expect(qualityOf(certificate)).toEqual(quality);
  });
});
