/** Every constraint of the catalogue has a form by itself, and every word the form needs. */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CONSTRAINTS } from '../../src/constraints/catalogue.ts';
import { ruleFields } from '../../src/constraints/rule-fields.ts';
import { isMessageKey } from '../../src/i18n/translate.ts';

describe.each(CONSTRAINTS.map((constraint) => [constraint.code, constraint] as const))(
  '%s',
  (code, constraint) => {
    it('has a field for each of its parameters, and its words', () => {
      const fields = ruleFields(constraint);
      const shape = Reflect.get(constraint.params, 'shape') as object;
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(shape));
      const keys = [
        `constraint.${code}.name`,
        `constraint.${code}.unit`,
        `constraint.${code}.about`,
        ...fields.map(({ name }) => `rules.param.${name}`),
        ...fields.flatMap((field) =>
          field.kind === 'choice' ? field.options.map((option) => `rules.param.${field.name}.${option}`) : [],
        ),
        ...fields.flatMap((field) =>
          field.kind === 'number' && field.optional ? [`rules.param.${field.name}.blank`] : [],
        ),
      ];
      expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
    });
  },
);

describe('a parameter no form can show', () => {
  it('is told to who adds the constraint', () => {
    const params = z.strictObject({ anything: z.record(z.string(), z.unknown()) });
    expect(() => ruleFields({ code: 'odd', params })).toThrow('no form can show anything of odd');
  });
});
