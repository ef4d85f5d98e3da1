/** What package.json, its lock and the entry files promise of Node.js and of installing. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isNodeTooOld, OLDEST_NODE } from '../src/node-version.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

describe('the oldest Node.js', () => {
  it.each([
    ['20.20.2', true],
    ['22.9.0', true],
    ['22.13.9', true],
    ['22.14.0', false],
    ['22.23.3', false],
    ['24.0.0', false],
    ['26.0.0-nightly2026', false],
    ['100.0.0', false],
  ])('is held against %s', (version, old) => {
    expect(isNodeTooOld(version)).toBe(old);
  });

  it('is the one package.json names', () => {
    expect(read('package.json')).toMatchObject({ engines: { node: `>=${OLDEST_NODE.replace(/\.0$/, '')}` } });
  });

  it('is not newer than the one npm’s scripts run under', () => {
    const { version, optionalDependencies } = read('tools/node/package.json') as {
      version: string;
      optionalDependencies: Record<string, string>;
    };
    expect(isNodeTooOld(version)).toBe(false);
    expect(new Set(Object.values(optionalDependencies))).toEqual(new Set([version]));
  });

  /** What the program would see under an older Node.js, and a driver that must not be asked for. */
  const pretence = `data:text/javascript,${encodeURIComponent(`
    import { registerHooks } from 'node:module';
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });
    registerHooks({ resolve(name, context, next) {
      if (name === 'better-sqlite3') throw new Error('the driver was loaded');
      return next(name, context);
    } });`)}`;

  it.each([
    ['main.js', [], 1, `Node.js 20.20.2 quá cũ: chương trình cần ${OLDEST_NODE} trở lên`],
    ['cli.js', ['demo'], 2, `Node.js 20.20.2 quá cũ: chương trình cần ${OLDEST_NODE} trở lên`],
    ['cli.js', ['demo', '--lang', 'en'], 2, `Node.js 20.20.2 is too old: the program needs ${OLDEST_NODE}`],
  ])('is asked of by dist/%s %j before the driver is loaded', async (file, words, code, sentence) => {
    const run = promisify(execFile)(process.execPath, [
      '--import',
      pretence,
      join(ROOT, 'dist', file),
      ...words,
    ]);
    const {
      code: ended,
      stdout,
      stderr,
    } = (await run.catch((error: unknown) => error)) as Record<string, unknown>;
    expect({ ended, stdout }).toEqual({ ended: code, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^${sentence}[^\\n]*\\n$`));
  });
});

describe('installing', () => {
  it('compiles nothing: the lock says so of the driver (node tools/lock.js puts it back)', () => {
    expect(read('package-lock.json')).toMatchObject({
      packages: { 'node_modules/better-sqlite3': { gypfile: false } },
    });
  });

  it('packs what a server needs, and neither sources nor tests', async () => {
    const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await promisify(execFile)('npm', words, { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 });
    const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = packed.files.map(({ path }) => path);
    for (const path of ['dist/main.js', 'dist/cli.js', 'dist/browser/print.js', 'tools/lock.js', 'LICENSE']) {
      expect(paths).toContain(path);
    }
    for (const folder of ['views/typst/', 'data/holidays/', 'data/samples/tet-2027-province/']) {
      expect(paths.filter((path) => path.startsWith(folder)).length).toBeGreaterThan(2);
    }
    const kept = /^(data|dist|docs|tools|views)\/|^[A-Z]+(\.md)?$|^package\.json$/;
    expect(paths.filter((path) => !kept.test(path) || path.endsWith('.map'))).toEqual([]);
  });
});

describe('the list of materials', () => {
  interface Locked {
    readonly version: string;
    readonly link?: boolean;
    readonly dev?: boolean;
    readonly devOptional?: boolean;
  }
  interface Part {
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly {
      readonly license?: { readonly id?: string };
      readonly expression?: string;
    }[];
    readonly scope?: string;
    readonly hashes?: readonly unknown[];
  }

  /** What may be given on with a program under MIT; of alternatives one is enough. */
  const ALLOWED =
    'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 MPL-2.0 OFL-1.1 Zlib CC0-1.0'.split(' ');
  const isAllowed = (expression: string): boolean =>
    expression
      .replace(/[()]/g, '')
      .split(' AND ')
      .every((each) => each.split(' OR ').some((one) => ALLOWED.includes(one.trim())));

  it('names every package that is installed with a release, its licence and its hash, the same each time', async () => {
    const make = () =>
      promisify(execFile)('node', ['tools/sbom.js'], { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 });
    const { stdout } = await make();
    expect((await make()).stdout).toBe(stdout);
    const told = JSON.parse(stdout) as { readonly components: readonly Part[] };
    expect(told).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { name: 'lich-truc' } },
    });
    const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
    const locked = Object.entries(packages).flatMap(([path, { version, link, dev, devOptional }]) =>
      path === '' || link || dev || devOptional
        ? []
        : [`${path.replace(/^.*node_modules\//, '')}@${version}`],
    );
    const named = new Set(told.components.map(({ name, version }) => `${name}@${version}`));
    expect(locked.filter((each) => !named.has(each))).toEqual([]);
    expect(named.size).toBeGreaterThan(100);
    const licences = told.components.map(({ name, licenses: [first] = [] }) => [
      name,
      first?.expression ?? first?.license?.id ?? '',
    ]);
    expect(licences.filter(([, licence = '']) => !isAllowed(licence))).toEqual([]);
    // Of those for other machines the lock knows none before one of them has installed it.
    const unproven = told.components.filter(
      ({ scope, hashes = [] }) => scope !== 'optional' && hashes.length === 0,
    );
    expect(unproven).toEqual([]);
    expect([isAllowed('(MIT OR GPL-3.0)'), isAllowed('MIT AND GPL-3.0'), isAllowed('')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
