/** The smoke test: the built program loads, solves, publishes, writes and serves. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rota, rotaProcess, SAMPLES, temporaryFolder } from './rota.ts';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');

describe('rota demo', () => {
  it('writes page, feed, JSON and CSV of a roster with every seat covered', async () => {
    const cwd = temporaryFolder();
    const ran = await rotaProcess(['demo', '--once', '--moves', '300000'], { cwd });
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toContain('Đủ 77/77 ghế.');
    expect(ran.out).toContain('Không phạm quy tắc bắt buộc nào.');
    const folder = join(cwd, 'var', 'demo');
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['roster.csv', 'roster.html', 'roster.ics', 'roster.json', 'rota.db']),
    );
    const feed = new ICAL.Component(ICAL.parse(readFileSync(join(folder, 'roster.ics'), 'utf8')));
    expect(feed.getAllSubcomponents('vevent')).toHaveLength(77);
    expect(readFileSync(join(folder, 'roster.csv'), 'utf8')).toContain('Giao thừa');
    expect(readFileSync(join(folder, 'roster.html'), 'utf8')).toContain('Lịch trực Tết Đinh Mùi 2027');
  });

  it('serves what it published, and stops when told', async () => {
    const cwd = temporaryFolder();
    const port = 20_000 + (process.pid % 20_000);
    const child = spawn(process.execPath, [CLI, 'demo', '--moves', '100000', '--port', String(port)], {
      cwd,
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    // Two pipes, in no order between them: the addresses come by one, that it listens by the other.
    const said = { out: '', err: '' };
    child.stdout.on('data', (data) => {
      said.out += data;
    });
    child.stderr.on('data', (data) => {
      said.err += data;
    });
    const ended = once(child, 'close');
    const told = () => said.err.includes('đang chạy tại') && said.out.split('.ics\n').length > 2;
    const over = () => child.exitCode !== null;
    await expect.poll(() => told() || over(), { timeout: 100_000, interval: 100 }).toBe(true);
    expect(over(), said.out + said.err).toBe(false);
    const addresses = [...said.out.matchAll(/http:\/\/\S+/g)].map(([url]) => url);
    const answers = await Promise.all([...new Set(addresses)].map((url) => fetch(url)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const feeds = answers.filter(({ url }) => url.endsWith('.ics'));
    expect(feeds).toHaveLength(2);
    for (const feed of feeds) expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  });
});

describe('rota load, publish and feed', () => {
  it('go from files to a numbered version and a feed without phone numbers', async () => {
    const cwd = temporaryFolder();
    const sample = join(SAMPLES, 'urgent-72h');
    await rota(['solve', sample, '--out', 'out', '--moves', '100000'], { cwd });
    expect((await rota(['load', sample], { cwd })).code).toBe(0);
    const words = ['publish', sample, '--roster', 'out/roster.json', '--json'];
    const first = await rota(words, { cwd });
    expect(JSON.parse(first.out)).toMatchObject({ version: 1 });
    const second = await rota(words, { cwd });
    expect(JSON.parse(second.out)).toMatchObject({ version: 2 });
    const feed = await rota(['feed', '--out', 'unit.ics'], { cwd });
    expect(feed.code, feed.err).toBe(0);
    const ics = readFileSync(join(cwd, 'unit.ics'), 'utf8');
    expect(ics).toContain('BEGIN:VEVENT');
    expect(ics.replace(/\r\n /g, '')).not.toMatch(/0900/);
    const link = await rota(['feed', '--link', '--json'], { cwd });
    expect((JSON.parse(link.out) as { url: string }).url).toMatch(/\/feeds\/[A-Za-z0-9_-]{43}\.ics$/);
  });

  it('refuse a roster that breaks hard rules until a reason is given', async () => {
    const cwd = temporaryFolder();
    const sample = join(SAMPLES, 'urgent-72h');
    await rota(['solve', sample, '--out', 'out', '--moves', '100000'], { cwd });
    const file = join(cwd, 'out', 'roster.json');
    const roster = JSON.parse(readFileSync(file, 'utf8')) as {
      shifts: { seats: { place: number; staff: string; name: string }[] }[];
    };
    const [someone] = roster.shifts[0]?.seats ?? [];
    for (const shift of roster.shifts.slice(1, 4)) shift.seats = someone ? [{ ...someone, place: 0 }] : [];
    writeFileSync(file, JSON.stringify(roster));
    const words = ['publish', sample, '--roster', 'out/roster.json'];
    const refused = await rota(words, { cwd });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--reason');
    expect((await rota([...words, '--reason', 'Thiếu người, lãnh đạo đã duyệt'], { cwd })).code).toBe(0);
  });
});
