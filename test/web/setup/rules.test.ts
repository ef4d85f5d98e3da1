/** Rules of a period over HTTP: sentences with figures in them, saved all together or not at all. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { CONSTRAINTS } from '../../../src/constraints/catalogue.ts';
import { profileOf } from '../../../src/constraints/profiles.ts';
import { CATALOGUES } from '../../../src/i18n/catalogue.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { formIn, typed } from './setup-form.ts';

async function opened(): Promise<MakingSite> {
  const making = await makingSite('tet-2027-province');
  onTestFinished(() => making.site.close());
  return making;
}

async function shown({ get, page }: MakingSite): Promise<URLSearchParams> {
  return formIn((await get(`${page}/rules`)).text, `${page}/rules`);
}

/** The row of the form that has the rule. */
function rowOf(form: URLSearchParams, id: string): string {
  const found = [...form].find(([name, value]) => /^rule-\d+-id$/.test(name) && value === id);
  if (!found) throw new Error(`no row is ${id}`);
  return found[0].replace(/-id$/, '');
}

const ruleSetOf = async ({ app, key }: MakingSite) => (await getCase(app, key)).ruleSet;

describe('the page of rules', () => {
  it('has a row for every constraint there is, switched off where the period has no such rule', async () => {
    const making = await opened();
    const { text } = await making.get(`${making.page}/rules`);
    for (const { code } of CONSTRAINTS)
      expect(text).toContain(CATALOGUES.vi[`constraint.${code}.name` as never]);
    expect(text).toContain('Mỗi người trực không quá');
    expect(text).toContain('Bộ luật Lao động 2019, Điều 110');
    const form = await shown(making);
    expect(form.has(`${rowOf(form, 'minimum-rest')}-on`)).toBe(true);
    expect(form.has(`${rowOf(form, 'forbidden-succession')}-on`)).toBe(false);
  });

  it('changes nothing when what is shown is saved', async () => {
    for (const name of ['tet-2027-province', 'tet-2027-national', 'urgent-72h']) {
      const making = await makingSite(name);
      onTestFinished(() => making.site.close());
      const before = await ruleSetOf(making);
      const saved = await making.post(`${making.page}/rules`, typed(await shown(making), { step: 'save' }));
      expect(saved.location).toBe(`${making.page}/rules?done=saved`);
      const after = await ruleSetOf(making);
      const days = ({ params }: (typeof before.rules)[number]) =>
        Array.isArray(params.days) ? { days: params.days.toSorted() } : {};
      const byId = (rules: typeof before.rules) =>
        rules
          .map((rule) => ({ ...rule, params: { ...rule.params, ...days(rule) } }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
      expect([after.profile, after.points]).toEqual([before.profile, before.points]);
      expect(byId(after.rules)).toEqual(byId(before.rules));
    }
  });

  it('saves figures, strengths, scopes, people and points, and the draft loses its certificate', async () => {
    const making = await opened();
    const { app, key, post, page, plan } = making;
    await making.generate();
    const form = await shown(making);
    const [rest, week, apart, succession] = [
      'minimum-rest',
      'most-nights-week',
      'apart',
      'forbidden-succession',
    ].map((id) => rowOf(form, id));
    const [a, b] = plan.staff;
    const saved = await post(
      `${page}/rules`,
      typed(form, {
        [`${rest}-restHours`]: '11,5',
        [`${week}-strength`]: 'hard',
        [`${week}-scope-presence`]: 'on-site',
        [`${week}-scope-posts`]: ['giam-sat'],
        [`${apart}-on`]: 'yes',
        [`${apart}-staffIds`]: [a?.id ?? '', b?.id ?? ''],
        [`${apart}-within`]: 'day',
        [`${succession}-on`]: 'yes',
        [`${succession}-from`]: 'giam-sat/dem',
        'points-giao-thua': '6',
        'points-culture': '',
        step: 'save',
      }),
    );
    expect(saved.location).toBe(`${page}/rules?done=saved`);
    const { rules, points } = await ruleSetOf(making);
    const rule = (id: string) => rules.find((each) => each.id === id);
    expect(rule('minimum-rest')?.params).toMatchObject({ restHours: 11.5, asLongAsDuty: true });
    expect(rule('most-nights-week')).toMatchObject({
      strength: { kind: 'hard' },
      params: { most: 3, windowDays: 7, scope: { presence: 'on-site', posts: ['giam-sat'] } },
    });
    expect(rule('apart')?.params).toEqual({ staffIds: [a?.id, b?.id], within: 'day', scope: {} });
    expect(rule('forbidden-succession')?.params).toMatchObject({ from: 'giam-sat/dem', to: 'day' });
    expect([points.namedDays['giao-thua'], points.namedDays.culture]).toEqual([6, undefined]);
    expect((await openDraft(app, key)).draft?.certificate).toBeUndefined();
    expect((await making.get(`${page}/rules`)).text).toContain(
      'Những người này không có ca bắt đầu trong cùng một ngày với nhau',
    );
  });

  it('takes a rule out, and adds another of the same constraint', async () => {
    const making = await opened();
    const { post, page } = making;
    const path = `${page}/rules`;
    const more = await post(path, typed(await shown(making), { step: 'add most-shifts' }));
    expect(more.status).toBe(200);
    expect((await ruleSetOf(making)).rules.some(({ id }) => id === 'most-shifts-2')).toBe(false);
    const form = formIn(more.text, path);
    const second = rowOf(form, 'most-shifts-2');
    form.delete(`${rowOf(form, 'spacing')}-on`);
    const saved = await post(
      path,
      typed(form, { [`${second}-most`]: '2', [`${second}-windowDays`]: '3', step: 'save' }),
    );
    expect(saved.status).toBe(303);
    const { rules } = await ruleSetOf(making);
    expect(
      rules.filter(({ constraint }) => constraint === 'most-shifts').map(({ params }) => params),
    ).toEqual([
      { most: 4, scope: {} },
      { most: 2, windowDays: 3, scope: {} },
    ]);
    expect(rules.some(({ id }) => id === 'spacing')).toBe(false);
    const back = await shown(making);
    expect(back.has(`${rowOf(back, 'spacing')}-on`)).toBe(false);
  });

  it('goes back to a profile when asked, and only when saved', async () => {
    const making = await opened();
    const { post, page } = making;
    const path = `${page}/rules`;
    const reset = await post(path, typed(await shown(making), { step: 'profile', wanted: 'labour-code' }));
    expect(reset.text).toContain('Chưa lưu');
    expect((await ruleSetOf(making)).profile).toBe('duty-24-24');
    await post(path, typed(formIn(reset.text, path), { step: 'save' }));
    const saved = await ruleSetOf(making);
    expect(saved.profile).toBe('labour-code');
    expect(saved.rules.map(({ id }) => id).sort()).toEqual(
      profileOf('labour-code')
        .rules.map(({ id }) => id)
        .sort(),
    );
  });

  it('refuses with every fault together, each beside its figure, and saves nothing', async () => {
    const making = await opened();
    const { post, page } = making;
    const before = await ruleSetOf(making);
    const form = await shown(making);
    const [rest, shifts, together, balance] = ['minimum-rest', 'most-shifts', 'together', 'load-balance'].map(
      (id) => rowOf(form, id),
    );
    const refused = await post(
      `${page}/rules`,
      typed(form, {
        [`${rest}-restHours`]: 'mười hai',
        [`${rest}-standbyRestHours`]: '',
        [`${shifts}-most`]: '',
        [`${shifts}-windowDays`]: '0',
        [`${together}-on`]: 'yes',
        [`${balance}-weight`]: '0',
        [`${balance}-years`]: '4.5',
        'points-night': '-1',
        step: 'save',
      }),
    );
    expect(refused.status).toBe(422);
    for (const field of [
      `${rest}-restHours`,
      `${rest}-standbyRestHours`,
      `${shifts}-windowDays`,
      `${together}-staffIds`,
      `${balance}-weight`,
      `${balance}-years`,
      'points-night',
    ]) {
      expect([field, refused.text.includes(`id="fault-${field}"`)]).toEqual([field, true]);
    }
    expect(refused.text).toContain('value="mười hai"');
    expect(await ruleSetOf(making)).toEqual(before);
  });

  it('refuses people and posts there are not, and whoever comes second', async () => {
    const making = await opened();
    const { post, page, plan } = making;
    const form = await shown(making);
    const apart = rowOf(form, 'apart');
    const wrong = { [`${apart}-on`]: 'yes', [`${apart}-staffIds`]: [plan.staff[0]?.id ?? '', 'nobody'] };
    const refused = await post(`${page}/rules`, typed(form, { ...wrong, step: 'save' }));
    expect(refused.text).toContain('Không có “nobody”');
    await post(`${page}/rules`, typed(form, { 'points-night': '3', step: 'save' }));
    const late = await post(`${page}/rules`, typed(form, { 'points-night': '4', step: 'save' }));
    expect([late.status, late.text.includes('người khác đã lưu')]).toEqual([409, true]);
    expect((await ruleSetOf(making)).points.night).toBe(3);
    // What was typed is still there, and saving it again writes over theirs.
    await post(`${page}/rules`, typed(formIn(late.text, `${page}/rules`), { step: 'save' }));
    expect((await ruleSetOf(making)).points.night).toBe(4);
  });
});
