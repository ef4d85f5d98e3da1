import { describe, expect, it } from 'vitest';
import { createExchangeMemory, openExchange } from '../../src/solver-host/exchange.ts';

const score = (hard: number, cover: number, soft: number) => ({ hard, cover, soft });
const pair = () => {
  const memory = createExchangeMemory({ people: 3, shifts: 4 });
  return { memory, one: openExchange(memory), other: openExchange(memory) };
};

describe('an exchange', () => {
  it('begins with nothing', () => {
    const { one } = pair();
    expect(one.take(score(9, 9, 9))).toBeUndefined();
    expect(one.bound()).toBeUndefined();
  });

  it('hands a better roster to the others, once, and keeps the best of all', () => {
    const { one, other } = pair();
    one.publish(Int32Array.of(1, 5, 9), score(0, 1, 50));
    expect([...(other.take(score(0, 2, 0)) ?? [])]).toEqual([1, 5, 9]);
    expect(other.take(score(0, 2, 0))).toBeUndefined();
    other.publish(Int32Array.of(2), score(0, 3, 0));
    expect([...(one.take(score(9, 0, 0)) ?? [])]).toEqual([1, 5, 9]);
    other.publish(Int32Array.of(0, 4), score(0, 0, 70));
    expect([...(one.take(score(0, 1, 50)) ?? [])]).toEqual([0, 4]);
  });

  it('offers nothing that is no better', () => {
    const { one, other } = pair();
    one.publish(Int32Array.of(1), score(0, 0, 10));
    expect(other.take(score(0, 0, 10))).toBeUndefined();
    expect(other.take(score(0, 0, 5))).toBeUndefined();
  });

  it('keeps the highest bound, compared level by level', () => {
    const { one, other } = pair();
    one.raiseBound(score(0, 0, 40));
    other.raiseBound(score(0, 0, 30));
    expect(other.bound()).toEqual(score(0, 0, 40));
    other.raiseBound(score(0, 1, 0));
    expect(one.bound()).toEqual(score(0, 1, 0));
  });

  it('goes on when the lock was left behind by a thread that ended', () => {
    const { memory, one } = pair();
    new Int32Array(memory)[0] = 1;
    one.publish(Int32Array.of(1), score(0, 0, 1));
    one.raiseBound(score(0, 0, 1));
    expect(one.take(score(9, 9, 9))).toBeUndefined();
  });
});
