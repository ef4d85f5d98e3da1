/** The thread that reads files people hand us. */

import { type GivenFile, parseHere } from './file-kinds.ts';
import { serveThread } from './serve-thread.ts';

serveThread((file: GivenFile) => parseHere(file));
