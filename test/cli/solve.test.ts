import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recount } from './recount.ts';
import { rota, SAMPLES, temporaryFolder } from './rota.ts';

const FULL = ['tet-2027-province', 'urgent-72h', 'new-year-and-tet-2027'];
const STEPS = ['--moves', '400000', '--seed', '1'];

describe('rota solve and check', () => {
  it.each(FULL)('covers every seat of %s, and a recount from the files agrees', async (sample) => {
    const folder = join(SAMPLES, sample);
    const out = temporaryFolder();
    const solved = await rota(['solve', folder, '--out', out, '--json', ...STEPS]);
    expect(solved.code, solved.err).toBe(0);
    expect(JSON.parse(solved.out)).toMatchObject({ score: { hard: 0, cover: 0 } });
    const rosterFile = join(out, 'roster.json');
    const checked = await rota(['check', folder, '--roster', rosterFile, '--json']);
    expect(checked.code).toBe(0);
    const { score } = JSON.parse(checked.out) as { score: object };
    expect(score).toEqual((JSON.parse(solved.out) as { score: object }).score);
    const counted = recount(folder, rosterFile, { onSite: 720, standby: 480 });
    expect(counted.shifts).toBeGreaterThan(10);
    expect(counted).toMatchObject({ missing: 0, overlaps: [], shortRests: [], onLeave: [], unqualified: [] });
  });

  it('sees what the recount sees when a roster is spoiled', async () => {
    const folder = join(SAMPLES, 'tet-2027-province');
    const out = temporaryFolder();
    await rota(['solve', folder, '--out', out, '--moves', '100000']);
    const file = join(out, 'roster.json');
    const roster = JSON.parse(readFileSync(file, 'utf8')) as {
      shifts: { id: string; seats: { staff: string; name: string }[] }[];
    };
    const morning = roster.shifts.find(({ id }) => id.startsWith('giam-sat/sang/'));
    const afternoon = roster.shifts.find(({ id }) => id.startsWith('giam-sat/chieu/'));
    const [stands] = morning?.seats ?? [];
    const [replaced] = afternoon?.seats ?? [];
    if (!stands || !replaced) throw new Error('the sample has changed');
    Object.assign(replaced, { staff: stands.staff, name: stands.name });
    writeFileSync(file, JSON.stringify(roster));
    const checked = await rota(['check', folder, '--roster', file, '--json']);
    expect(checked.code).toBe(1);
    const { violations } = JSON.parse(checked.out) as { violations: { constraint: string; level: string }[] };
    expect(violations.filter(({ level }) => level === 'hard').map(({ constraint }) => constraint)).toContain(
      'minimum-rest',
    );
    expect(recount(folder, file, { onSite: 720, standby: 480 }).shortRests.length).toBeGreaterThan(0);
  });

  it('gives the same roster for the same seed and steps', async () => {
    const [a, b] = [temporaryFolder(), temporaryFolder()];
    const words = ['solve', join(SAMPLES, 'urgent-72h'), '--moves', '200000', '--seed', '7', '--out'];
    await Promise.all([rota([...words, a]), rota([...words, b])]);
    expect(readFileSync(join(a, 'roster.json'), 'utf8')).toBe(readFileSync(join(b, 'roster.json'), 'utf8'));
  });

  it('ends with 1 and says why when seats cannot be filled', async () => {
    const ran = await rota([
      'solve',
      join(SAMPLES, 'unit-small'),
      '--out',
      temporaryFolder(),
      '--moves',
      '200000',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('ghế trống');
    expect(ran.out).toContain('Vì sao còn ghế trống');
  });
});

describe('rota', () => {
  it.each(['load', 'solve', 'check', 'publish', 'feed', 'print', 'demo', 'serve'])(
    'explains %s with --help in both languages',
    async (name) => {
      const [vi, en] = await Promise.all([rota([name, '--help']), rota([name, '--help', '--lang', 'en'])]);
      expect([vi.code, en.code]).toEqual([0, 0]);
      expect(vi.out).toContain(`rota ${name}`);
      expect(vi.out).not.toBe(en.out);
      for (const { out } of [vi, en]) expect(out).not.toMatch(/cli\.[a-z]/);
    },
  );

  it.each([
    [['solv'], 2, '“solve”'],
    [['solve'], 2, 'CASE'],
    [['solve', '/no/such/folder', '--out', 'x'], 2, '/no/such/folder'],
    [['solve', 'x'], 2, '--out'],
    [['solve', 'x', '--out', 'y', '--seconds', 'ten'], 2, '“ten”'],
    [['solve', 'x', '--fast'], 2, '--fast'],
    [['print', 'x', '--roster', 'y', '--format', 'docx9'], 2, 'docx9'],
    [[], 2, 'rota'],
  ])('refuses %j', async (words, code, said) => {
    const ran = await rota(words);
    expect(ran.code).toBe(code);
    expect(ran.err + ran.out).toContain(said);
    expect(ran.err).not.toContain('    at ');
  });

  it('writes nothing when the case has faults, and tells them as JSON when asked', async () => {
    const folder = temporaryFolder();
    const out = join(temporaryFolder(), 'out');
    writeFileSync(join(folder, 'staff.csv'), 'Họ và tên,Điện thoại\nNguyễn Văn A,12\n');
    const ran = await rota(['solve', folder, '--out', out, '--json']);
    expect(ran.code).toBe(2);
    const { faults } = JSON.parse(ran.out) as { faults: { file: string; message: string }[] };
    expect(faults.length).toBeGreaterThan(2);
    expect(faults.every(({ message }) => !/[{}]|fault\./.test(message))).toBe(true);
    expect(existsSync(out)).toBe(false);
  });
});
