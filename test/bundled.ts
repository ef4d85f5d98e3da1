/** Programs of tests that are started many times: loading a thousand files anew takes longer than what is tested. */

import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { CACHE } from './scratch.ts';

/** Each file goes on looking for what stands beside it where it stood. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\/(src|test)\/.*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', () => JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', () => JSON.stringify(pathToFileURL(path).href)),
    }));
  },
};

/** The program as one file, without the packages it imports: these are found from where it is put. */
export async function bundled(program: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const place = join(CACHE, basename(program).replace(/\.ts$/, '.mjs'));
  // Whole at once: another process may start what this one writes.
  const outfile = `${place}.${process.pid}`;
  await build({
    ...{ entryPoints: [program], outfile, plugins: [places] },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external' },
  });
  renameSync(outfile, place);
  return place;
}
