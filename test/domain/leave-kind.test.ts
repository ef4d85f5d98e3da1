import { describe, expect, it } from 'vitest';
import { isKeptLeave } from '../../src/domain/leave-kind.ts';
import { leaveKindOf } from '../../src/input/leave-words.ts';

describe('kinds of leave', () => {
  it.each([
    ['phép', 'annual'],
    ['P', 'annual'],
    ['nghỉ thai sản', 'maternity'],
    ['TS', 'maternity'],
    ['ốm', 'sick'],
    ['nghỉ ốm nặng', 'sick'],
    ['đi học', 'study'],
    ['CT', 'travel'],
    ['nghỉ bù', 'in-lieu'],
    ['nghỉ', undefined],
    ['nghỉ việc riêng', undefined],
    ['muốn trực', undefined],
  ])('reads %s', (word, kind) => {
    expect(leaveKindOf(word)?.leaveKind).toBe(kind);
  });

  it.each([
    [{ kind: 'maternity', note: '' }, true],
    [{ kind: 'sick', note: '' }, true],
    [{ kind: 'annual', note: 'ốm' }, false],
    [{ note: 'nghỉ thai sản' }, true],
    [{ note: 'nghỉ ốm' }, true],
    [{ note: 'về quê' }, false],
    [{ note: 'sinh nhật' }, false],
  ] as const)('of %j says whether it is kept', (leave, kept) => {
    expect(isKeptLeave(leave)).toBe(kept);
  });
});
