/** Which use cases change something and which show people, read from the sources: a new one that nobody lists is found out. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { onceFor } from '../../src/kernel/once-for.ts';

const ROOT = resolve(import.meta.dirname, '../../src/app');

/** What stores call their functions that write. */
const WRITING =
  /^(append|insert|save|delete|replace|revoke|record|end|set|update|drop|add|remove|keep|trim|queue)/;

/** What a use case asks the caller's permission by. */
const ASKING = /^(allow|allowOperator|isAllowed|authorise|requireOperator|requireMachine|requireProof)$/;

/** Stores of what tells of people: who they are, when they are away, what they stand and stood. */
const PERSONAL =
  /^\.\.\/store\/(account|api-token|audit|availability|busy-calendar|case|check-in|display-link|draft|invitation|ledger|membership|notice|notice-choice|personal-link|push|receipt|replacement|seat-call|session|staff|submission|swap|version|web-hook)-store\.ts$/;

/** Path under `src/app` and text. */
type Files = ReadonlyMap<string, string>;

interface Source {
  readonly path: string;
  /** Text of each function by name. */
  readonly functions: ReadonlyMap<string, string>;
  /** From a local name to the file and the name there. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

export const APP_FILES: Files = new Map(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
);

const sourcesOf = onceFor(
  (files: Files): ReadonlyMap<string, Source> =>
    new Map([...files].map(([path, text]) => [path, sourceOf(path, text)])),
);

function sourceOf(path: string, text: string): Source {
  const functions = text
    .split(/\n(?=(?:export )?(?:async )?function\*? )/)
    .map((part) => [/^(?:export )?(?:async )?function\*? ?(\w+)/.exec(part)?.[1] ?? '', part] as const);
  return {
    path,
    functions: new Map(functions.filter(([name]) => name !== '')),
    imports: importsOf(path, text),
  };
}

function importsOf(path: string, text: string): Source['imports'] {
  const all = [...text.matchAll(/import \{([^}]*)\} from '(\.[^']+)'/g)];
  return new Map(
    all.flatMap(([, names = '', from = '']) =>
      names.split(',').map((each) => {
        const [name = '', local = name] = each
          .trim()
          .replace(/^type /, '')
          .split(' as ');
        return [local, { path: relative(ROOT, resolve(ROOT, dirname(path), from)), name }] as const;
      }),
    ),
  );
}

interface Callee {
  /** Under `src/app`, so that a store's begins with `../store/`. */
  readonly path: string;
  readonly name: string;
}

/** Whether a function, or any it calls, has a body or calls something of elsewhere that is looked for. */
function reaching(
  all: ReadonlyMap<string, Source>,
  sought: { readonly body?: RegExp; readonly callee: (callee: Callee) => boolean },
) {
  const known = new Map<string, boolean>();
  const reaches = (path: string, name: string): boolean => {
    const key = `${path} ${name}`;
    const source = all.get(path);
    const text = source?.functions.get(name);
    if (known.has(key) || !source || text === undefined) return known.get(key) ?? false;
    known.set(key, false);
    const body = text.slice(text.indexOf('{\n'));
    const called = new Set([...body.matchAll(/\b(\w+)\(/g)].map((match) => match[1] ?? ''));
    const found =
      sought.body?.test(body) === true ||
      [...called].some((callee) => {
        const imported = source.imports.get(callee);
        if (!imported) return callee !== name && reaches(path, callee);
        return sought.callee(imported) || reaches(imported.path, imported.name);
      });
    known.set(key, found);
    return found;
  };
  return reaches;
}

/** Exported functions whose first parameter is the app. */
function useCases(all: ReadonlyMap<string, Source>): Callee[] {
  return [...all.values()].flatMap(({ path, functions }) =>
    [...functions]
      .filter(([, text]) => /^export (?:async )?function\*? ?\w+\(\s*(?:app|\{[^}]*\}): App\b/.test(text))
      .map(([name]) => ({ path, name })),
  );
}

const isStore = (path: string): boolean => path.startsWith('../store/');

function writerIn(all: ReadonlyMap<string, Source>) {
  return reaching(all, {
    // Searches are behind an interface: whoever calls it has them kept, or not any more.
    body: /\.transaction\(\)\s*\.execute\(|\bruns\.(start|stop|drop)\(app/,
    callee: ({ path, name }) => isStore(path) && WRITING.test(name),
  });
}

/** Names of the use cases that reach a statement that writes. */
export const writingUseCases = onceFor((files: Files): string[] => {
  const all = sourcesOf(files);
  const writes = writerIn(all);
  return useCases(all)
    .filter(({ path, name }) => writes(path, name))
    .map(({ name }) => name);
});

/** Names of the use cases that only read, reach what tells of people, and ask nobody's permission. */
export const unaskedReads = onceFor((files: Files): string[] => {
  const all = sourcesOf(files);
  const writes = writerIn(all);
  const asks = reaching(all, { callee: ({ name }) => ASKING.test(name) });
  const reads = reaching(all, { callee: ({ path, name }) => PERSONAL.test(path) && !WRITING.test(name) });
  return useCases(all)
    .filter(({ path, name }) => reads(path, name) && !asks(path, name) && !writes(path, name))
    .map(({ name }) => name);
});
