/** English sentences: parts of rules, profiles, and what is wrong with a rule. */

import type { rulePartsVi } from '../vi/rule-parts.ts';

export const rulePartsEn: Record<keyof typeof rulePartsVi, string> = {
  'constraint.scope.all': 'All shifts count.',
  'constraint.scope.on-site': 'Only shifts on site count.',
  'constraint.scope.standby': 'Only standby shifts count.',
  'constraint.shift-kind.any': 'any shift',
  'constraint.shift-kind.night': 'night shift',
  'constraint.shift-kind.day': 'day shift',

  'profile.labour-code.name': 'By the Labour Code',
  'profile.labour-code.note':
    '12 hours of rest between shifts, a warning beyond 12 hours a day or 48 a week, a day of rest each week.',
  'profile.duty-24-24.name': '24/24 duty with time off in lieu',
  'profile.duty-24-24.note':
    'Rest at least as long as the duty stood, and no less than 12 hours; a day of rest each week; hours are not capped.',

  'error.constraint.unknown': 'There is no rule with the code “{code}”.',

  'fault.rule.unknown': 'There is no rule “{value}”. You could look at the list of rules in the README.',
  'fault.rule.unknown-near': 'There is no rule “{value}”. Perhaps “{suggestion}” is meant.',
  'fault.rule.twice':
    'The rule “{id}” is changed twice. You could merge the two, or give an added rule an id of its own.',
  'fault.rule.other-constraint':
    'The rule “{id}” is of the kind “{constraint}”, which cannot be changed. You could switch it off and add a rule with another id.',
  'fault.rule.balance-hard':
    'Fair sharing cannot be compulsory, since no roster is perfectly even. You could give it more weight.',
  'fault.rule.most-missing':
    'A number of days is given, but no limit. You could add “most”, or leave out “windowDays”.',
  'fault.rule.nobody': 'Choose at least one person or group, or leave out “who”.',
  'fault.rule.quota-least': 'The least is more than the most. Try exchanging the two.',
  'fault.rule.turn-twice': 'Someone stands in the list twice.',
  'fault.rule.same-person': 'Each person is chosen once.',
};
