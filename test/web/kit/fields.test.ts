/** Fields keep what was typed and tell every fault beside the field it is about. */

import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/translate.ts';
import { formOf, momentIn, TICKED } from '../../../src/web/kit/fields.ts';
import type { Visit } from '../../../src/web/kit/visit.ts';

const visit = { say: (key: string, params = {}) => translate('vi', key, params) } as Visit;
const OPTIONS = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B', note: 'b' },
];

describe('a form', () => {
  it('gives back what was typed, but never a password', () => {
    const form = formOf(visit, new URLSearchParams({ name: '<Hà>', password: 'bí mật' }));
    expect(form.text('name', 'access.field.name').value).toBe('<Hà>');
    expect(form.text('password', 'access.field.password', { type: 'password' }).value).toBe('');
  });

  it('tells all faults of a field in one place, and those of none above', () => {
    const form = formOf(visit, new URLSearchParams(), [
      { field: 'name', key: 'editor.new.fault.name' },
      { field: 'name', key: 'editor.new.fault.days' },
      { key: 'editor.new.fault.posts' },
    ]);
    const field = form.text('name', 'access.field.name', { hintKey: 'access.field.code-hint' });
    expect(field.faults).toHaveLength(2);
    expect(field.describedBy).toBe('hint-name fault-name');
    expect(form.whole).toEqual([visit.say('editor.new.fault.posts')]);
    expect(form.text('other', 'access.field.name').describedBy).toBe('');
  });

  it('marks what is chosen', () => {
    const form = formOf(
      visit,
      new URLSearchParams([
        ['x', 'b'],
        ['ok', TICKED],
      ]),
    );
    expect(form.choices('x', 'access.field.name', OPTIONS).options.map(({ chosen }) => chosen)).toEqual([
      false,
      true,
    ]);
    expect(form.select('x', 'access.field.name', OPTIONS).options[1]?.note).toBe('b');
    expect(form.check('ok', 'access.field.name').options[0]?.chosen).toBe(true);
    expect(form.check('no', 'access.field.name').options[0]?.chosen).toBe(false);
  });
});

describe('a moment sent back by a page', () => {
  it.each([
    ['1801872000000', 1801872000000],
    ['0', 0],
    ['', undefined],
    ['x', undefined],
    ['1.5', undefined],
    ['1e400', undefined],
  ])('%j is %s', (sent, moment) => {
    expect(momentIn(new URLSearchParams({ due: sent }), 'due')).toBe(moment);
    expect(momentIn(new URLSearchParams(), 'due')).toBeUndefined();
  });
});
