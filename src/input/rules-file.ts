/** `rules.json` → the rule set; who and what its rules name is looked up in the unit. */

import { mentionsOf, type RuleMention, ruleSetSource } from '../constraints/rule-set-source.ts';
import { CASE_FILES } from '../domain/case-files.ts';
import type { Rule, RuleSet } from '../domain/rule-set.ts';
import { unknownWord } from '../kernel/nearest.ts';
import type { FaultList } from './fault-list.ts';
import { readJson } from './json-file.ts';
import { formatPath, type JsonPath } from './json-issues.ts';
import type { References } from './people.ts';

/** Without a file, the default profile as it is. Undefined after telling at least one fault. */
export function parseRulesFile(
  bytes: Uint8Array | undefined,
  references: References,
  faults: FaultList,
): RuleSet | undefined {
  if (!bytes) return ruleSetSource.parse({});
  const ruleSet = readJson(CASE_FILES.rules, bytes, ruleSetSource, faults);
  if (!ruleSet) return undefined;
  return { ...ruleSet, rules: ruleSet.rules.map((rule) => withIds(rule, references, faults)) };
}

/** The rule with each name in it replaced by the id it means. */
function withIds(rule: Rule, references: References, faults: FaultList): Rule {
  return mentionsOf(rule).reduce((done, mention) => {
    const id = idOf(mention, rule, references, faults);
    return id === undefined || id === mention.id ? done : replaceAt(done, mention.path, id);
  }, rule);
}

/** Undefined after a fault, or when what defines it is at fault itself. */
function idOf(
  { kind, id, path }: RuleMention,
  rule: Rule,
  { people, posts }: References,
  faults: FaultList,
): string | undefined {
  const at = { file: CASE_FILES.rules, column: formatPath(['changes', rule.id, ...path]) };
  if (kind === 'staff') {
    const found = people.findByWord({ ...at, row: 0, text: id });
    if (found.kind === 'unknown') faults.fault(found.fault);
    return found.kind === 'found' ? found.staffId : undefined;
  }
  if (!posts) return undefined;
  const known =
    kind === 'post'
      ? posts.map((post) => post.id)
      : posts.flatMap((post) => post.patterns.map((pattern) => `${post.id}/${pattern.id}`));
  if (known.includes(id)) return id;
  const key = kind === 'post' ? 'fault.post.unknown' : 'fault.pattern.unknown';
  faults.fault({ ...at, ...unknownWord(key, id, known) });
  return undefined;
}

function replaceAt<T>(whole: T, path: JsonPath, value: string): T {
  const [first, ...rest] = path;
  if (first === undefined) return value as T;
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<PropertyKey, unknown>;
  copy[first] = replaceAt(copy[first], rest, value);
  return copy as T;
}
