/** Nobody is where they don't belong: the route table against the rows (issue: access matrix; ASVS 5.0 8.2, 8.3.1). */

import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/web/site/routes.ts';
import { checkMatrix } from './matrix.ts';
import { ROWS } from './rows.ts';

describe('the access matrix', () => {
  it('lets in whom the rows let in, and nobody else', async () => {
    const { checked, faults } = await checkMatrix();
    expect(faults).toEqual([]);
    expect(checked).toBe(ROUTES.length * 13);
  });

  it('has no row for a route that is gone', () => {
    const keys = new Set(ROUTES.map(({ method, path }) => `${method} ${path}`));
    expect(Object.keys(ROWS).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('notices a route without a row, and closes one that says nothing', async () => {
    const show = async () => ({ kind: 'redirect', to: '/' }) as const;
    const unsaid = await checkMatrix([{ method: 'get', path: '/unsaid', show }]);
    expect(unsaid.faults).toEqual(['get /unsaid: no row']);
    const open = await checkMatrix([{ method: 'post', path: '/periods/:period/publish', show }]);
    expect(open.faults).toContain('post /periods/:period/publish × own manager: forbidden');
    const wide = await checkMatrix([
      { method: 'post', path: '/periods/:period/publish', show, action: 'roster.view' },
    ]);
    expect(wide.faults).toContain('post /periods/:period/publish × own reader: in');
  });
});
