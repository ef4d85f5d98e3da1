/** The fonts and templates of printed documents, read from this machine's disk. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PDF_FONT_FILES, type PdfSources } from '../output/documents/typst-pdf.ts';
import { ROOT } from './root.ts';

/** About 1 MB; fonts stand wherever the package manager put them. */
export function readPdfSources(): PdfSources {
  const { resolve } = createRequire(import.meta.url);
  const folder = join(ROOT, 'views', 'typst');
  return {
    fonts: PDF_FONT_FILES.map((file) => readFileSync(resolve(file))),
    templates: new Map(
      readdirSync(folder)
        .sort()
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    ),
  };
}
