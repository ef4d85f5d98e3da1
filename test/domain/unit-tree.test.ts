import { describe, expect, it } from 'vitest';
import { MOST_LEVELS, moveFault, type TreeEdge, treeFaults } from '../../src/domain/unit-tree.ts';

/** `a<b` : b stands below a; a lone name is a top. */
function tree(...edges: readonly string[]): TreeEdge[] {
  return edges.map((edge) => {
    const [unitId = '', superiorId] = edge.split('<').reverse();
    return superiorId === undefined ? { unitId } : { unitId, superiorId };
  });
}

const chain = (levels: number): TreeEdge[] =>
  Array.from({ length: levels }, (_, i) =>
    i === 0 ? { unitId: 'u1' } : { unitId: `u${i + 1}`, superiorId: `u${i}` },
  );

describe('the tree of units', () => {
  it('is sound from one unit to the deepest it may be', () => {
    expect(treeFaults(tree('tinh'))).toEqual([]);
    expect(treeFaults(tree('tinh', 'tinh<so', 'tinh<xa', 'so<trungtam'))).toEqual([]);
    expect(treeFaults(chain(MOST_LEVELS))).toEqual([]);
  });

  it('names who would lie too deep', () => {
    expect(treeFaults(chain(MOST_LEVELS + 1))).toEqual([{ kind: 'deep', unitId: 'u7', levels: 7 }]);
  });

  it('finds a circle from each unit on it, and no more', () => {
    expect(treeFaults(tree('b<a', 'a<b', 'a<c'))).toEqual([
      { kind: 'circle', unitIds: ['a', 'b'] },
      { kind: 'circle', unitIds: ['b', 'a'] },
    ]);
    expect(treeFaults(tree('a<a'))).toEqual([{ kind: 'circle', unitIds: ['a'] }]);
  });

  it('refuses a move below one of its own', () => {
    const edges = tree('tinh', 'tinh<so', 'so<trungtam');
    expect(moveFault(edges, tree('trungtam<so'))).toMatchObject({ kind: 'circle' });
    expect(moveFault(edges, tree('tinh<trungtam'))).toBeUndefined();
  });

  it('sees several moves as one: those that only together would be a circle', () => {
    const edges = tree('a', 'b');
    expect(moveFault(edges, tree('a<b'))).toBeUndefined();
    expect(moveFault(edges, tree('a<b', 'b<a'))).toMatchObject({ kind: 'circle' });
  });

  it('refuses to hang a deep branch below a deep one', () => {
    const deep = chain(4);
    const other = [{ unitId: 'x' }, { unitId: 'y', superiorId: 'x' }, { unitId: 'z', superiorId: 'y' }];
    expect(moveFault([...deep, ...other], [{ unitId: 'x', superiorId: 'u4' }])).toEqual({
      kind: 'deep',
      unitId: 'z',
      levels: 7,
    });
    expect(moveFault([...deep, ...other], [{ unitId: 'x', superiorId: 'u3' }])).toBeUndefined();
  });
});
