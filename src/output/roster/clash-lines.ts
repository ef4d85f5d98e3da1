/** `“Số ca ít nhất” đòi Hà trực ít nhất 5 ca, mà “Số ca nhiều nhất” chỉ cho 3.` What contradicts itself in a plan, rules by name. */

import { ruleClashes } from '../../constraints/clashes/rule-clashes.ts';
import type { Plan } from '../../domain/plan.ts';
import { isMessageKey, type Language, type MessageParams, translate } from '../../i18n/translate.ts';

/** A rule that is the only one of its kind is told by its name alone; of several the id tells which. */
export function clashLines(language: Language, plan: Plan): string[] {
  const { rules } = plan.ruleSet;
  const alone = rules.filter((rule) =>
    rules.every((each) => each === rule || each.constraint !== rule.constraint),
  );
  return ruleClashes(plan).map(({ key, params = {} }) =>
    alone.reduce(
      (line, { id }) => line.replaceAll(` (${id})`, '').replaceAll(`: ${id})`, ')'),
      translate(language, key, namedRules(language, params)),
    ),
  );
}

/** The figures with names of rules in place of their codes. */
export function namedRules(language: Language, params: MessageParams): MessageParams {
  const named = (['constraint', 'other'] as const).flatMap((part) => {
    const name = `constraint.${params[part]}.name`;
    return isMessageKey(name) ? [[part, translate(language, name)] as const] : [];
  });
  const others = String(params.others ?? '')
    .split(', ')
    .filter(Boolean)
    .map((each) => {
      const [code = '', id = ''] = each.split(':');
      const name = `constraint.${code}.name`;
      return `“${isMessageKey(name) ? translate(language, name) : code}” (${id})`;
    });
  return { ...params, ...Object.fromEntries(named), others: others.join(', ') };
}
