/** The gate before work that takes long. */

import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/app/gate.ts';

describe('a gate', () => {
  const setting = () => {
    const gate = createGate({ atOnce: 2, mostWaiting: 3, refusal: 'editor.failure.repairs-busy' });
    const ends: ((how?: Error) => void)[] = [];
    const ask = () =>
      gate(() => new Promise<void>((resolve, reject) => ends.push((how) => (how ? reject(how) : resolve()))));
    return { ends, ask };
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('lets so many in, keeps so many in line, and refuses the next at once', async () => {
    const { ends, ask } = setting();
    const asked = Array.from({ length: 5 }, ask);
    await turn();
    expect(ends).toHaveLength(2);
    await expect(ask()).rejects.toMatchObject({ code: 'unavailable', key: 'editor.failure.repairs-busy' });
    ends[0]?.();
    await turn();
    expect(ends).toHaveLength(3);
    for (let i = 1; i < 5; i++) {
      ends[i]?.();
      await turn();
    }
    await Promise.all(asked);
    expect(ends).toHaveLength(5);
  });

  it('lets the last of who has most in line give way to another', async () => {
    const gate = createGate({ atOnce: 1, mostWaiting: 3, refusal: 'editor.failure.repairs-busy' });
    const ends: (() => void)[] = [];
    const done: string[] = [];
    const ask = (name: string) =>
      gate(() => new Promise<void>((resolve) => ends.push(resolve)), name.slice(0, 1)).then(
        () => done.push(name),
        () => done.push(`${name} refused`),
      );
    const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map(ask);
    await turn();
    for (let i = 0; i < 4; i++) {
      ends[i]?.();
      await turn();
    }
    await Promise.all(all);
    expect(done).toEqual(['a4 refused', 'a1', 'a2', 'b1', 'a3']);
  });

  it('gives the place of work that failed to the next', async () => {
    const { ends, ask } = setting();
    const asked = Array.from({ length: 4 }, ask);
    await turn();
    for (const how of [new Error('broken'), new Error('broken')]) ends.shift()?.(how);
    expect((await Promise.allSettled(asked.slice(0, 2))).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    await turn();
    for (const end of ends.splice(0)) end();
    await Promise.all(asked.slice(2));
    const again = [ask(), ask()];
    await turn();
    expect(ends).toHaveLength(2);
    for (const end of ends) end();
    await Promise.all(again);
  });
});
