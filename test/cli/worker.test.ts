/** `rota worker` where there is nothing to share; at work it is tried by `npm run test:cluster`. */

import { describe, expect, it } from 'vitest';
import { rota } from './rota.ts';

describe('rota worker', () => {
  it('says that a file has no need of it', async () => {
    const { code, err } = await rota(['worker'], { env: { ROTA_DB: 'var/rota.db' } });
    expect(code).toBe(2);
    expect(err).toContain('rota serve tự xếp lịch');
  });

  it('does not run for nothing', async () => {
    const env = { ROTA_DB: 'postgres://rota@/rota?host=/nowhere', ROTA_WORKERS: '0' };
    const { code, err } = await rota(['worker'], { env });
    expect(code).toBe(2);
    expect(err).toContain('ROTA_WORKERS=0');
  });
});
