/** English sentences: why nobody could take a seat. Each stands before a count and names. */

import type { solverVi } from '../vi/solver.ts';

export const solverEn: Record<keyof typeof solverVi, string> = {
  'shortage.stands': 'already on this shift',
  'shortage.free': 'no hard rule in the way: may still be put here',
  'shortage.rule.qualified': 'lacks a skill of the post',
  'shortage.rule.available': 'on leave',
  'shortage.rule.no-overlap': 'on another shift at that hour',
  'shortage.rule.minimum-rest': 'needs the rest between two shifts',
  'shortage.rule.most-shifts': 'has as many shifts as allowed',
  'shortage.rule.most-hours': 'has as many hours as allowed',
  'shortage.rule.most-nights': 'has as many nights as allowed',
  'shortage.rule.most-consecutive-days': 'has as many days in a row as allowed',
  'shortage.rule.least-consecutive-days': 'would stand too few days in a row',
  'shortage.rule.least-days-off': 'would have too few days off between',
  'shortage.rule.forbidden-succession': 'this shift may not follow or precede one they have',
  'shortage.rule.newcomer-accompanied': 'a newcomer with nobody experienced beside them',
  'shortage.rule.apart': 'may not share it with someone on it',
  'shortage.rule.together': 'has to stand with someone else',
};
