/** `rota import`: any list from the command line, all of it or nothing. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listStaff } from '../../src/store/staff-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { loadedFile } from '../store/loaded-file.ts';
import { pathOfCopy, temporaryPath } from '../store/temporary-database.ts';
import { rota } from './rota.ts';

const FIELD = join(import.meta.dirname, '../input/tables/field');

async function database() {
  const { path, key } = await loadedFile(sampleCase('tet-2027-province'));
  const app = await openApp(path, sampleHolidays());
  const count = async (): Promise<number> => (await listStaff(app.db, key.unitId)).length;
  return { env: { ROTA_DB: path }, count, close: () => app.close() };
}

describe('rota import', () => {
  it('explains itself in both languages', async () => {
    for (const language of ['vi', 'en']) {
      const { code, out } = await rota(['import', '--help', '--lang', language]);
      expect(code).toBe(0);
      expect(out).not.toMatch(/cli\.[a-z]/);
    }
  });

  it('shows a list without writing it, then takes it', async () => {
    const { env, count, close } = await database();
    const before = await count();
    const file = join(FIELD, 'I01-two-line-header.xlsx');
    const dry = await rota(['import', 'staff', file, '--dry-run', '--json'], { env });
    expect(dry.code).toBe(0);
    const shown = JSON.parse(dry.out) as {
      rows: { name: string; phone: string }[];
      aside: unknown[];
      taken: unknown;
    };
    expect(shown.rows.map(({ name, phone }) => [name, phone])[0]).toEqual(['Nguyễn Hải Sơn', '0900000678']);
    expect([shown.rows.length, shown.aside.length, shown.taken]).toEqual([5, 9, false]);
    expect(await count()).toBe(before);
    expect((await rota(['import', 'staff', file], { env })).out).toContain('Đã nhập: 5 mới');
    expect(await count()).toBe(before + 5);
    await close();
  });

  it('asks, writes nothing, and goes by the answers', async () => {
    const { env, count, close } = await database();
    const before = await count();
    const asked = await rota(['import', 'staff', join(FIELD, 'I02-phones.xlsx')], { env });
    expect([asked.code, await count()]).toEqual([2, before]);
    expect(asked.out).toContain('Có phải 0900000678?');
    const matrix = join(FIELD, 'L02-leave-matrix.xlsx');
    const open = await rota(['import', 'leave', matrix, '--dry-run'], { env });
    expect([open.code, open.out.includes("--answer 'code-x=…'")]).toEqual([2, true]);
    const done = await rota(['import', 'leave', matrix, '--answer', 'code-x=none'], { env });
    expect([done.code, done.out.includes('Đã nhập: 2 mới')]).toEqual([0, true]);
    await close();
  });

  it('reads the sheet that is named, and says which there are', async () => {
    const { env, close } = await database();
    const file = join(FIELD, 'I07-sheets.xlsx');
    const one = await rota(['import', 'staff', file, '--sheet', 'Phòng Hạ tầng', '--dry-run'], { env });
    expect(one.out).toContain('Nguyễn Văn An');
    const none = await rota(['import', 'staff', file, '--sheet', 'Phòng X'], { env });
    expect([none.code, none.err.includes('Phòng ATTT')]).toEqual([2, true]);
    await close();
  });

  it('takes leave, people and the ledger in again as `rota export` wrote them', async () => {
    const { env, close } = await database();
    for (const [kind, format] of [
      ['leave', 'csv'],
      ['staff', 'xlsx'],
      ['ledger', 'xlsx'],
    ] as const) {
      const file = `${temporaryPath()}.${format}`;
      expect((await rota(['export', kind, file], { env })).code).toBe(0);
      const read = await rota(['import', kind, file, '--dry-run', '--json'], { env });
      expect([kind, read.code]).toEqual([kind, 0]);
      const { rows = [] } = JSON.parse(read.out) as { rows?: { verdict: string }[] };
      expect(rows.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    }
    expect((await rota(['export', 'leave', 'nghi.pdf'], { env })).code).toBe(2);
    await close();
  });

  it('takes a roster into the draft as pins, and asks before it does', async () => {
    const { env, close } = await database();
    const first = sampleCase('tet-2027-province').staff[0]?.name;
    const text = `Ngày,Lãnh đạo trực,Trực lạ\n05/02/2027,${first},\n06/02/2027,,${first}\n`;
    const file = pathOfCopy(new TextEncoder().encode(text));
    const open = await rota(['import', 'roster', file], { env });
    expect([open.code, open.out.includes("--answer 'where-truc la=…'")]).toEqual([2, true]);
    const done = await rota(['import', 'roster', file, '--answer', 'where-truc la=none', '--fixed'], { env });
    expect([done.code, done.out.includes('Đã nhập: 1 mới')]).toEqual([0, true]);
    await close();
  });
});
