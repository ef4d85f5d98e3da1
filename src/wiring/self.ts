/** What this process says of itself to others on the same database. */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SCHEMA_NUMBER } from '../store/migration.ts';
import type { ServerSelf } from '../store/postgres/nodes.ts';
import { ROOT } from './root.ts';

const about = z.object({ version: z.string() });

export function selfAs(kind: ServerSelf['kind']): ServerSelf {
  const { version } = about.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  return { id: randomBytes(4).toString('hex'), kind, version, schema: SCHEMA_NUMBER };
}
