/** What changes cost when a draft is mended: nothing may change that has begun, and the near is dearer than the far. */

import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { CHANGE_PRICE, changePrices, NEAR_FACTORS } from '../../../src/app/runs/change-price.ts';
import type { Runs } from '../../../src/app/runs/runs.ts';
import type { RunRequest } from '../../../src/app/runs/solve-runs.ts';
import { startMend } from '../../../src/app/runs/start-mend.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { NEARNESS, type Nearness } from '../../../src/domain/kept-run.ts';
import { fixturePlan } from '../../fixture-plan.ts';
import { loaded } from '../sample-app.ts';

const DAY_MS = 86_400_000;

/** A day shift on each of five days. */
const plan = fixturePlan({ staff: [], shifts: ['d1', 'd2', 'd3', 'd4', 'd5'] });
const first = plan.shifts[0]?.span.start ?? (0 as Instant);
const later = (ms: number): Instant => (first + ms) as Instant;
const price = { change: 100, nearFactor: 5, nearDays: 4 };

describe('the price of a change', () => {
  it.each([
    ['from the first shift on, falling evenly', later(0), price, [500, 400, 300, 200, 100]],
    ['from just after it: that one is shut', later(1), price, [0, 400, 300, 200, 100]],
    ['from the third day on', later(2 * DAY_MS), price, [0, 0, 500, 400, 300]],
    ['long before: near days are not reached', later(-9 * DAY_MS), price, [100, 100, 100, 100, 100]],
    ['the same on every day', later(0), { ...price, nearFactor: 1 }, [100, 100, 100, 100, 100]],
    ['without days that are near', later(0), { ...price, nearDays: 0 }, [500, 100, 100, 100, 100]],
  ])('%s', (_, from, setting, prices) => {
    expect(changePrices(plan, from, setting)).toEqual(prices);
  });

  it('is the same, three or ten times as much on the day, as chosen', () => {
    const onTheDay = NEARNESS.map(
      (near) => changePrices(plan, later(0), { ...CHANGE_PRICE, nearFactor: NEAR_FACTORS[near] })[0],
    );
    expect(onTheDay.map((one) => (one ?? 0) / CHANGE_PRICE.change)).toEqual([1, 3, 10]);
  });

  it('is the one that was chosen when a search starts', async () => {
    const { app, key, plan: loadedPlan } = await loaded();
    const from = loadedPlan.shifts[0]?.span.start ?? (0 as Instant);
    const dearestWith = async (near: Nearness): Promise<number> => {
      const asked: RunRequest[] = [];
      const runs = {
        start: (_: App, request: RunRequest) => {
          asked.push(request);
          throw new Error('asked');
        },
      } as unknown as Runs;
      const starting = startMend(app, runs, { key, from, seconds: 1, near, actor: 'ha' });
      await expect(starting).rejects.toThrow('asked');
      const { masks = [], rules = [] } = asked[0]?.problem ?? {};
      const amounts = masks
        .filter(({ rule }) => rules[rule]?.id === 'mend-changes')
        .map(({ amount }) => amount);
      return Math.max(...amounts) / CHANGE_PRICE.change;
    };
    expect(await dearestWith('even')).toBe(1);
    expect(await dearestWith('usual')).toBe(3);
    expect(await dearestWith('dear')).toBe(10);
  });
});
