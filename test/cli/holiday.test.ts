/** The notice of a holiday, typed as one types it. */

import { describe, expect, it } from 'vitest';
import { sampleCase } from '../sample-case.ts';
import { loadedFile } from '../store/loaded-file.ts';
import { rota } from './rota.ts';

async function database(): Promise<Record<string, string>> {
  return { ROTA_DB: (await loadedFile(sampleCase('unit-small'))).path };
}

const NOTICE = ['--holiday', '2027-tet', '--number', '6150/TB-BLĐTBXH', '--date', '12/12/2026'];
const DAYS = ['--from', '05/02/2027', '--to', '14/02/2027', '--swaps', '12/02/2027=20/02/2027'];
const CALL = ['holiday', 'notice', ...NOTICE, ...DAYS];

describe('rota holiday notice', () => {
  it('shows what changes without writing, then writes the same', async () => {
    const env = await database();
    const dry = await rota([...CALL, '--dry-run', '--json'], { env });
    const { saved, ...shown } = JSON.parse(dry.out) as Record<string, unknown>;
    expect([dry.code, saved]).toEqual([0, false]);
    const wet = await rota([...CALL, '--json'], { env });
    expect(JSON.parse(wet.out)).toEqual({ saved: true, ...shown });
  });

  it('says it in words, days with their weekday, in both languages', async () => {
    const env = await database();
    const [vi, en] = await Promise.all(
      ['vi', 'en'].map((lang) => rota([...CALL, '--dry-run', '--lang', lang], { env })),
    );
    expect(vi?.out).toContain('Thứ Năm 04/02/2027: ngày lễ hưởng lương → ngày làm việc');
    expect(en?.out).toContain('Thursday 04/02/2027: paid holiday → working day');
    for (const each of [vi, en]) expect(each?.out).not.toMatch(/cli\.[a-z]|[{}]/);
  });

  it('tells every fault with its option, and writes nothing', async () => {
    const env = await database();
    const ran = await rota(['holiday', 'notice', '--holiday', '2027-tett', ...DAYS], { env });
    expect(ran.code).toBe(2);
    for (const option of ['--holiday', '--number', '--date']) expect(ran.err).toContain(`  ${option}: `);
    expect(ran.err).toContain('2027-tet”');
  });
});
