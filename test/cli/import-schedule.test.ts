/** `rota import schedule`: from another tool's file to posts and a draft, as a person would at the console. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rota, SAMPLES, temporaryFolder } from './rota.ts';

const SAMPLE = join(import.meta.dirname, '../move-in/samples/goalert.json');

describe('rota import schedule', () => {
  it('looks without writing, asks whom names mean, and takes what is answered into the draft', async () => {
    const cwd = temporaryFolder();
    const where = { cwd, env: { ROTA_DB: join(cwd, 'rota.db') } };
    expect((await rota(['load', join(SAMPLES, 'unit-small')], where)).code).toBe(0);
    const looked = await rota(['import', 'schedule', SAMPLE, '--dry-run'], where);
    expect(looked.err).toContain('4 người, 2 vòng trực, 2 lần thay ca.');
    expect(looked.err).toContain('trong tệp không có vòng trực này');
    expect(looked.code).toBe(2);
    const asked = await rota(['import', 'schedule', SAMPLE], where);
    expect([asked.code, asked.err.includes('Đã thêm 2 vị trí')]).toEqual([2, true]);

    const names = readFileSync(join(SAMPLES, 'unit-small/staff.csv'), 'utf8')
      .split('\n')
      .slice(1, 5)
      .map((line) => line.split('\t')[0] ?? '');
    const named = ['Lê An', 'Trần Bình', 'Đỗ Chi', 'Vũ Dũng'].reduce(
      (text, sample, i) => text.replaceAll(sample, names[i] ?? ''),
      readFileSync(SAMPLE, 'utf8'),
    );
    writeFileSync(join(cwd, 'schedule.json'), named);
    const taken = await rota(['import', 'schedule', 'schedule.json', '--json'], where);
    expect(taken.code).toBe(0);
    const { taken: figures } = JSON.parse(taken.out) as { readonly taken: { readonly added: number } };
    expect(figures.added).toBeGreaterThan(5);

    writeFileSync(join(cwd, 'a.json'), '{}');
    const refused = await rota(['import', 'schedule', 'a.json'], where);
    expect([refused.code, refused.err.includes('Không thấy lịch trực nào trong tệp')]).toEqual([2, true]);
  });
});
