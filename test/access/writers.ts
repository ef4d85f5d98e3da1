/** Which use cases change something, read from the sources: so that a new one which nobody lists is found out. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../src/app');

/** What stores call their functions that write. */
const WRITING =
  /^(append|insert|save|delete|replace|revoke|record|end|set|update|drop|add|remove|keep|trim|queue)/;

interface Source {
  readonly path: string;
  /** Text of each function by name. */
  readonly functions: ReadonlyMap<string, string>;
  /** From a local name to the file and the name there. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

function sources(): Source[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const functions = text
        .split(/\n(?=(?:export )?(?:async )?function\*? )/)
        .map((part) => [/^(?:export )?(?:async )?function\*? ?(\w+)/.exec(part)?.[1] ?? '', part] as const);
      return {
        path,
        functions: new Map(functions.filter(([name]) => name !== '')),
        imports: importsOf(path, text),
      };
    });
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

/** Names of the exported functions whose first parameter is the app and which reach a statement that writes. */
export function writingUseCases(): string[] {
  const all = new Map(sources().map((source) => [source.path, source]));
  const known = new Map<string, boolean>();
  const writes = (path: string, name: string): boolean => {
    const key = `${path} ${name}`;
    const source = all.get(path);
    const text = source?.functions.get(name);
    if (known.has(key) || !source || text === undefined) return known.get(key) ?? false;
    known.set(key, false);
    const body = text.slice(text.indexOf('{\n'));
    const called = new Set([...body.matchAll(/\b(\w+)\(/g)].map((match) => match[1] ?? ''));
    const found =
      /\.transaction\(\)\s*\.execute\(/.test(body) ||
      [...called].some((callee) => {
        const imported = source.imports.get(callee);
        if (!imported) return callee !== name && writes(path, callee);
        if (imported.path.startsWith('../store/')) return WRITING.test(imported.name);
        return writes(imported.path, imported.name);
      });
    known.set(key, found);
    return found;
  };
  return [...all.values()].flatMap(({ path, functions }) =>
    [...functions]
      .filter(([, text]) => /^export (?:async )?function\*? ?\w+\(\s*(?:app|\{[^}]*\}): App\b/.test(text))
      .filter(([name]) => writes(path, name))
      .map(([name]) => name),
  );
}
