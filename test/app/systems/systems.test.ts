/** The list of systems follows what posts watch, keeps its names, and says who lacks a certificate. */

import { describe, expect, it } from 'vitest';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { chooseCertificates, forgetSystem, saveSystem } from '../../../src/app/systems/edit-systems.ts';
import { readSystems } from '../../../src/app/systems/read-systems.ts';
import { readWatchedHours } from '../../../src/app/systems/read-watched-hours.ts';
import { parseDay } from '../../../src/calendar/day.ts';
import type { Case } from '../../../src/domain/case.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { certificateIn, isCertificate } from '../../../src/domain/watched-system.ts';
import { type Loaded, loaded, published, seat, withoutRules } from '../sample-app.ts';

const WRITTEN = { level: '3', owner: 'Tổ hạ tầng', phone: '0900 000 111', email: '', note: '' };

function watching(source: Case): Case {
  const posts = source.posts.map((post) => ({
    ...post,
    systems: ['Cổng dịch vụ công', 'cong dich vu cong'],
  }));
  return { ...withoutRules(source), posts };
}

async function setting(): Promise<Loaded> {
  const made = await loaded(watching);
  const setting = { ...STANDARD_WATCH, parts: new Set(['systems'] as const) };
  await saveWatch(made.app, { unitId: made.key.unitId, setting, actor: 'cli' });
  return made;
}

function save({ app, key }: Loaded, name: string, id?: string) {
  const { unitId } = key;
  return saveSystem(app, {
    unitId,
    ...(id === undefined ? {} : { id }),
    written: { ...WRITTEN, name },
    actor: 'cli',
  });
}

describe('the list of systems', () => {
  it('is not there for a unit that does not use it', async () => {
    const { app, key } = await loaded();
    await expect(readSystems(app, key.unitId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('holds each system that posts watch once, however it is written, and needs nobody to enter it', async () => {
    const { app, key } = await setting();
    const { systems } = await readSystems(app, key.unitId);
    expect(systems.map(({ id, name, posts }) => [id, name, posts.length > 0])).toEqual([
      ['cong-dich-vu-cong', 'Cổng dịch vụ công', true],
    ]);
  });

  it('renames a system in every post, and knows rosters of before under the old name', async () => {
    const made = await setting();
    const { app, key, plan } = made;
    await published(app, key, [seat(plan, 0, 0)]);
    expect(await save(made, 'Cổng DVC tỉnh', 'cong-dich-vu-cong')).toEqual([]);
    const source = await getCase(app, key);
    expect(new Set(source?.posts.flatMap((post) => post.systems))).toEqual(new Set(['Cổng DVC tỉnh']));
    const day = plan.shifts[0]?.day ?? parseDay('2027-02-06');
    if (!day) throw new Error('the sample has shifts');
    const { systems } = await readWatchedHours(app, { unitId: key.unitId, from: day, to: day });
    expect(systems.map(({ system, spans }) => [system.name, spans.length > 0])).toEqual([
      ['Cổng DVC tỉnh', true],
    ]);
    expect(await save(made, 'Thư điện tử')).toEqual([]);
    expect(await save(made, 'CỔNG DỊCH VỤ CÔNG')).toMatchObject([{ key: 'systems.fault.name-taken' }]);
    await forgetSystem(app, { unitId: key.unitId, id: 'thu-dien-tu', actor: 'cli' });
    expect((await readSystems(app, key.unitId)).systems).toHaveLength(1);
  });

  it('counts a certificate to the last day its words say', () => {
    expect(certificateIn('Chứng chỉ ATTT đến 5/2/2027')).toEqual({
      name: 'Chứng chỉ ATTT',
      until: '2027-02-05',
    });
    expect(certificateIn('chứng chỉ A (hết hạn 31/12/2027)').until).toBe('2027-12-31');
    for (const skill of ['Trực đến 22:00', 'chứng chỉ đến 31/2/2027', 'đến 31/12/2027']) {
      expect(certificateIn(skill)).toEqual({ name: skill });
    }
    expect(isCertificate('CHUNG CHI ATTT đến 31/12/2027', ['Chứng chỉ ATTT'])).toBe(true);
  });

  it('names who stands a system of level 3 without a certificate, and nobody once the skill is one', async () => {
    const made = await setting();
    const { app, key, plan } = made;
    await published(app, key, [seat(plan, 0, 0)]);
    const lacking = async () =>
      (await readSystems(app, key.unitId)).systems.flatMap(({ uncertified }) =>
        uncertified.map(({ staffId }) => staffId),
      );
    expect(await lacking()).toEqual([]);
    await save(made, 'Cổng dịch vụ công', 'cong-dich-vu-cong');
    expect(await lacking()).toEqual([plan.staff[0]?.id]);
    const skills = plan.staff[0]?.skills ?? [];
    await chooseCertificates(app, { unitId: key.unitId, skills, actor: 'cli' });
    expect(await lacking()).toEqual([]);
  });

  it('refuses what is no level, no name, no phone, all together', async () => {
    const { app, key } = await setting();
    const written = { ...WRITTEN, name: ' ', level: '6', phone: 'gọi anh Ba' };
    const faults = await saveSystem(app, { unitId: key.unitId, written, actor: 'cli' });
    expect(faults.map(({ field }) => field).toSorted()).toEqual(['level', 'name', 'phone']);
  });
});
