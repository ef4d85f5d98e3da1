/** Programs of tests that are started many times: loading a thousand files anew takes longer than what is tested. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** The program as one file, without the packages it imports: these are found from where it is put. Gone with this process. */
export async function bundled(program: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'bundled-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, basename(program).replace(/\.ts$/, '.mjs'));
  await build({
    ...{ entryPoints: [program], outfile, plugins: [places] },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external' },
  });
  return outfile;
}
