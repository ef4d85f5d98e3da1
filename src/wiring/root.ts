/** Where the program's own files stand: views, data, packages. The same from `src` and from `dist`. */

import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
