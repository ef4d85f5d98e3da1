/** `rota import ledger`: rosters of the past and figures, from the command line. */

import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listUnitLedger } from '../../src/store/ledger-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { loadedFile } from '../store/loaded-file.ts';
import { rota } from './rota.ts';

async function database() {
  const source = sampleCase('tet-2027-province');
  const { path, key } = await loadedFile(source);
  const app = await openApp(path, sampleHolidays());
  const { unitId } = key;
  const [first, second] = source.staff;
  const of = async (year: number) =>
    (await listUnitLedger(app.db, unitId))
      .filter((each) => each.year === year)
      .map(({ staffId, kind, amount }) => `${staffId} ${kind} ${amount}`)
      .sort();
  const file = (text: string): string => {
    const made = join(dirname(path), 'so.csv');
    writeFileSync(made, text);
    return made;
  };
  return { env: { ROTA_DB: path }, first, second, of, file, close: () => app.close() };
}

describe('rota import ledger', () => {
  it('counts a roster of the past, who stood Giao thừa too, once however often it comes', async () => {
    const { env, first, second, of, file, close } = await database();
    // Giao thừa of 2021 was the night of 11 February.
    const past = file(
      `LỊCH TRỰC TẾT TÂN SỬU 2021,\nNgày,Lãnh đạo trực\n11/02,${first?.name}\n12/02,${second?.name}\n`,
    );
    for (const _ of [1, 2]) {
      const { code, out } = await rota(['import', 'ledger', past], { env });
      expect([code, out.includes('Giao thừa 1')]).toEqual([0, true]);
    }
    const carried = await of(2021);
    expect(carried).toContain(`${first?.id} giao-thua 1`);
    expect(carried).toContain(`${second?.id} mung-1 1`);
    expect(carried.filter((line) => line.includes('points'))).toHaveLength(2);
    await close();
  });

  it('takes figures by person and year, and asks about whom it does not know', async () => {
    const { env, first, of, file, close } = await database();
    const figures = file(`Họ và tên,Năm,Điểm,Giao thừa\n${first?.name},2019,31,1\nNguyễn Văn Lạ,2019,5,\n`);
    const asked = await rota(['import', 'ledger', figures], { env });
    expect([asked.code, await of(2019)]).toEqual([2, []]);
    const done = await rota(['import', 'ledger', figures, '--answer', 'who-nguyen van la=none'], { env });
    expect([done.code, await of(2019)]).toEqual([0, [`${first?.id} giao-thua 1`, `${first?.id} points 31`]]);
    await close();
  });
});
