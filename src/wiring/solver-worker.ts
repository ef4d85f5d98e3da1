/** The compiled worker the solver runs in; a worker cannot be started from TypeScript sources. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.ts';

export const SOLVER_WORKER = pathToFileURL(join(ROOT, 'dist', 'solver-host', 'worker.js'));
