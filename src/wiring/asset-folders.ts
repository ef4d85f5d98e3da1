/** Where the web floor finds its templates, fonts and compiled page scripts. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AssetFolders } from '../web/kit/assets.ts';
import { ROOT } from './root.ts';

/** Fonts stand wherever the package manager put them. */
const fontPackage = createRequire(import.meta.url).resolve('@fontsource-variable/inter/package.json');

export const ASSET_FOLDERS: AssetFolders = {
  viewsDir: join(ROOT, 'views'),
  fontsDir: join(dirname(fontPackage), '..', '..'),
  scriptsDir: join(ROOT, 'dist', 'browser'),
};
