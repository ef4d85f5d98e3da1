/** The rules of a period as a page writes them, held to the catalogue and to the period's own people and posts. */

import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { parseRuleSet } from '../../input/rule-set-form.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type PeriodRewritten, rewritePeriod } from './rewrite-period.ts';

export interface RulesSaving {
  readonly key: PeriodKey;
  /** `{ profile, rules, points }`, each rule as `rule-parser.ts` reads it. */
  readonly written: unknown;
  /** Stamp of the rule set this was made from. */
  readonly seen: string;
  readonly actor: string;
}

/** What the stamp of a page about rules is taken of. */
export const rulesSeen = ({ ruleSet }: Case): unknown => ruleSet;

/** Throws as `rewritePeriod` does. */
export async function saveRules(app: App, { written, seen, ...rest }: RulesSaving): Promise<PeriodRewritten> {
  allow(app, 'rules.edit', rest.key);
  return rewritePeriod(app, {
    ...rest,
    seen: { stamp: seen, of: rulesSeen },
    agreed: false,
    change(source) {
      const staffIds = new Set(source.staff.map(({ id }) => id));
      const parsed = parseRuleSet(written, { staffIds, posts: source.posts });
      return parsed.ok ? { ...source, ruleSet: parsed.value } : parsed.faults;
    },
    action: 'rules.save',
    details: ({ ruleSet }) => ({ profile: ruleSet.profile, rules: ruleSet.rules.length }),
  });
}
