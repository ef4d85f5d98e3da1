/** A long draft is made a month at a time; what is wrong and how full it is are told of all of it. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/calendar/interval.ts';
import type { Case } from '../../../src/domain/case.ts';
import { seat } from '../../app/sample-app.ts';
import { sampleCase } from '../../sample-case.ts';
import { makingSite } from './making-site.ts';

const DAY_MS = 86_400_000;

/** Nothing is wrong but seats that are empty. */
function ofDays(days: number): Case {
  const source = sampleCase('unit-small');
  const { start } = source.period.span;
  const span = { start, end: (start + days * DAY_MS) as Instant };
  const rules = source.ruleSet.rules.filter(({ constraint }) => constraint === 'cover-minimum');
  return { ...source, ruleSet: { ...source.ruleSet, rules }, period: { ...source.period, span }, pins: [] };
}

async function opened(days: number) {
  const making = await makingSite(ofDays(days));
  const { plan, page } = making;
  const json = { accept: 'application/json' };
  const draft = async (query = '') =>
    (await making.get(`${page}/draft${query}`)).text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  const assign = (shift: number, person: number, query = '', headers = {}, revision = '') => {
    const { shiftId, place, staffId } = seat(plan, shift, person);
    const form = { seat: `${shiftId}@${place}`, seen: '', choice: `assign ${staffId}`, revision };
    return making.post(`${page}/draft/edit${query}`, form, headers);
  };
  const months = (text: string) => [
    ...new Set([...text.matchAll(/id="day-(\d{4}-\d\d)/g)].map(([, month]) => month)),
  ];
  return { ...making, draft, assign, months, json };
}

describe('a draft of many months', () => {
  it('is made a month at a time, and an edit leads back to its month', async () => {
    const { assign, draft, months, plan } = await opened(120);
    const last = plan.shifts.length - 1;
    const edited = await assign(last, 1, '?month=2027-06');
    expect([edited.status, edited.location]).toEqual([303, expect.stringMatching(/draft\?month=2027-06$/)]);
    const june = await draft('?month=2027-06');
    expect(months(june)).toEqual(['2027-06']);
    expect(june).toContain('draft?month=2027-05');
    expect(june).toContain('draft/edit?month=2027-06');
    expect(months(await draft())).toEqual(['2027-02']);
    expect(june.length).toBeLessThan((await draft('?month=nonsense')).length * 2);
  });

  it('opens the month of the seat that is asked for', async () => {
    const { assign, draft, months, plan } = await opened(120);
    await assign(0, 1);
    const { shiftId } = seat(plan, plan.shifts.length - 1, 0);
    const text = await draft(`?seat=${encodeURIComponent(`${shiftId}@0`)}`);
    expect(months(text)).toEqual(['2027-06']);
    expect(text).toContain('seat-title');
  });

  it('tells what is wrong in any month, with the way there, and how many seats of all are filled', async () => {
    const { assign, draft, plan } = await opened(120);
    await assign(0, 1);
    const [needed] = [plan.shifts.reduce((sum, { cover }) => sum + cover.minimum, 0)];
    const text = await draft();
    expect(text).toMatch(/draft\?month=2027-06#shift-/);
    expect(text).toContain(`1/${needed}`);
  });

  it('sends only cells of the month that is shown, all of them to a page that is old', async () => {
    const { assign, json, plan } = await opened(120);
    const cells = async (shift: number, month: string, revision: string) => {
      const { text } = await assign(shift, 1, `?month=${month}`, json, revision);
      const { parts } = JSON.parse(text) as { parts: Record<string, string> };
      return Object.keys(parts).filter((name) => name.startsWith('cell:')).length;
    };
    const last = plan.shifts.length - 1;
    const june = plan.shifts.filter(({ day }) => day.startsWith('2027-06')).length;
    expect(june).toBeLessThan(plan.shifts.length / 4);
    expect(await cells(last, '2027-06', '0')).toBe(1);
    expect(await cells(last - 1, '2027-02', '1')).toBe(0);
    expect(await cells(last - 2, '2027-06', '1')).toBe(june);
  });

  it('by person shows a month too, with the totals of all', async () => {
    const { assign, get, page, plan } = await opened(120);
    await assign(plan.shifts.length - 1, 1);
    const { text } = await get(`${page}/draft/people?month=2027-02`);
    expect(text).toContain('2027-03');
    expect(text.split('<th').length).toBeLessThan(plan.days.length);
  });

  it('is shown whole when it is short', async () => {
    const { assign, draft, months } = await opened(30);
    await assign(0, 1);
    expect(months(await draft())).toEqual(['2027-02', '2027-03']);
  });
});
