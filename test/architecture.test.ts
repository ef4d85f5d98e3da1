/** The house rules of the folder list, read from the imports: floors, circles, adapters, sizes. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../src');

const ABOVE_ALL = [
  'app',
  'web',
  'thread-host',
  'store',
  'solver-host',
  'solver',
  'input',
  'output',
  'i18n',
  'constraints',
  'domain',
  'calendar',
  'net',
  'kernel',
];

/** What each floor may import besides itself. Node's own modules are not listed here: see PURE. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  calendar: ['kernel'],
  domain: ['calendar', 'kernel'],
  constraints: ['domain', 'calendar', 'kernel'],
  solver: ['constraints', 'domain', 'calendar', 'kernel'],
  'solver-host': ['thread-host', 'solver', 'constraints', 'kernel'],
  i18n: ['calendar', 'kernel'],
  store: ['constraints', 'domain', 'calendar', 'kernel'],
  input: ['constraints', 'domain', 'calendar', 'kernel'],
  output: ['domain', 'i18n', 'constraints', 'calendar', 'kernel'],
  'thread-host': ['input', 'output', 'kernel'],
  app: [
    'thread-host',
    'store',
    'solver-host',
    'solver',
    'input',
    'output',
    'constraints',
    'domain',
    'calendar',
    'kernel',
  ],
  // What use cases ask of the outside is said there, as types alone.
  net: ['app', 'kernel'],
  web: ['app', 'output', 'i18n', 'constraints', 'domain', 'calendar', 'kernel'],
  wiring: ['root', ...ABOVE_ALL],
  cli: ['root', 'wiring', ...ABOVE_ALL],
  browser: [],
};

/** Rooms of the web floor, one a feature, and the rooms each may import; from the ground up. */
const WEB_ROOMS: Readonly<Record<string, readonly string[]>> = {
  paths: [],
  kit: ['paths'],
  feeds: ['kit', 'paths'],
  roster: ['kit', 'paths'],
  units: ['kit', 'paths'],
  systems: ['kit', 'paths'],
  log: ['kit', 'paths'],
  incidents: ['kit', 'paths'],
  alerts: ['kit', 'paths'],
  access: ['kit', 'paths'],
  api: ['feeds', 'kit', 'paths'],
  documents: ['roster', 'kit', 'paths'],
  own: ['roster', 'kit', 'paths'],
  'personal-data': ['own', 'kit', 'paths'],
  shift: ['own', 'log', 'kit', 'paths'],
  replacements: ['own', 'roster', 'kit', 'paths'],
  notices: ['roster', 'kit', 'paths'],
  dates: ['kit'],
  overview: ['kit', 'paths'],
  reports: ['kit', 'paths'],
  answers: ['roster', 'kit', 'paths'],
  orders: ['roster', 'kit', 'paths'],
  home: ['answers', 'own', 'roster', 'kit', 'paths'],
  setup: ['home', 'roster', 'kit', 'paths'],
  draft: ['setup', 'own', 'roster', 'kit', 'paths'],
  staff: ['setup', 'replacements', 'kit', 'paths'],
  imports: ['staff', 'kit', 'paths'],
  site: [
    'access',
    'answers',
    'api',
    'dates',
    'documents',
    'draft',
    'feeds',
    'home',
    'imports',
    'log',
    'incidents',
    'alerts',
    'notices',
    'overview',
    'reports',
    'orders',
    'own',
    'personal-data',
    'replacements',
    'roster',
    'setup',
    'shift',
    'staff',
    'systems',
    'units',
    'kit',
    'paths',
  ],
};

/** Floors that do no input or output and read no clock, chance or environment. */
const PURE = ['kernel', 'calendar', 'domain', 'constraints', 'solver', 'input', 'output', 'i18n'];

/** What of Node's own only calculates, so that pure floors may use it. */
const CALCULATING = ['node:zlib'];

/** Packages that may enter by one adapter only, as a path prefix under `src/`. */
const ADAPTERS: Readonly<Record<string, readonly string[]>> = {
  'astronomy-engine': ['calendar/'],
  luxon: ['calendar/', 'i18n/'],
  ics: ['output/calendar-feed.ts'],
  'windows-iana': ['input/calendar-zones.ts'],
  uqr: ['output/documents/qr-code.ts'],
  '@simplewebauthn/server': ['app/access/passkey-check.ts'],
  'age-encryption': ['store/backup-encryption.ts'],
  'better-sqlite3': ['store/'],
  pg: ['store/postgres/pool.ts'],
  kysely: ['store/'],
  handlebars: ['web/kit/render.ts'],
  highs: ['solver/'],
  express: ['web/'],
  '@myriaddreamin/typst-ts-node-compiler': ['output/documents/typst-pdf.ts'],
  docx: ['output/documents/docx-'],
  docxtemplater: ['output/documents/word-form.ts'],
  pkijs: ['input/signed-pdf.ts', 'wiring/seal-certificate.ts'],
  asn1js: ['input/signed-pdf.ts', 'wiring/seal-certificate.ts'],
  pizzip: ['output/documents/word-form.ts'],
  pino: ['wiring/log.ts'],
  'prom-client': ['wiring/metrics.ts'],
  '@zxcvbn-ts/language-common': ['app/access/judge-password.ts'],
  'openid-client': ['net/identity-provider.ts'],
  ldapts: ['net/directory/connection.ts'],
  nodemailer: ['net/mail.ts'],
  'web-push': ['net/web-push.ts'],
  'write-excel-file': ['output/documents/xlsx-file.ts'],
  '@e965/xlsx': ['input/tables/workbook.ts'],
  htmlparser2: ['input/tables/markup.ts'],
};

const MOST_LINES = 300;

interface Source {
  readonly path: string;
  readonly floor: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sources(): Source[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => sourceOf(path, readFileSync(join(ROOT, path), 'utf8')));
}

function floorOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : 'root';
}

function sourceOf(path: string, text: string): Source {
  const imports = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]/g)];
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)];
  const bare = [...text.matchAll(/(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g)];
  return {
    path,
    floor: floorOf(path),
    text,
    imports: [...imports, ...dynamic, ...bare].map((match) => match[1] ?? ''),
  };
}

const ALL = sources();

/** `{ one, type Two as Three } from './file.ts'` and `export const one`. */
const NAMED = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'(\.[^']+)'/g;
const NAMED_LATE = /\{([^{}]*)\} = await import\(\s*'(\.[^']+)'/g;
/** `(await import('./file.ts')).one`. */
const NAMED_THERE = /\(await import\(\s*'([^']+)'\s*\)\)\.(\w+)/g;
const EXPORTED = /^export (?:abstract |async )*(const|function\*?|class|interface|type) (\w+)/gm;
const TYPES = ['interface', 'type'];
const firstName = (named: string): string => /^\s*(?:type\s)?\s*(\w+)/.exec(named)?.[1] ?? '';

/** Loaded by tests as it was compiled. */
const UNNAMED = ['cli/run.ts createIo'];

function filesIn(root: string): [string, string][] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [join(root, path), readFileSync(join(root, path), 'utf8')]);
}

const targetOf = (source: Source, specifier: string): string =>
  relative(ROOT, resolve(ROOT, dirname(source.path), specifier));
const roomOf = (path: string): string => path.split('/').slice(1, -1).join('/');
const local = (specifier: string): boolean => specifier.startsWith('.');
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** What is wrong with the imports and texts of some sources: each rule of the house, so that it can be shown failing too. */
/** Where millions of moves a second are tried: checked there, annealing took 27 % longer. */
const INNERMOST = ['state', 'moves', 'own-costs', 'move-pricer', 'change-pricer', 'annealing'].map(
  (name) => `solver/${name}.ts`,
);

const RULES = {
  floors(all: readonly Source[]): string[] {
    return all.flatMap((source) =>
      source.imports.filter(local).flatMap((specifier) => {
        const target = targetOf(source, specifier);
        const floor = floorOf(target);
        if (source.floor === 'root' || floor === source.floor) return [];
        return FLOORS[source.floor]?.includes(floor) ? [] : [`${source.path} → ${target}`];
      }),
    );
  },

  rooms(all: readonly Source[]): string[] {
    return all
      .filter(({ floor }) => floor === 'web')
      .flatMap((source) =>
        source.imports
          .filter(local)
          .map((specifier) => targetOf(source, specifier))
          .filter((target) => target.startsWith('web/') && roomOf(target) !== roomOf(source.path))
          .filter((target) => !WEB_ROOMS[roomOf(source.path)]?.includes(roomOf(target)))
          .map((target) => `${source.path} → ${target}`),
      );
  },

  adaptersCall(all: readonly Source[]): string[] {
    const calling = /\bimport (?!type\b)[^;]*? from '(?:\.\.\/)+app\/[^']*'/;
    return all.filter(({ floor, text }) => floor === 'net' && calling.test(text)).map(({ path }) => path);
  },

  circles(all: readonly Source[]): string[] {
    const edges = new Map(
      all.map((source) => [
        source.path,
        source.imports.filter(local).map((specifier) => targetOf(source, specifier)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of edges.keys()) visit(path, []);
    return circles;
  },

  adapters(all: readonly Source[]): string[] {
    return all.flatMap((source) =>
      source.imports
        .filter((specifier) => !local(specifier))
        .filter((specifier) => {
          const adapters = ADAPTERS[packageOf(specifier)];
          return adapters && !adapters.some((adapter) => source.path.startsWith(adapter));
        })
        .map((specifier) => `${source.path} → ${specifier}`),
    );
  },

  purity(all: readonly Source[]): string[] {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\./;
    return all
      .filter((source) => PURE.includes(source.floor))
      .flatMap((source) => [
        ...source.imports
          .filter((specifier) => specifier.startsWith('node:') && !CALCULATING.includes(specifier))
          .map((specifier) => `${source.path} → ${specifier}`),
        ...(impure.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
          ? [`${source.path} reads clock, chance or process`]
          : []),
      ]);
  },

  unchecked(all: readonly Source[]): string[] {
    return all
      .filter(({ path, text }) => !INNERMOST.includes(path) && /\bas number\b/.test(text))
      .map(({ path }) => path);
  },

  lengths(all: readonly Source[]): string[] {
    return all
      .filter((source) => source.text.split('\n').length > MOST_LINES + 1)
      .map((source) => source.path);
  },

  presentation(all: readonly Source[]): string[] {
    return all
      .filter(({ path }) => /^(web|output|cli)\//.test(path) && !path.startsWith('output/roster/'))
      .flatMap(({ path, text }) =>
        PRESENTED.filter(({ sign, except }) => sign.test(text) && !except.includes(path)).map(
          ({ what }) => `${path} presents ${what} by itself: output/roster does`,
        ),
      );
  },
};

describe('architecture', () => {
  it('lists every folder of src as a floor', () => {
    expect(
      [...new Set(ALL.map((source) => source.floor))].filter(
        (floor) => floor !== 'root' && !(floor in FLOORS),
      ),
    ).toEqual([]);
    expect(ALL.length).toBeGreaterThan(40);
  });

  it('lets no arrow run up', () => {
    expect(RULES.floors(ALL)).toEqual([]);
  });

  it('lets adapters to the outside know use cases by their types alone', () => {
    expect(RULES.adaptersCall(ALL)).toEqual([]);
  });

  it('lets no arrow run up between rooms of the web floor', () => {
    const web = ALL.filter(({ floor }) => floor === 'web');
    expect([...new Set(web.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(WEB_ROOMS).sort());
    // Written from the ground up, so that no circle can be allowed.
    const order = Object.keys(WEB_ROOMS);
    for (const [room, below] of Object.entries(WEB_ROOMS))
      expect(below.filter((other) => order.indexOf(other) >= order.indexOf(room))).toEqual([]);
    expect(RULES.rooms(ALL)).toEqual([]);
  });

  it('has no circle', () => {
    expect(RULES.circles(ALL)).toEqual([]);
  });

  it('lets each library in by its one adapter', () => {
    expect(RULES.adapters(ALL)).toEqual([]);
  });

  it('keeps the pure floors pure', () => {
    expect(RULES.purity(ALL)).toEqual([]);
  });

  it('takes what stands at an index for a number unchecked in the innermost loops alone', () => {
    expect(RULES.unchecked(ALL)).toEqual([]);
  });

  it(`keeps every file within ${MOST_LINES} lines`, () => {
    expect(RULES.lengths(ALL)).toEqual([]);
  });

  it('exports nothing that nobody else names', () => {
    const texts = new Map([...filesIn(ROOT), ...filesIn(join(ROOT, '../test'))]);
    const imported = new Set(
      [...texts].flatMap(([path, text]) =>
        [
          ...text.matchAll(NAMED),
          ...text.matchAll(NAMED_LATE),
          ...[...text.matchAll(NAMED_THERE)].map(([all, from, name]) => [all, name, from]),
        ].flatMap(([, names = '', from = '']) =>
          names.split(',').map((each) => `${resolve(dirname(path), from)} ${firstName(each)}`),
        ),
      ),
    );
    const faults = ALL.flatMap(({ path, text }) =>
      [...text.matchAll(EXPORTED)]
        .filter(([, , name = '']) => !imported.has(`${join(ROOT, path)} ${name}`))
        // The type of what an exported function takes or gives is named by its callers without a word.
        .filter(
          ([, kind = '', name = '']) =>
            !TYPES.includes(kind) || text.split(new RegExp(`\\b${name}\\b`)).length < 3,
        )
        .map(([, , name]) => `${path} ${name}`),
    );
    expect(imported.size).toBeGreaterThan(2000);
    expect(faults.filter((fault) => !UNNAMED.includes(fault))).toEqual([]);
  });

  it('tells by one word that a form was refused, and by one that it came second', () => {
    const faults = ALL.filter(({ path, text }) => path.startsWith('web/') && /status: 4(09|22)\b/.test(text));
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  it('presents the roster in one place', () => {
    expect(RULES.presentation(ALL)).toEqual([]);
  });

  it.each<[string, keyof typeof RULES, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'an arrow up between floors',
      'floors',
      { 'domain/a.ts': "import { listStaff } from '../store/staff-store.ts';" },
      ['domain/a.ts → store/staff-store.ts'],
    ],
    [
      'an arrow up between rooms of the web floor',
      'rooms',
      { 'web/kit/a.ts': "import { draftPage } from '../draft/draft.ts';" },
      ['web/kit/a.ts → web/draft/draft.ts'],
    ],
    [
      'an adapter that calls a use case',
      'adaptersCall',
      {
        'net/a.ts': "import type { Mail } from '../app/notices/mailer.ts';",
        'net/b.ts': "import { sendNotices } from '../app/notices/send-notices.ts';",
      },
      ['net/b.ts'],
    ],
    [
      'a circle',
      'circles',
      { 'domain/a.ts': "import { b } from './b.ts';", 'domain/b.ts': "import { a } from './a.ts';" },
      ['domain/a.ts → domain/b.ts → domain/a.ts'],
    ],
    [
      'a library let in twice',
      'adapters',
      { 'web/roster/a.ts': "import Handlebars from 'handlebars';" },
      ['web/roster/a.ts → handlebars'],
    ],
    [
      'a clock on a pure floor',
      'purity',
      {
        'solver/a.ts': 'export const now = Date.now();',
        'domain/b.ts': "import { readFileSync } from 'node:fs';",
      },
      ['solver/a.ts reads clock, chance or process', 'domain/b.ts → node:fs'],
    ],
    ['a long file', 'lengths', { 'domain/a.ts': '\n'.repeat(MOST_LINES + 1) }, ['domain/a.ts']],
    [
      'a second presentation of a seat',
      'presentation',
      {
        'web/roster/a.ts': 'const words = staff.find(({ id }) => id === seat.staffId)?.name;',
        'output/documents/b.ts': 'const missing = shift.cover.minimum - held;',
      },
      [
        'web/roster/a.ts presents the name of who sits there by itself: output/roster does',
        'output/documents/b.ts presents vacancies by itself: output/roster does',
      ],
    ],
  ])('finds %s', (_, rule, files, faults) => {
    const made = Object.entries(files).map(([path, text]) => sourceOf(path, text));
    expect(RULES[rule](made)).toEqual(faults);
  });
});

/**
 * What a page or paper takes from `output/roster/`, and by what a second presentation of it would be known. `except`
 * edits or states the figure itself.
 */
const PRESENTED: readonly {
  readonly what: string;
  readonly sign: RegExp;
  readonly except: readonly string[];
}[] = [
  {
    what: 'vacancies',
    sign: /\bcover\.(minimum|target)\b/,
    except: ['web/setup/post-form.ts', 'web/draft/shortage.ts', 'output/roster-json.ts'],
  },
  { what: 'the hours of a shift', sign: /formatClockRange\([^)]*\b(shift|first|each)\.span/, except: [] },
  {
    what: 'what shifts add up to',
    sign: /reduce\([^;]*\bpoints\b|shifts?\.reduce\([^;]*\bminutes\b/,
    except: [],
  },
  { what: 'a code of a shift', sign: /function (initials|freeCode|shiftCodes?)\b/, except: [] },
  {
    what: 'the name of who sits there',
    sign: /\b(staff|people|members)\.find\([^;]*?\)\??\.name\b|(?<!compareNames\([^;]*)\b(member|holder)\??\.name\b(?! ===)/,
    except: ['web/setup/ledger-page.ts', 'cli/tell-import.ts'],
  },
];
