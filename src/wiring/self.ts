/** What this process says of itself to others on the same database. */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { SCHEMA_NUMBER } from '../store/migration.ts';
import type { ServerSelf } from '../store/postgres/nodes.ts';
import { ROOT } from './root.ts';

const MACHINE_LENGTH = 13;
const about = z.object({ version: z.string() });

export function selfAs(kind: ServerSelf['kind']): ServerSelf {
  const { version } = about.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  // PostgreSQL keeps 63 octets of it all.
  const machine = hostname()
    .replace(/\..*|[^\w-]/g, '')
    .slice(0, MACHINE_LENGTH);
  const id = `${machine}-${randomBytes(3).toString('hex')}`;
  return { id, kind, version, schema: SCHEMA_NUMBER };
}
